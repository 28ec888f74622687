namespace CareJournal.Browser;

/// <summary>One browser, and one journal to write into, for all classes that name no other, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<WrittenDemo>
{
    public const string Name = "Browser";
}

/// <summary>A browser beside the first one for about half of the work, so that both cores are busy.</summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowserCollection : ICollectionFixture<BrowserFixture>, ICollectionFixture<WrittenDemo>
{
    public const string Name = "Second browser";
}
