namespace CareJournal.Browser;

/// <summary>All browser tests, one after another, in one Chromium.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
