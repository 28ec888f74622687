using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CareJournal.Web;

/// <summary>Answers bUnit's wish for a newer AngleSharp.Diffing with the one that the feed has; see BUnit.targets.</summary>
internal static class AngleSharpDiffing
{
    private const string Name = "AngleSharp.Diffing";

    /// <summary>Runs before the first test, hence before bUnit compares its first markup.</summary>
    [ModuleInitializer]
    internal static void AnswerWithTheOlderVersion()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "diffing", Name + ".dll");
        AssemblyLoadContext.Default.Resolving += (context, wanted) =>
            string.Equals(wanted.Name, Name, StringComparison.Ordinal) ? context.LoadFromAssemblyPath(file) : null;
    }
}
