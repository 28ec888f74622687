namespace CareJournal.Browser;

/// <summary>One browser, and one journal to write into, for all classes that name no other, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<WrittenDemo>
{
    public const string Name = "Browser";
}

/// <summary>A browser beside the first one for about half of the work.</summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<WrittenDemo>
{
    public const string Name = "Second browser";
}

/// <summary>A third browser for tests that mostly wait, for a slow wire, a restart or a typing hand: while they do, the cores belong to the other two.</summary>
[CollectionDefinition(Name)]
public sealed class WaitingBrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<WrittenDemo>
{
    public const string Name = "Waiting browser";
}
