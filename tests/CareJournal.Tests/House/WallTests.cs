using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.House;

/// <summary>The walls of docs/architecture.md.</summary>
public sealed class WallTests
{
    private static readonly string[] ReadingFolders = ["Timelines", "AwayReview", "Caseload", "Today"];

    private static readonly string[] WrittenFolders =
    [
        "Dates", "Patients", "Conditions", "Episodes", "Visits", "NextSteps", "Measures", "FlareUps", "LifeEvents", "Absences", "Goals", "Tools",
        "Reviews", "Contacts", "WordsToSelf", "Decisions", "Closures", "Drafts", "Settings", "Acts",
    ];

    // Storage is the database; an act, the words of the search index and the link of the chain are written beside each row; the generator fills a whole file at once.
    private static readonly string[] DatabaseFolders = ["Storage", "Acts", "Vault", "Demo", "Search", "Keeping"];

    private static readonly IReadOnlyDictionary<Type, HashSet<Type>> Uses = TypeUses.Of(typeof(Storage.JournalFile).Assembly);

    [Fact]
    public void The_journal_uses_no_screen()
    {
        string[] forbidden = ["Microsoft.AspNetCore", "MudBlazor", "Serilog", "Microsoft.JSInterop"];
        Assert.DoesNotContain(typeof(Storage.JournalFile).Assembly.GetReferencedAssemblies(), assembly =>
            forbidden.Any(name => assembly.Name!.StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_what_is_given_a_journal_queries_the_database()
    {
        HashSet<Type> services = [.. new ServiceCollection().AddCareJournal(new Storage.JournalFolder(Path.GetTempPath())).Select(service => service.ImplementationType ?? service.ServiceType)];
        Assert.Empty(Uses
            .Where(use => use.Value.Any(IsDatabase))
            .Select(use => use.Key)
            .Where(type => type != typeof(JournalServices) && !DatabaseFolders.Contains(FolderOf(type)) && !services.Contains(type) && !IsConfiguration(type) && !IsStepOfAService(type)));
    }

    [Fact]
    public void What_is_written_uses_nothing_of_what_reads_it() =>
        Assert.Empty(Uses
            .Where(use => WrittenFolders.Contains(FolderOf(use.Key)))
            .SelectMany(use => use.Value.Where(used => ReadingFolders.Contains(FolderOf(used))).Select(used => $"{use.Key} uses {used}")));

    [Fact]
    public void Every_folder_is_one_of_those_that_the_architecture_names() =>
        Assert.Empty(Uses.Keys.Where(IsOurs).Select(FolderOf).Distinct().Except([.. WrittenFolders, .. ReadingFolders, .. DatabaseFolders, "", "Migrations"]));

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
        // Coordinates go through Svg.N, or were made into a path before; SvgWriting, which writes the drawing itself, takes numbers alone.
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
    public void No_package_for_mocking_mapping_or_a_pretended_database_is_referenced()
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
        string source = Path.Combine(SourceTree.Root, "src");
        IEnumerable<string> longScripts = Directory.EnumerateFiles(source, "*.js", SearchOption.AllDirectories)
            .Where(script => !Regex.IsMatch(script.Replace('\\', '/'), "/(obj|bin)/") && File.ReadAllLines(script).Length > 400);
        Assert.Empty(tooLong.Concat(longScripts));
    }

    [Fact]
    public void No_browser_test_waits_for_an_address_as_an_event()
    {
        // Playwright for .NET looks at the address first and listens afterwards: a page that arrives between the two is waited for in vain.
        string tests = Path.Combine(SourceTree.Root, "tests", "CareJournal.Browser.Tests");
        Assert.DoesNotContain(
            Directory.EnumerateFiles(tests, "*.cs", SearchOption.AllDirectories).Where(file => !Regex.IsMatch(file.Replace('\\', '/'), "/(obj|bin)/")),
            file => Regex.IsMatch(File.ReadAllText(file), @"\bWaitFor(URL|Navigation)Async\("));
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

        // A property that is created and never checked proves nothing either.
        Assert.DoesNotContain(tests.Zip(texts), test => Regex.Count(test.Second, @"\bProp\.ForAll\b") > Regex.Count(test.Second, @"\.Check\((seed: )?\w+"));
        Assert.True(texts.Sum(text => Regex.Count(text, @"\bProp\.ForAll\b")) > 15, "The properties were not found.");
    }

    private static bool IsOurs(Type type) => type.Assembly == typeof(Storage.JournalFile).Assembly && type.Namespace?.StartsWith("CareJournal", StringComparison.Ordinal) == true;

    private static string FolderOf(Type type) => IsOurs(type) && type.Namespace!.Split('.') is [_, var folder, ..] ? folder : "";

    private static bool IsDatabase(Type type) =>
        type == typeof(Storage.JournalContext) || type.Namespace is { } name && (name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal));

    private static bool IsConfiguration(Type type) => type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEntityTypeConfiguration<>));

    // A service may pass its context to a static class: every method there that queries the database has it among its parameters.
    private static bool IsStepOfAService(Type type) => type is { IsAbstract: true, IsSealed: true }
        && type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Any(method => method.GetParameters().Any(parameter => IsDatabase(parameter.ParameterType)));

    private static void Nobody(IEnumerable<SourceFile> files, Func<SourceFile, bool> crosses) =>
        Assert.Empty(files.Where(crosses).Select(file => file.Path));
}
