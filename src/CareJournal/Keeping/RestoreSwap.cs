using System.Text.Json;
using CareJournal.Storage;
using CareJournal.Vault;

namespace CareJournal.Keeping;

/// <summary>
/// Puts other files in the place of those that are the journal, all or none. What is to be done is written down in one file, and that file's name is the one
/// step that decides: before it the journal is the old one, after it the rest is finished by whoever opens the folder next, however often it is killed.
/// </summary>
internal static class RestoreSwap
{
    /// <summary>Writes down what is to be done, and does it. The new files are on the disk already.</summary>
    /// <param name="folder">The folder of a journal that nobody has open.</param>
    /// <param name="order">What is to be done.</param>
    /// <param name="reached">Called after each step, so that a test can simulate a power cut.</param>
    public static void Run(JournalFolder folder, RestoreOrder order, Action<string>? reached = null)
    {
        reached?.Invoke("ready");
        DurableFile.Replace(folder.RestorePath, JsonSerializer.SerializeToUtf8Bytes(order));
        reached?.Invoke("decided");
        Finish(folder, reached);
    }

    /// <summary>Finishes what a killed program had decided; does nothing otherwise.</summary>
    public static void Finish(JournalFolder folder, Action<string>? reached = null)
    {
        if (!File.Exists(folder.RestorePath))
        {
            return;
        }

        RestoreOrder order = JsonSerializer.Deserialize<RestoreOrder>(File.ReadAllBytes(folder.RestorePath))!;
        foreach (string own in folder.OwnFiles)
        {
            string name = Path.GetFileName(own);
            string aside = JournalFolder.SetAsidePath(own, order.Stamp);
            if (order.Present.Contains(name) && !File.Exists(aside) && File.Exists(own))
            {
                DurableFile.Move(own, aside);
                reached?.Invoke($"{name} aside");
            }

            if (order.Incoming.TryGetValue(name, out string? incoming) && File.Exists(Path.Combine(folder.Path, incoming)))
            {
                DurableFile.Move(Path.Combine(folder.Path, incoming), own);
                reached?.Invoke($"{name} in place");
            }
        }

        DurableFile.Move(folder.RestorePath, folder.RestoredPath);
        reached?.Invoke("done");
    }

    /// <summary>Returns the order that puts a copy, which lies in the staging folder, in the journal's place.</summary>
    public static RestoreOrder OrderFor(JournalFolder folder, JournalFolder staged, string stamp, string detail) =>
        new(stamp, PresentIn(folder), Incoming(folder, own => Path.Combine(staged.Path, Path.GetFileName(own))), detail);

    /// <summary>Returns the order that puts a journal that was set aside back in its place.</summary>
    public static RestoreOrder OrderBack(JournalFolder folder, string setAside, string stamp, string detail) =>
        new(stamp, PresentIn(folder), Incoming(folder, own => JournalFolder.SetAsidePath(own, setAside)), detail);

    private static string[] PresentIn(JournalFolder folder) => [.. folder.OwnFiles.Where(File.Exists).Select(own => Path.GetFileName(own))];

    private static Dictionary<string, string> Incoming(JournalFolder folder, Func<string, string> from) =>
        folder.OwnFiles.Where(own => File.Exists(from(own))).ToDictionary(own => Path.GetFileName(own), own => Path.GetRelativePath(folder.Path, from(own)), StringComparer.Ordinal);
}

/// <summary>What is put in the place of a journal.</summary>
/// <param name="Stamp">What the names of the files that are set aside end with.</param>
/// <param name="Present">The names of the files that were the journal.</param>
/// <param name="Incoming">The files that take their names, under the folder.</param>
/// <param name="Detail">What is recorded of it, as the first act of the journal that takes the place.</param>
internal sealed record RestoreOrder(string Stamp, IReadOnlyList<string> Present, IReadOnlyDictionary<string, string> Incoming, string Detail);
