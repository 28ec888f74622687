namespace CareJournal.Web.Host;

/// <summary>One of the pages in the bar.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Words">The key of its name.</param>
/// <param name="Brief">The key of its short name, for a bar that is not wide.</param>
/// <param name="Letter">The letter that leads to it after G, in lower case.</param>
public sealed record MainPage(string Address, string Words, string Brief, string Letter)
{
    /// <summary>All of them, in the order of the bar.</summary>
    public static IReadOnlyList<MainPage> All { get; } =
    [
        new(Urls.Today, "App.Today", "App.Today", "t"),
        new(Urls.People, "App.People", "App.People", "p"),
        new(Urls.Away, "App.Away", "App.Away.Brief", "r"),
        new(Urls.Caseload, "App.Caseload", "App.Caseload.Brief", "v"),
        new(Urls.Settings, "App.Settings", "App.Settings", "s"),
    ];

    /// <summary>Its keys, as the list of keys and a hint show them.</summary>
    public string Keys => $"G {Letter.ToUpperInvariant()}";
}
