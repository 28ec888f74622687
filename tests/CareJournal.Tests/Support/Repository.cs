using System.Reflection;
using System.Text.RegularExpressions;

namespace CareJournal.Support;

/// <summary>The sources that these tests were built from.</summary>
public static partial class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>Source files under a folder, by their path from the root with slashes; nothing that was built or generated.</summary>
    public static IEnumerable<(string Path, string Text)> Files(string under, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, under), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "Migrations") && endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(Path.Combine(Root, file))));

    /// <summary>Code without its comments and texts.</summary>
    public static string WithoutWords(string code) => Words().Replace(code, " ");

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|@\*.*?\*@|""(?:\\.|[^""\\\n])*""", RegexOptions.Singleline)]
    private static partial Regex Words();
}
