using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace CareJournal.House;

/// <summary>A source file as text, without comments and strings, so that a word in a sentence is no dependency.</summary>
internal sealed record SourceFile(string Path, string Code)
{
    public string Name => System.IO.Path.GetFileName(Path);

    public bool Names(string word) => Regex.IsMatch(Code, $@"\b{Regex.Escape(word)}\b");
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
