namespace CareJournal.Web.Host;

/// <summary>Tests that no other program reads the memory of the running journal, and that a crash writes none of it to the disk. Linux alone tells.</summary>
public sealed class PrivateMemoryTests
{
    [Fact]
    public async Task A_crash_leaves_no_picture_of_the_memory_on_the_disk()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        await using RunningProgram journal = new();
        await journal.StartAsync([]);
        string[] limits = await File.ReadAllLinesAsync($"/proc/{journal.ProcessId}/limits");
        Assert.Equal("0 0 bytes", string.Join(' ', limits.Single(line => line.StartsWith("Max core file size", StringComparison.Ordinal))[18..].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    // Root may read everything by its capabilities, so that a test that runs as root gives them up on both sides.
    [Fact]
    public async Task Another_program_of_the_same_account_may_not_look_into_the_memory()
    {
        if (!OperatingSystem.IsLinux() || (Environment.IsPrivilegedProcess && !File.Exists("/usr/bin/setpriv")))
        {
            return;
        }

        string[] plainly = Environment.IsPrivilegedProcess ? ["setpriv", "--inh-caps=-all", "--bounding-set=-all", "--ambient-caps=-all"] : [];
        await using RunningProgram journal = new();
        await journal.StartAsync([], plainly);
        string[] look = [.. plainly, "head", "-c", "1"];
        Assert.True((await RunningProgram.RunAsync([.. look, "/proc/self/environ"])).Succeeded);
        (bool looked, string said) = await RunningProgram.RunAsync([.. look, $"/proc/{journal.ProcessId}/environ"]);
        Assert.False(looked, said);
        Assert.True(journal.Runs);
    }
}
