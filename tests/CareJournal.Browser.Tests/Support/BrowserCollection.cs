namespace CareJournal.Browser;

/// <summary>The collection of all classes that name no other: one browser and one journal to write into, one class after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<WrittenDemo>
{
    public const string Name = "Browser";
}

/// <summary>The collection with a second browser, for about half of the work.</summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<WrittenDemo>
{
    public const string Name = "Second browser";
}

/// <summary>The collection with a third browser, for tests that mostly wait for a slow connection, a restart or typing: meanwhile the other two get the cores.</summary>
[CollectionDefinition(Name)]
public sealed class WaitingBrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<WrittenDemo>
{
    public const string Name = "Waiting browser";
}
