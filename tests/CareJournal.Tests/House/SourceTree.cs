using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CareJournal.House;

/// <summary>The sources as text, without comments and strings, so that a word in a sentence is no arrow.</summary>
internal sealed partial record SourceFile(string Path, string Code)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public string Project => Path.Split('/')[0];

    public string Room => Path.Split('/') is [_, var room, _, ..] ? room : "";

    public IEnumerable<string> Usings => Using().Matches(Code).Select(match => match.Groups["name"].Value);

    public bool Names(string word) => Regex.IsMatch(Code, $@"\b{Regex.Escape(word)}\b");

    [GeneratedRegex(@"^\s*@?using\s+(?:static\s+)?(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}

internal static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<SourceFile> Files { get; } =
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Select(path => (full: path, relative: System.IO.Path.GetRelativePath(System.IO.Path.Combine(Root, "src"), path).Replace('\\', '/')))
            .Where(path => !Regex.IsMatch(path.relative, "/(obj|bin|Migrations)/"))
            .Select(path => new SourceFile(path.relative, Noise().Replace(File.ReadAllText(path.full), " "))),
    ];

    public static IEnumerable<SourceFile> Journal => Files.Where(file => file.Project == "CareJournal");

    public static IEnumerable<SourceFile> Web => Files.Where(file => file.Project == "CareJournal.Web");

    private static string FindRoot([CallerFilePath] string here = "")
    {
        DirectoryInfo? folder = new FileInfo(here).Directory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "CareJournal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The sources are not beside the tests.");
    }

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|@\*.*?\*@|"(?:\\.|[^"\\\n])*"|<!--.*?-->""", RegexOptions.Singleline)]
    private static partial Regex Noise();
}
