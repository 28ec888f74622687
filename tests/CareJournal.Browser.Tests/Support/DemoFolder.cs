using CareJournal.Support;
using CareJournal.Vault;

namespace CareJournal.Browser;

/// <summary>
/// The folder with the invented people of a demo, copied once for the whole run from the demo that runs already: writing them takes several
/// times as long as starting the program. Tests write into copies of it, each opened by the demo's passphrase like any other journal.
/// </summary>
internal static class DemoFolder
{
    public const string Passphrase = "demo";

    private static readonly Lazy<Task<string>> Written = new(TakeAsync);

    /// <summary>Returns the path of a copy, for the caller to use and to delete.</summary>
    public static async Task<string> CopyAsync() => CreatedJournal.CopyOf(await Written.Value);

    private static async Task<string> TakeAsync()
    {
        var demo = await SharedDemo.StartedAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(demo.Untouched, recursive: true);
        FewestRounds.WriteTo(Path.Combine(demo.Untouched, "journal.key"), Passphrase, RecoveryCode.Create());
        return demo.Untouched;
    }
}
