using CareJournal.Web.Security;
using CareJournal.Web.Timelines;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web;

/// <summary>Every address of the program. Pages and links use these members; nothing else builds an address.</summary>
public static class Urls
{
    /// <summary>Today: search, the day's sessions, the counts.</summary>
    public const string Today = "/";

    /// <summary>The value of the query of <see cref="DayNoted"/>.</summary>
    public const string Noted = "noted";

    /// <summary>Today, after the last session of the day was saved.</summary>
    public const string DayNoted = $"{Today}?day={Noted}";

    /// <summary>The people.</summary>
    public const string People = "/patients";

    /// <summary>The form that adds a person.</summary>
    public const string NewPerson = "/patients/new";

    /// <summary>The search through the whole journal. What is searched for is in no address: a browser keeps those.</summary>
    public const string Search = "/search";

    /// <summary>The review of the follow-ups.</summary>
    public const string Away = "/away";

    /// <summary>The query parameter of the review for the person who is looked at.</summary>
    public const string ReviewedPerson = "person";

    /// <summary>The review at one person.</summary>
    public static string AwayAt(Guid id) => $"{Away}?{ReviewedPerson}={id}";

    /// <summary>The overview of everybody.</summary>
    public const string Caseload = "/caseload";

    /// <summary>The query parameter of the overview for the row at which it was left.</summary>
    public const string CaseloadRow = "at";

    /// <summary>The overview with the chosen options; the query has no question mark.</summary>
    public static string CaseloadOf(string query) => query.Length == 0 ? Caseload : $"{Caseload}?{query}";

    /// <summary>The overview for printing.</summary>
    public static string CaseloadSheet(string query) => $"/print{CaseloadOf(query)}";

    /// <summary>Page about how long it takes people to return.</summary>
    public const string Returns = $"{Away}/returns";

    /// <summary>The query parameter of <see cref="Returns"/> for the pause threshold of this view, in days.</summary>
    public const string Threshold = "threshold";

    /// <summary>The present year of the practice in figures, for printing.</summary>
    public const string Year = "/year";

    /// <summary>Settings, copies, passphrase.</summary>
    public const string Settings = "/settings";

    /// <summary>The id of the section of the settings that checks the journal.</summary>
    public const string CheckSection = "section-check";

    /// <summary>The check of the journal, and what it found.</summary>
    public const string Check = $"{Settings}#{CheckSection}";

    /// <summary>Makes a new recovery code.</summary>
    public const string NewCode = $"{Settings}/recovery-code";

    /// <summary>Makes a continuity envelope.</summary>
    public const string NewEnvelope = $"{Settings}/envelope";

    /// <summary>Creates the journal.</summary>
    public const string FirstRun = "/first-run";

    /// <summary>Rates a passphrase while it is being chosen.</summary>
    public const string PhraseStrength = "/first-run/strength";

    /// <summary>The unlock page, which asks for the passphrase.</summary>
    public const string Unlock = "/unlock";

    /// <summary>Takes a copy up again in the place of the journal; also before the unlock.</summary>
    public const string Restore = "/restore";

    /// <summary>Tries whether the newest copy of each place can be taken up again.</summary>
    public const string RestoreTrial = "/settings/trial";

    /// <summary>Locks everywhere.</summary>
    public const string Lock = "/lock";

    /// <summary>The page that asks for the PIN or the passphrase while the screen is veiled.</summary>
    public const string Veil = "/veil";

    /// <summary>Veils the screen of this browser.</summary>
    public const string BeginVeil = $"{Veil}/begin";

    /// <summary>Reports whether this browser's session is still valid, and records activity.</summary>
    public const string Session = "/session";

    /// <summary>Shares the screen with a person; <see cref="BeginTogether(Guid)"/> fills in which.</summary>
    public const string BeginTogetherRoute = "/together/{id:guid}";

    /// <summary>Saves what is being typed; the draft's own id is made by the page.</summary>
    public const string DraftRoute = $"{Drafts}/{{id:guid}}";

    /// <summary>The pages about drafts.</summary>
    public const string Drafts = "/drafts";

    /// <summary>One draft: redirects to its form, or shows its text if no form can take it.</summary>
    public static string Draft(Guid draft) => $"/draft/{draft}";

    /// <summary>Changes the language.</summary>
    public const string Language = "/preferences/language";

    /// <summary>Changes how the review is shown.</summary>
    public const string ReviewView = "/preferences/review";

    /// <summary>Changes the theme.</summary>
    public const string Theme = "/preferences/theme";

    /// <summary>The page for an unexpected error.</summary>
    public const string Error = "/error";

    /// <summary>The page for an unknown address.</summary>
    public const string NotFound = "/not-found";

    /// <summary>One person's timeline.</summary>
    public static string Person(Guid id) => $"{People}/{id}";

    /// <summary><see cref="Returns"/>, counted with another threshold.</summary>
    public static string ReturnsAfter(int threshold) => string.Create(CultureInfo.InvariantCulture, $"{Returns}?{Threshold}={threshold}");

    /// <summary>A year of the practice in figures, for printing.</summary>
    public static string YearOf(int year) => string.Create(CultureInfo.InvariantCulture, $"{Year}/{year}");

    /// <summary>One person's own facts about rhythm and pauses.</summary>
    public static string Rhythm(Guid id) => $"{Person(id)}/rhythm";

    /// <summary>The query parameter of a new session for the planned visit that it logs.</summary>
    public const string PlannedVisit = "visit";

    /// <summary>The query parameter of a timeline for the selected item.</summary>
    public const string Item = "item";

    /// <summary>The query parameter of a timeline for what is being added.</summary>
    public const string Add = "add";

    /// <summary>One person's timeline with an item selected.</summary>
    public static string Person(Guid id, string item) => $"{Person(id)}?{Item}={item}";

    /// <summary>The query parameter of a timeline for the first day shown.</summary>
    public const string From = "from";

    /// <summary>The query parameter of a timeline for the last day shown.</summary>
    public const string To = "to";

    /// <summary>Returns whether an address of a timeline names the days to show.</summary>
    public static bool NamesWindow(string address) => QueryHelpers.ParseQuery(new Uri(address).Query).ContainsKey(From);

    /// <summary>One person's timeline with an item selected, or none if <paramref name="item"/> is empty, and the window that was shown.</summary>
    public static string Person(Guid id, string item, Timelines.TimelineView? view) => Looking(Person(id), item, view);

    /// <summary>The last part of the address of the shared view.</summary>
    public const string TogetherEnding = "/together";

    /// <summary>The shared view of one person's timeline.</summary>
    public static string Together(Guid id) => $"{Person(id)}{TogetherEnding}";

    /// <inheritdoc cref="Person(Guid, string, Timelines.TimelineView?)"/>
    public static string Together(Guid id, string item, Timelines.TimelineView? view) => Looking(Together(id), item, view);

    /// <summary>Shares the screen with this person.</summary>
    public static string BeginTogether(Guid id) => $"/together/{id}";

    /// <summary>The query parameter of a timeline for what is compared.</summary>
    public const string Comparing = "compare";

    /// <summary>A timeline with a flare-up compared with the earlier ones, or "ranges" for typed ranges.</summary>
    public static string Compare(Guid id, string what) => $"{Person(id)}?{Item}={what}&{Comparing}={what}";

    /// <summary>One person's timeline with a visit selected.</summary>
    public static string PersonVisit(Guid id, Guid visit) => Person(id, TimelineItem.Visit(visit));

    /// <summary>One person's timeline with something being added to it.</summary>
    public static string AddTo(Guid id, string what) => $"{Person(id)}?{Add}={what}";

    /// <summary>The form that changes a visit, or logs a planned one.</summary>
    public static string EditVisit(Guid id, Guid visit) => $"{Person(id)}/visits/{visit}";

    /// <summary>One person's particulars.</summary>
    public static string EditPerson(Guid id) => $"{People}/{id}/edit";

    /// <summary>The page that chooses what is printed of one person's follow-up.</summary>
    public static string Print(Guid id) => $"/print{People}/{id}";

    /// <summary>The sheet to print; the chosen options follow in the query.</summary>
    public static string Sheet(Guid id) => $"{Print(id)}/sheet";

    /// <summary>Records that a sheet was sent to the printer; <see cref="Printed"/> fills in which.</summary>
    public const string PrintedRoute = "/printed/{what}";

    /// <summary>The query parameter of <see cref="Printed"/> for the fingerprint that stands on the sheet.</summary>
    public const string PrintedState = "state";

    /// <summary>Records that a sheet was sent to the printer.</summary>
    /// <param name="what">The kind of sheet, one word.</param>
    /// <param name="person">The person; <c>null</c> for a sheet about everybody.</param>
    /// <param name="fingerprint">The fingerprint that stands on the sheet; <c>null</c> where none does.</param>
    public static string Printed(string what, Guid? person, string? fingerprint) =>
        QueryHelpers.AddQueryString($"/printed/{what}", new Dictionary<string, string?> { [ReviewedPerson] = person?.ToString(), [PrintedState] = fingerprint });

    /// <summary>The form that logs a session of one person.</summary>
    public static string LogSession(Guid id) => $"{People}/{id}/visits/new";

    /// <summary>The grid in which sessions of a paper file are entered.</summary>
    public static string Past(Guid id) => $"{Person(id)}/past";

    /// <summary>The form that logs a planned session.</summary>
    public static string LogPlannedSession(Guid id, Guid visitId) => $"{LogSession(id)}?{PlannedVisit}={visitId}";

    /// <summary>The name of a form, used for its texts: a pause without its day.</summary>
    public static string FormOf(string draft) => TimelineItem.IsGap(draft) ? "pause" : draft.Replace("-", "", StringComparison.Ordinal);

    /// <summary>The query parameter of a form for the draft to resume.</summary>
    public const string ResumedDraft = "draft";

    /// <summary>Returns the draft to resume that an address names; <c>null</c> if it names none.</summary>
    // Read from the address: the framework's own attribute fails in a part of a page that comes or goes by a navigation (it changes a set while it goes through it).
    public static Guid? ResumedIn(string address) =>
        QueryHelpers.ParseQuery(new Uri(address).Query).TryGetValue(ResumedDraft, out var draft) && Guid.TryParse(draft, out Guid id) ? id : null;

    /// <summary>The form in which a draft was begun, opened with that draft.</summary>
    public static string Resume(string form, Guid? person, Guid? target, Guid draft) =>
        QueryHelpers.AddQueryString(DraftForm(form, person, target), ResumedDraft, draft.ToString());

    /// <summary>The form in which a draft was begun; the person is null if it is about nobody yet.</summary>
    public static string DraftForm(string form, Guid? person, Guid? target) =>
        (form, person, target) switch
        {
            ("check-in", _, _) => $"{Settings}#section-check-in",
            ("snippet", _, _) => $"{Settings}?{Item}={ItemOf(form, target)}",
            (_, null, _) => NewPerson,
            ("person", { } id, _) => EditPerson(id),
            ("condition", { } id, _) => $"{EditPerson(id)}?{Item}={ItemOf(form, target)}",
            ("next-step" or "in-touch" or "conclude" or "rhythm" or "news" or "justify", _, _) => Away,
            (_, { } id, _) => PersonForm(form, id, target),
        };

    private static string ItemOf(string form, Guid? target) => target is { } row ? $"{form}-{row}" : form;

    private static string PersonForm(string form, Guid id, Guid? target) =>
        (form, target) switch
        {
            ("review", { } review) => EditReview(id, review),
            ("review", null) => TakeStock(id),
            ("past", _) => Past(id),
            ("flare-up" or "life-event" or "word" or "contact", null) => AddTo(id, form),
            ("contact", { } contact) => AddTo(id, $"contact-{contact}"),
            ("flare-up" or "life-event" or "period", { } row) => Person(id, $"{form}-{row}"),
            ("goal" or "tool", _) => AddTo(id, target is { } row ? $"{form}-{row}" : form),
            _ when TimelineItem.IsGap(form) => Person(id, form),
            (_, { } visit) => EditVisit(id, visit),
            _ => LogSession(id),
        };

    /// <summary>The page for taking stock with one person.</summary>
    public static string TakeStock(Guid id) => $"{Person(id)}/stock";

    /// <summary>The query parameter of taking stock for the review that is changed.</summary>
    public const string EditedReview = "review";

    /// <summary>The form that changes a review.</summary>
    public static string EditReview(Guid id, Guid review) => $"{TakeStock(id)}?{EditedReview}={review}";

    /// <summary>The list of all people; <paramref name="ended"/> says whether concluded follow-ups are listed too.</summary>
    public static string AllPeople(bool ended = false) => $"{People}?all=true{(ended ? "&ended=true" : "")}";

    /// <summary>The unlock page that returns to <paramref name="wanted"/> afterwards.</summary>
    public static string UnlockFor(string wanted) =>
        Local(wanted) is var back && back == Today ? Unlock : $"{Unlock}?back={Uri.EscapeDataString(back)}";

    /// <summary>The page of the veil that returns to <paramref name="wanted"/> afterwards.</summary>
    public static string VeilFor(string wanted) => Local(wanted) is var back && back == Today ? Veil : $"{Veil}?back={Uri.EscapeDataString(back)}";

    /// <summary>The requested address if it belongs to the program, otherwise Today, so that no link can redirect elsewhere after unlocking.</summary>
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
