using CareJournal.Support;
using CareJournal.Vault;

namespace CareJournal.Browser;

/// <summary>
/// The invented people of a demo as a folder, taken once for the whole run from the demo that runs already: to write them takes several
/// times as long as to start the program. Copies are what the tests write into, each opened by the demo's passphrase like any other journal.
/// </summary>
internal static class DemoFolder
{
    public const string Passphrase = "demo";

    private static readonly Lazy<Task<string>> Written = new(TakeAsync);

    /// <summary>The path of a copy, for the caller to use and to delete.</summary>
    public static async Task<string> CopyAsync() => CreatedJournal.CopyOf(await Written.Value);

    private static async Task<string> TakeAsync()
    {
        var demo = await SharedDemo.StartedAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(demo.Untouched, recursive: true);
        FewestRounds.WriteTo(Path.Combine(demo.Untouched, "journal.key"), Passphrase, RecoveryCode.Create());
        return demo.Untouched;
    }
}
