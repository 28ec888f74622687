using System.Text.RegularExpressions;

namespace CareJournal.House;

/// <summary>The walls of docs/architecture.md.</summary>
public sealed class WallTests
{
    private static readonly string[] ReadingRooms = ["Timelines", "AwayReview", "Caseload"];

    private static readonly string[] WrittenRooms =
    [
        "Dates", "Patients", "Conditions", "Episodes", "Visits", "NextSteps", "Measures", "FlareUps", "LifeEvents", "Absences", "Goals", "Tools",
        "Reviews", "Contacts", "WordsToSelf", "Decisions", "Closures", "Drafts", "Settings", "Acts",
    ];

    // Names in memory are filled from the file; the generator and the registration list speak to the file by trade.
    private static readonly string[] MaySpeakToTheFile = ["PatientNames.cs", "JournalServices.cs", "RowJson.cs", "RowRegister.cs", "RowVersionInterceptor.cs"];

    [Fact]
    public void The_journal_knows_no_screen()
    {
        string[] forbidden = ["Microsoft.AspNetCore", "MudBlazor", "Serilog", "Microsoft.JSInterop"];
        Assert.DoesNotContain(typeof(Storage.JournalFile).Assembly.GetReferencedAssemblies(), assembly =>
            forbidden.Any(name => assembly.Name!.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_room_knows_no_database() =>
        Nobody(SourceTree.Web.Where(file => file.Name != "Program.cs"), file =>
            file.Usings.Any(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal))
            || file.Names("JournalContext"));

    [Fact]
    public void Rules_and_entities_know_no_database() =>
        Nobody(
            SourceTree.Journal.Where(file => file.Room is not ("Storage" or "Acts" or "Demo" or "Vault" or "")
                && !Regex.IsMatch(file.Name, "(Configuration|Reader|Recorder)\\.cs$")
                && !MaySpeakToTheFile.Contains(file.Name)),
            file => file.Usings.Any(name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal)));

    [Fact]
    public void What_is_written_knows_nothing_of_what_reads_it() =>
        Nobody(SourceTree.Journal.Where(file => WrittenRooms.Contains(file.Room)), file =>
            file.Usings.Any(name => ReadingRooms.Any(room => name == $"CareJournal.{room}")));

    [Fact]
    public void A_feature_uses_no_component_of_another_feature()
    {
        string[] shared = ["Kit", "App", "Resources", ""];
        ILookup<string, string> owners = SourceTree.Web.Where(file => file.Name.EndsWith(".razor", StringComparison.Ordinal))
            .ToLookup(file => Path.GetFileNameWithoutExtension(file.Name), file => file.Room);
        Nobody(SourceTree.Web.Where(file => file.Name.EndsWith(".razor", StringComparison.Ordinal) && !shared.Contains(file.Room)), file =>
            Regex.Matches(file.Code, "<([A-Z]\\w+)").Select(match => match.Groups[1].Value).Any(component =>
                owners[component].Any() && owners[component].All(room => room != file.Room && !shared.Contains(room))));
    }

    [Fact]
    public void Nobody_asks_the_machine_for_the_time_or_blocks_a_thread_on_a_task() =>
        Nobody(SourceTree.Files, file => Regex.IsMatch(file.Code, @"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\.Result;|\.Wait\(\)"));

    [Fact]
    public void No_pattern_gives_up_by_the_clock() =>
        Nobody(SourceTree.Files, file =>
            Regex.IsMatch(file.Code, @"\bmatchTimeout\w*|\bMatchTimeout\b|\bRegexMatchTimeoutException\b|REGEX_DEFAULT_MATCH_TIMEOUT|\[GeneratedRegex\b")
            || Regex.IsMatch(file.Code, @"\bRegex\.(IsMatch|Match|Matches|Replace|Split)\(")
            || (Regex.IsMatch(file.Code, @"\bRegex\b[^;]*\bnew\b") && !file.Names("NonBacktracking")));

    [Fact]
    public void Text_is_folded_in_one_place() =>
        Nobody(
            SourceTree.Files.Where(file => file.Name is not ("FoldedText.cs" or "WrittenText.cs")),
            file => file.Names("FormD") || file.Names("FormKD") || file.Names("IgnoreNonSpace") || file.Names("RemoveDiacritics") || (file.Names("NonSpacingMark") && file.Name != "WordDifference.cs"));

    [Fact]
    public void No_number_reaches_a_drawing_in_the_readers_own_format()
    {
        // Coordinates go through Svg.N, or were made into a path before; the drawing itself is written by SvgWriting, which takes numbers alone.
        Regex raw = new("""\b(?:x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|d|points|viewBox|data-at)="@(?!Svg\.N\()(?<expression>[^"]*)""");
        string[] paths = ["row.Line", "row.Dots", "whole."];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src", "CareJournal.Web"), "*.razor", SearchOption.AllDirectories))
        {
            string markup = File.ReadAllText(file);
            if (!markup.Contains("<svg", StringComparison.Ordinal) && !markup.Contains("Svg.N(", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.DoesNotContain(raw.Matches(markup), match =>
                !paths.Any(path => match.Groups["expression"].Value.StartsWith(path, StringComparison.Ordinal))
                && !match.Groups["expression"].Value.Contains("Path", StringComparison.Ordinal)
                && !Regex.IsMatch(match.Groups["expression"].Value, @"^_?\w*([pP]ath|Visits|Gaps|Line|Width|Height)\w*(\.\w+)*$"));
        }
    }

    [Fact]
    public void No_mocking_mapping_or_pretended_database_is_at_hand()
    {
        string packages = File.ReadAllText(Path.Combine(SourceTree.Root, "src", "Directory.Packages.props"));
        Assert.All(["Moq", "NSubstitute", "FakeItEasy", "AutoMapper", "Mapster", "EntityFrameworkCore.InMemory"], name =>
            Assert.DoesNotContain(name, packages, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_file_is_too_long_to_be_read_in_one_go()
    {
        IEnumerable<string> tooLong = SourceTree.Files
            .Where(file => File.ReadAllLines(Path.Combine(SourceTree.Root, "src", file.Path)).Length > (file.Name.EndsWith(".razor", StringComparison.Ordinal) ? 160 : 300))
            .Select(file => file.Path);
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Every_property_is_checked_from_a_fixed_seed()
    {
        Regex unseeded = new(@"\bQuickCheck\w*\(|\bCheck\.(One|All|Quick|Verbose)\w*\(|\[Property(?![^\]]*Replay)");
        string[] tests =
        [
            .. Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "*.cs", SearchOption.AllDirectories)
                .Where(file => !Regex.IsMatch(file.Replace('\\', '/'), "/(obj|bin)/|/Support/Seeded.cs$|/House/WallTests.cs$")),
        ];
        string[] texts = [.. tests.Select(File.ReadAllText)];
        Assert.DoesNotContain(tests.Zip(texts), test => unseeded.IsMatch(test.Second));

        // A property that is made and never checked proves nothing either.
        Assert.DoesNotContain(tests.Zip(texts), test => Regex.Count(test.Second, @"\bProp\.ForAll\b") > Regex.Count(test.Second, @"\.Check\((seed: )?\w+"));
        Assert.True(texts.Sum(text => Regex.Count(text, @"\bProp\.ForAll\b")) > 15, "The properties were not found.");
    }

    private static void Nobody(IEnumerable<SourceFile> files, Func<SourceFile, bool> crosses) =>
        Assert.Empty(files.Where(crosses).Select(file => file.Path));
}
