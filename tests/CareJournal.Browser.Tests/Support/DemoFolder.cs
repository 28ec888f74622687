using CareJournal.Support;
using CareJournal.Vault;

namespace CareJournal.Browser;

/// <summary>
/// The invented people of a demo, written once for the whole run: to write them takes several times as long as to start the
/// program. Copies are what the tests write into, each opened by the demo's passphrase like any other journal.
/// </summary>
internal static class DemoFolder
{
    public const string Passphrase = "demo";

    private static readonly Lazy<Task<string>> Written = new(WriteAsync);

    /// <summary>The path of a copy, for the caller to use and to delete.</summary>
    public static async Task<string> CopyAsync() => CreatedJournal.CopyOf(await Written.Value);

    private static async Task<string> WriteAsync()
    {
        await using var demo = await RunningJournal.StartAsync(demo: true);
        // It answers only once all of it is written; a folder that is named for it gets one of its own inside.
        var folder = CreatedJournal.CopyOf(Directory.EnumerateDirectories(demo.Folder).Single());
        FewestRounds.WriteTo(Path.Combine(folder, "journal.key"), Passphrase, RecoveryCode.Create());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
