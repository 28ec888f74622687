namespace CareJournal.Browser;

/// <summary>The journeys: one browser for all of them, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}

/// <summary>What is only looked at, in a browser beside the first one: both cores work, and the whole suite keeps to its ten minutes.</summary>
[CollectionDefinition(Name)]
public sealed class SecondBrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Second browser";
}
