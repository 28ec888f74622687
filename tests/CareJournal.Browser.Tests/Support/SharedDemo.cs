namespace CareJournal.Browser;

/// <summary>One demo for the whole run, for tests that only read it and leave it usable for the next ones.</summary>
internal sealed class SharedDemo
{
    private static readonly Lazy<Task<SharedDemo>> Started = new(StartAsync);

    private SharedDemo(RunningJournal journal, string untouched) => (Journal, Untouched) = (journal, untouched);

    public RunningJournal Journal { get; }

    /// <summary>A copy of its folder, taken before anybody was let in.</summary>
    public string Untouched { get; }

    /// <summary>The demo, started at the first need; it ends with the test run.</summary>
    public static Task<SharedDemo> StartedAsync() => Started.Value;

    private static async Task<SharedDemo> StartAsync()
    {
        var journal = await RunningJournal.StartAsync(demo: true);
        // It answers only once all of it is written; a folder that is named for it gets one of its own inside.
        return new SharedDemo(journal, CreatedJournal.CopyOf(Directory.EnumerateDirectories(journal.Folder).Single()));
    }
}
