using System.Text.RegularExpressions;

namespace CareJournal.House;

/// <summary>docs/asvs.md answers each requirement of OWASP ASVS 5.0.0 of level 1 and 2, and what it names exists.</summary>
public sealed partial class AsvsTests
{
    private const string Holds = "holds";
    private const string DoesNotApply = "does not apply";
    private const string Deviation = "deviation";

    // In each section, the requirements of level 1 and 2 come first: the section and the last of them. Level 3 follows, and is not asked for.
    private const string Sections = """
        1.1-2 1.2-9 1.3-11 1.4-3 1.5-2 2.1-3 2.2-3 2.3-4 2.4-1 3.2-2 3.3-4 3.4-6 3.5-5 3.7-2 4.1-3 4.2-1 4.3-2 4.4-4 5.1-1 5.2-3 5.3-2 5.4-3
        6.1-3 6.2-12 6.3-4 6.4-4 6.5-5 6.6-3 6.8-4 7.1-3 7.2-4 7.3-2 7.4-5 7.5-2 7.6-2 8.1-2 8.2-3 8.3-1 8.4-1 9.1-3 9.2-4
        10.1-2 10.2-2 10.3-4 10.4-11 10.5-5 10.6-2 10.7-3 11.1-2 11.2-3 11.3-3 11.4-4 11.5-1 11.6-1 12.1-3 12.2-2 12.3-4
        13.1-1 13.2-5 13.3-2 13.4-5 14.1-2 14.2-4 14.3-3 15.1-3 15.2-3 15.3-7 16.1-1 16.2-5 16.3-4 16.4-3 16.5-3 17.1-1 17.2-4 17.3-2
        """;

    private const string LevelOne = """
        1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.5.1 2.1.1 2.2.1 2.2.2 2.3.1 3.2.1 3.2.2 3.3.1 3.4.1 3.4.2 3.5.1 3.5.2 3.5.3 4.1.1 4.4.1
        5.2.1 5.2.2 5.3.1 5.3.2 6.1.1 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.6 6.2.7 6.2.8 6.3.1 6.3.2 6.4.1 6.4.2 7.2.1 7.2.2 7.2.3 7.2.4 7.4.1 7.4.2
        8.1.1 8.2.1 8.2.2 8.3.1 9.1.1 9.1.2 9.1.3 9.2.1 10.4.1 10.4.2 10.4.3 10.4.4 10.4.5 11.3.1 11.3.2 11.4.1 12.1.1 12.2.1 12.2.2
        13.4.1 14.2.1 14.3.1 15.1.1 15.2.1 15.3.1
        """;

    private static readonly string Page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "asvs.md"));
    private static readonly IReadOnlyList<Row> Rows = [.. Page.Split('\n').Where(line => FirstCell().IsMatch(line)).Select(Row.Of)];
    private static readonly IReadOnlyDictionary<string, string> TestClasses = ReadTestClasses();
    private static readonly ILookup<string, string> Sources = SourceTree.Files.ToLookup(file => Path.GetFileNameWithoutExtension(file.Name), file => file.Code, StringComparer.Ordinal);

    [Fact]
    public void Each_requirement_of_level_1_and_2_has_one_row_in_its_order_and_no_other_has()
    {
        HashSet<string> one = [.. Words(LevelOne)];
        string[] expected =
        [
            .. from section in Words(Sections)
               let parts = section.Split('-')
               from last in Enumerable.Range(1, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))
               let number = $"{parts[0]}.{last}"
               select $"{number} at level {(one.Contains(number) ? 1 : 2)}",
        ];
        Assert.Equal((253, 70), (expected.Length, one.Count));
        Assert.Equal(expected, Rows.Select(row => $"{row.Number} at level {row.Level}"));
    }

    [Fact]
    public void Each_row_says_what_it_is_about_and_whether_it_holds_and_why() => Assert.Empty(
        from row in Rows
        where row.About.Length == 0 || row.Why.Length == 0 || row.State is not (Holds or DoesNotApply or Deviation) || (row.State == Holds && Named(row.Why).Count == 0)
        select row.Number);

    [Fact]
    public void The_page_counts_its_rows_right()
    {
        int Count(string state) => Rows.Count(row => row.State == state);
        Assert.Contains($"{Rows.Count} requirements: {Count(Holds)} hold, {Count(DoesNotApply)} do not apply, {Count(Deviation)} are deviations.", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_test_type_and_file_that_is_named_exists() => Assert.Empty(
        from row in Rows
        from name in Named(row.Why)
        where !Exists(name)
        select $"{row.Number}: {name}");

    private static bool Exists(string name)
    {
        if (name.Contains('/', StringComparison.Ordinal) || name.EndsWith(".md", StringComparison.Ordinal))
        {
            return File.Exists(Path.Combine(SourceTree.Root, name));
        }

        string[] parts = name.Split('.');
        IEnumerable<string> code = parts[0].EndsWith("Tests", StringComparison.Ordinal)
            ? TestClasses.TryGetValue(parts[0], out string? tests) ? [tests] : []
            : Sources[parts[0]];
        return code.Any(text => parts.Length == 1 || Regex.IsMatch(text, $@"\b{Regex.Escape(parts[1])}\("));
    }

    // Some names are those of two classes, in two projects: either may hold the test.
    private static IReadOnlyDictionary<string, string> ReadTestClasses() =>
        Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(path => !Regex.IsMatch(path.Replace('\\', '/'), "/(obj|bin)/"))
            .Select(File.ReadAllText)
            .SelectMany(text => TestClass().Matches(text).Select(found => (Name: found.Groups[1].Value, Text: text)))
            .GroupBy(found => found.Name, found => found.Text, StringComparer.Ordinal)
            .ToDictionary(found => found.Key, string.Concat, StringComparer.Ordinal);

    private static IReadOnlyList<string> Named(string text) => [.. Code().Matches(text).Select(found => found.Groups[1].Value)];

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^\| [0-9]+\.[0-9]+\.[0-9]+ \|", RegexOptions.NonBacktracking)]
    private static partial Regex FirstCell();

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\bclass ([A-Za-z]+Tests)\b", RegexOptions.NonBacktracking)]
    private static partial Regex TestClass();

    private sealed record Row(string Number, string Level, string About, string State, string Why)
    {
        public static Row Of(string line)
        {
            string[] cells = [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
            return cells.Length == 5 ? new Row(cells[0], cells[1], cells[2], cells[3], cells[4]) : throw new FormatException(line);
        }
    }
}
