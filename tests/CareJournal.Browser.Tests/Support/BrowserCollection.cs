namespace CareJournal.Browser;

/// <summary>One browser for all classes that name no other, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>A browser beside the first one for about half of the work: both cores are busy, and the whole suite keeps to its ten minutes.</summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Second browser";
}
