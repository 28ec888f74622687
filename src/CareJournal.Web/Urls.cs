namespace CareJournal.Web;

/// <summary>Every address of the room. Pages and links ask here; nothing else puts an address together.</summary>
public static class Urls
{
    /// <summary>Today: search, the day's sessions, the counts.</summary>
    public const string Today = "/";

    /// <summary>The people.</summary>
    public const string People = "/patients";

    /// <summary>Adding a person.</summary>
    public const string NewPerson = "/patients/new";

    /// <summary>The review of the follow-ups.</summary>
    public const string Away = "/away";

    /// <summary>Settings, copies, passphrase.</summary>
    public const string Settings = "/settings";

    /// <summary>Creating the journal.</summary>
    public const string FirstRun = "/first-run";

    /// <summary>How strong a phrase is, while it is being chosen.</summary>
    public const string PhraseStrength = "/first-run/strength";

    /// <summary>Giving the passphrase.</summary>
    public const string Unlock = "/unlock";

    /// <summary>Locking everywhere.</summary>
    public const string Lock = "/lock";

    /// <summary>Whether this browser is still let in, and the sign that somebody is here.</summary>
    public const string Session = "/session";

    /// <summary>Changing the language.</summary>
    public const string Language = "/preferences/language";

    /// <summary>Changing the theme.</summary>
    public const string Theme = "/preferences/theme";

    /// <summary>Something failed.</summary>
    public const string Error = "/error";

    /// <summary>No such page.</summary>
    public const string NotFound = "/not-found";

    /// <summary>One person's timeline.</summary>
    public static string Person(Guid id) => $"{People}/{id}";

    /// <summary>In the address of a new session: the planned visit that it logs.</summary>
    public const string PlannedVisit = "visit";

    /// <summary>In the address of a timeline: what is chosen.</summary>
    public const string Item = "item";

    /// <summary>In the address of a timeline: what is being added.</summary>
    public const string Add = "add";

    /// <summary>One person's timeline with something chosen on it.</summary>
    public static string Person(Guid id, string item) => $"{Person(id)}?{Item}={item}";

    /// <summary>One person's timeline with a visit chosen on it.</summary>
    public static string PersonVisit(Guid id, Guid visit) => Person(id, $"visit-{visit}");

    /// <summary>One person's timeline with something being added to it.</summary>
    public static string AddTo(Guid id, string what) => $"{Person(id)}?{Add}={what}";

    /// <summary>Changing a visit, or logging one that was planned.</summary>
    public static string EditVisit(Guid id, Guid visit) => $"{Person(id)}/visits/{visit}";

    /// <summary>One person's particulars.</summary>
    public static string EditPerson(Guid id) => $"{People}/{id}/edit";

    /// <summary>Logging a session of one person.</summary>
    public static string LogSession(Guid id) => $"{People}/{id}/visits/new";

    /// <summary>Logging a session that was planned.</summary>
    public static string LogPlannedSession(Guid id, Guid visitId) => $"{LogSession(id)}?{PlannedVisit}={visitId}";

    /// <summary>Everybody, by family name; <paramref name="page"/> counts from 1.</summary>
    public static string AllPeople(int page = 1, bool ended = false) => $"{People}?all=true{(page > 1 ? $"&page={page}" : "")}{(ended ? "&ended=true" : "")}";

    /// <summary>The unlock page that leads back to <paramref name="wanted"/> afterwards.</summary>
    public static string UnlockFor(string wanted) =>
        Local(wanted) is var back && back == Today ? Unlock : $"{Unlock}?back={Uri.EscapeDataString(back)}";

    /// <summary>The wanted address when it lies in this room; Today otherwise, so that no link can lead somebody elsewhere after the unlock.</summary>
    public static string Local(string? wanted) =>
        wanted is ['/', ..] and not ['/', '/' or '\\', ..] && !wanted.Any(char.IsControl) ? wanted : Today;
}
