using System.Text.RegularExpressions;
using System.Xml.Linq;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Resources;

/// <summary>Reads the two resource files of the repository, and the sources that use them.</summary>
internal static class WordsFile
{
    public static readonly IReadOnlyDictionary<string, string> French = Read("Words.resx");
    public static readonly IReadOnlyDictionary<string, string> English = Read("Words.en.resx");

    public static string Repository { get; } = FindRepository();

    /// <summary>Returns a text without the formats of its placeholders: <c>{0:00}</c> becomes <c>{0}</c>.</summary>
    public static string Bare(string text) => Regex.Replace(text, @"\{(\d):[^}]+\}", "{$1}");

    public static IReadOnlyList<string> Places(string text) =>
        [.. Regex.Matches(text, @"\{(\d)").Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Returns every source file of the host, without what the build wrote.</summary>
    public static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Repository, "src", "CareJournal.Web"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Where(file => !Path.GetRelativePath(Repository, file).Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"));

    private static Dictionary<string, string> Read(string name) =>
        XDocument.Load(Path.Combine(FindRepository(), "src", "CareJournal.Web", "Resources", name)).Root!
            .Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static string FindRepository()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CareJournal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No CareJournal.sln above the tests.");
    }
}
