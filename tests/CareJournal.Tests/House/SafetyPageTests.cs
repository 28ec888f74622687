using System.Globalization;
using System.Text.RegularExpressions;
using CareJournal.Storage;

namespace CareJournal.House;

/// <summary>docs/safety.md describes the files as this version writes them: somebody may have to read a journal with that page alone.</summary>
public sealed partial class SafetyPageTests
{
    [Fact]
    public void The_schema_number_and_the_file_kept_by_an_upgrade_are_those_of_this_version()
    {
        string page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "safety.md"));
        string version = JournalSchema.Version.ToString(CultureInfo.InvariantCulture);
        Assert.Equal([version], SchemaNumber().Matches(page).Select(named => named.Groups[1].Value));
        string[] kept = [.. FormerFile().Matches(page).Select(named => named.Groups[1].Value)];
        Assert.NotEmpty(kept);
        Assert.All(kept, named => Assert.Equal(version, named));
    }

    [GeneratedRegex("is the schema number, ([0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex SchemaNumber();

    [GeneratedRegex("journal\\.db\\.before-version-([0-9]+)", RegexOptions.NonBacktracking)]
    private static partial Regex FormerFile();
}
