using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

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

    /// <summary>The overview of everybody.</summary>
    public const string Caseload = "/caseload";

    /// <summary>In the address of the overview: the row at which it was left.</summary>
    public const string CaseloadRow = "at";

    /// <summary>The overview as it is chosen; the query has no question mark.</summary>
    public static string CaseloadOf(string query) => query.Length == 0 ? Caseload : $"{Caseload}?{query}";

    /// <summary>The overview as it is printed.</summary>
    public static string CaseloadSheet(string query) => $"/print{CaseloadOf(query)}";

    /// <summary>After how long people return.</summary>
    public const string Returns = $"{Away}/returns";

    /// <summary>In the address of it: the threshold of a pause for this look, in days.</summary>
    public const string Threshold = "threshold";

    /// <summary>The present year of the practice in counts, to print.</summary>
    public const string Year = "/year";

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

    /// <summary>Turning the screen to a person; <see cref="BeginTogether(Guid)"/> fills in which.</summary>
    public const string BeginTogetherRoute = "/together/{id:guid}";

    /// <summary>Where a page keeps what is being typed; the draft's own id is made by the page.</summary>
    public const string DraftRoute = $"{Drafts}/{{id:guid}}";

    /// <summary>Everything about drafts.</summary>
    public const string Drafts = "/drafts";

    /// <summary>One draft: leads to its form, or shows its words where no form can take them.</summary>
    public static string Draft(Guid draft) => $"/draft/{draft}";

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

    /// <summary>After how long people return, counted with another threshold.</summary>
    public static string ReturnsAfter(int threshold) => string.Create(CultureInfo.InvariantCulture, $"{Returns}?{Threshold}={threshold}");

    /// <summary>A year of the practice in counts, to print.</summary>
    public static string YearOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{Year}/{year}");

    /// <summary>One person's own facts about rhythm and pauses.</summary>
    public static string Rhythm(Guid id) => $"{Person(id)}/rhythm";

    /// <summary>In the address of a new session: the planned visit that it logs.</summary>
    public const string PlannedVisit = "visit";

    /// <summary>In the address of a timeline: what is chosen.</summary>
    public const string Item = "item";

    /// <summary>In the address of a timeline: what is being added.</summary>
    public const string Add = "add";

    /// <summary>One person's timeline with something chosen on it.</summary>
    public static string Person(Guid id, string item) => $"{Person(id)}?{Item}={item}";

    /// <summary>In the address of a timeline: the first day on the screen.</summary>
    public const string From = "from";

    /// <summary>In the address of a timeline: the last day on the screen.</summary>
    public const string To = "to";

    /// <summary>One person's timeline with something chosen on it, or nothing where <paramref name="item"/> is empty, and the window that was looked at.</summary>
    public static string Person(Guid id, string item, Timelines.TimelineView? view) => Looking(Person(id), item, view);

    /// <summary>How the address of what is looked at together ends.</summary>
    public const string TogetherEnding = "/together";

    /// <summary>One person's timeline as it is looked at together.</summary>
    public static string Together(Guid id) => $"{Person(id)}{TogetherEnding}";

    /// <inheritdoc cref="Person(Guid, string, Timelines.TimelineView?)"/>
    public static string Together(Guid id, string item, Timelines.TimelineView? view) => Looking(Together(id), item, view);

    /// <summary>Turning the screen to this person.</summary>
    public static string BeginTogether(Guid id) => $"/together/{id}";

    /// <summary>In the address of a timeline: what is compared.</summary>
    public const string Comparing = "compare";

    /// <summary>A flare-up laid over the earlier ones, or "ranges" for ranges that are typed.</summary>
    public static string Compare(Guid id, string what) => $"{Person(id)}?{Item}={what}&{Comparing}={what}";

    /// <summary>One person's timeline with a visit chosen on it.</summary>
    public static string PersonVisit(Guid id, Guid visit) => Person(id, $"visit-{visit}");

    /// <summary>One person's timeline with something being added to it.</summary>
    public static string AddTo(Guid id, string what) => $"{Person(id)}?{Add}={what}";

    /// <summary>Changing a visit, or logging one that was planned.</summary>
    public static string EditVisit(Guid id, Guid visit) => $"{Person(id)}/visits/{visit}";

    /// <summary>One person's particulars.</summary>
    public static string EditPerson(Guid id) => $"{People}/{id}/edit";

    /// <summary>Choosing what is printed of one person's follow-up.</summary>
    public static string Print(Guid id) => $"/print{People}/{id}";

    /// <summary>The sheet to print; what was chosen follows in the query.</summary>
    public static string Sheet(Guid id) => $"{Print(id)}/sheet";

    /// <summary>Logging a session of one person.</summary>
    public static string LogSession(Guid id) => $"{People}/{id}/visits/new";

    /// <summary>Logging a session that was planned.</summary>
    public static string LogPlannedSession(Guid id, Guid visitId) => $"{LogSession(id)}?{PlannedVisit}={visitId}";

    private const string PauseName = "gap-";

    /// <summary>The name of a pause, after the session before it: on the timeline, and of the form in which it is told.</summary>
    public static string Pause(DateOnly since) => PauseName + since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a form is called, for the words of it: a pause without its day.</summary>
    public static string FormOf(string draft) => draft.StartsWith(PauseName, StringComparison.Ordinal) ? "pause" : draft.Replace("-", "", StringComparison.Ordinal);

    /// <summary>In the address of a form: the draft that is to be resumed.</summary>
    public const string ResumedDraft = "draft";

    /// <summary>The form in which a draft was begun, with that draft in it.</summary>
    public static string Resume(string form, Guid id, Guid? target, Guid draft) =>
        QueryHelpers.AddQueryString(DraftForm(form, id, target), ResumedDraft, draft.ToString());

    /// <summary>The form in which a draft was begun.</summary>
    public static string DraftForm(string form, Guid id, Guid? target) =>
        (form, target) switch
        {
            ("review", { } review) => EditReview(id, review),
            ("review", null) => TakeStock(id),
            ("flare-up" or "life-event" or "word" or "contact", null) => AddTo(id, form),
            ("contact", { } contact) => AddTo(id, $"contact-{contact}"),
            ("flare-up" or "life-event" or "period", { } row) => Person(id, $"{form}-{row}"),
            ("goal" or "tool", _) => AddTo(id, target is { } standing ? $"{form}-{standing}" : form),
            _ when form.StartsWith(PauseName, StringComparison.Ordinal) => Person(id, form),
            (_, { } visit) => EditVisit(id, visit),
            _ => LogSession(id),
        };

    /// <summary>Taking stock with one person.</summary>
    public static string TakeStock(Guid id) => $"{Person(id)}/stock";

    /// <summary>In the address of taking stock: the review that is changed.</summary>
    public const string EditedReview = "review";

    /// <summary>Changing what was said when stock was taken.</summary>
    public static string EditReview(Guid id, Guid review) => $"{TakeStock(id)}?{EditedReview}={review}";

    /// <summary>Everybody; <paramref name="ended"/> says whether concluded follow-ups are listed too.</summary>
    public static string AllPeople(bool ended = false) => $"{People}?all=true{(ended ? "&ended=true" : "")}";

    /// <summary>The unlock page that leads back to <paramref name="wanted"/> afterwards.</summary>
    public static string UnlockFor(string wanted) =>
        Local(wanted) is var back && back == Today ? Unlock : $"{Unlock}?back={Uri.EscapeDataString(back)}";

    /// <summary>The wanted address when it lies in this room; Today otherwise, so that no link can lead somebody elsewhere after the unlock.</summary>
    public static string Local(string? wanted) =>
        wanted is ['/', ..] and not ['/', '/' or '\\', ..] && !wanted.Any(char.IsControl) ? wanted : Today;

    private static string Looking(string at, string item, Timelines.TimelineView? view) =>
        QueryHelpers.AddQueryString(at, new Dictionary<string, string?>
        {
            [Item] = item.Length == 0 ? null : item,
            [From] = view?.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            [To] = view?.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        });
}
