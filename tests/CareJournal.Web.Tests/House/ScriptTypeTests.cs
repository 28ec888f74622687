using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CareJournal.House;

/// <summary>
/// Checks, with the TypeScript compiler, the types that the scripts declare in JSDoc for what passes between them against their code.
/// Nothing is compiled: a browser is served the scripts as they are.
/// </summary>
public sealed class ScriptTypeTests : IDisposable
{
    private const string Options = "jsconfig.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-scripts-").FullName;

    private static string Sources { get; } = Metadata("Sources");

    [Fact]
    public void Every_script_keeps_to_the_shapes_that_it_and_the_others_declare()
    {
        (bool succeeded, string[] lines) = Check(Path.Combine(Sources, Options));
        string[] complaints = [.. lines.Where(line => !File.Exists(line))];
        Assert.True(succeeded && complaints.Length == 0, string.Join('\n', complaints));

        // A script that is left out would pass whatever it contains.
        string screen = Path.Combine(Sources, "CareJournal.Web");
        Assert.Equal(
            Directory.EnumerateFiles(screen, "*.js", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(screen, file)).Where(IsOurs).Order(StringComparer.Ordinal),
            lines.Where(line => line.EndsWith(".js", StringComparison.Ordinal)).Select(file => Path.GetRelativePath(screen, file)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/** @import { View } from '/timeline-geometry.js' */\n/** @param {View} view */\nexport const left = view => view.strat;", "strat")]
    [InlineData("import { find } from '/elements.js';\nexport const text = find(document, 'p', HTMLElement).textContent;", "null")]
    [InlineData("/** @import { DotNetObject } from '/dotnet-object.js' */\n/** @import { GridMethods } from '/Caseload/CaseloadGrid.razor.js' */\n/** @param {DotNetObject<GridMethods>} server */\nexport const ask = server => server.invokeMethodAsync('Blocks', '1', 2);", "number")]
    [InlineData("export const unknown = it => it;", "implicitly")]
    public void A_script_that_does_not_is_refused_in_the_words_of_the_compiler(string script, string reason)
    {
        File.WriteAllText(Path.Combine(_folder, "wrong.js"), script);
        File.WriteAllText(Path.Combine(_folder, Options), $$"""{ "extends": "{{Path.Combine(Sources, Options).Replace('\\', '/')}}", "include": ["wrong.js"], "exclude": [] }""");
        (bool succeeded, string[] lines) = Check(Path.Combine(_folder, Options));
        Assert.False(succeeded);
        string complaint = Assert.Single(lines, line => !File.Exists(line));
        Assert.Contains("wrong.js", complaint, StringComparison.Ordinal);
        Assert.Contains(reason, complaint, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool IsOurs(string file) => file.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj");

    private static string Metadata(string key) =>
        typeof(ScriptTypeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value!;

    // The compiler writes a line for each error and for each file that it read.
    private static (bool Succeeded, string[] Lines) Check(string options)
    {
        ProcessStartInfo start = new(Compiler(), ["--project", options, "--pretty", "false", "--listFiles"])
        {
            WorkingDirectory = Sources,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process compiler = Process.Start(start)!;
        Task<string> complained = compiler.StandardError.ReadToEndAsync();
        string said = compiler.StandardOutput.ReadToEnd();
        compiler.WaitForExit();
        return (compiler.ExitCode == 0, [.. $"{said}\n{complained.GetAwaiter().GetResult()}".Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]);
    }

    private static string Compiler()
    {
        string system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        string processor = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        string program = Path.Combine(Metadata("TypeScript"), "tools", "runtimes", $"{system}-{processor}", OperatingSystem.IsWindows() ? "tsc.exe" : "tsc");
        Assert.True(File.Exists(program), $"The TypeScript compiler is not at {program}.");
        return program;
    }
}
