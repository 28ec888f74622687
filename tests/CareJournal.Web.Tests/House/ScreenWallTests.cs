namespace CareJournal.House;

/// <summary>Tests the rules of docs/architecture.md about the folders of the screen.</summary>
public sealed class ScreenWallTests
{
    private static readonly string[] Pages = ["Today", "Patients", "Timelines", "AwayReview", "Caseload", "Search", "Settings", "Vault"];
    private static readonly string[] Shared = ["Host", "Security", "Shell", "Controls", "Drafts", "Wording"];

    private static readonly string[] PartsOfAWrittenNoun =
        ["Absences", "Contacts", "FlareUps", "Goals", "LifeEvents", "NextSteps", "Reviews", "Tools", "Visits", "WordsToSelf"];

    private static readonly IReadOnlyDictionary<Type, HashSet<Type>> Uses = TypeUses.Of(typeof(Web.Urls).Assembly);

    [Fact]
    public void The_screen_knows_no_database() =>
        Assert.Empty(Uses.SelectMany(use => use.Value.Where(IsDatabase).Select(used => $"{use.Key} uses {used}")));

    [Fact]
    public void A_page_uses_nothing_of_another_page_and_a_part_nothing_of_any_page() =>
        Assert.Empty(
            from use in Uses
            let folder = FolderOf(use.Key)
            where folder is not ("Host" or "") // It puts the program together.
            from used in use.Value
            where Pages.Contains(FolderOf(used)) && FolderOf(used) != folder
            select $"{use.Key} uses {used}");

    [Fact]
    public void A_part_of_a_persons_page_is_given_what_it_shows_and_reads_only_what_is_long_and_asked_for() =>
        Assert.Equal(
            [
                "ReadingColumn VisitReader", // The notes of the sessions that are read.
                "RecordSearch RecordSearchReader", // Words that are searched for.
                "ReturnQuestions VisitReader", // The session in which a question was just answered.
                "SharedVisitDetail TimelineReader", // The practitioner's text, shown together on request.
                "VisitDetail VisitReader", // The note and the earlier texts of the chosen session.
                "VisitEditor VisitReader", // What somebody else saved meanwhile.
                "WithdrawnVisits VisitReader", // Found by their period, after the picture.
            ],
            from use in Uses
            where FolderOf(use.Key) == "Timelines" || PartsOfAWrittenNoun.Contains(FolderOf(use.Key))
            where !use.Key.IsDefined(typeof(Microsoft.AspNetCore.Components.RouteAttribute), inherit: false)
            from used in use.Value
            where used.Assembly == typeof(Storage.JournalFile).Assembly && used.Name.EndsWith("Reader", StringComparison.Ordinal)
            orderby use.Key.Name
            select $"{use.Key.Name} {used.Name}");

    [Fact]
    public void Every_folder_of_the_screen_is_one_of_those_that_the_architecture_names() =>
        Assert.Empty(Uses.Keys.Where(IsOurs).Select(FolderOf).Distinct().Except([.. Pages, .. Shared, .. PartsOfAWrittenNoun, ""]));

    private static bool IsOurs(Type type) => type.Assembly == typeof(Web.Urls).Assembly && type.Namespace?.StartsWith("CareJournal.Web", StringComparison.Ordinal) == true;

    private static string FolderOf(Type type) => IsOurs(type) && type.Namespace!.Split('.') is [_, _, var folder, ..] ? folder : "";

    private static bool IsDatabase(Type type) =>
        type == typeof(Storage.JournalContext) || type.Namespace is { } name && (name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal));
}
