using System.Security.Cryptography;
using CareJournal.Vault;

namespace CareJournal.Tests.Vault;

/// <summary>Tests the count of wrong secrets: over restarts, with a clock that is set, with the file taken away, edited or put back.</summary>
public sealed class WrongTriesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-tries-").FullName;
    private readonly MasterKey _masterKey = MasterKey.Create();
    private readonly TwoClocks _clock = new();
    private readonly Guid _boot = Guid.NewGuid();

    private string TriesPath => Path.Combine(_folder, "journal.tries");

    public void Dispose()
    {
        _masterKey.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_wait_goes_on_after_a_restart_and_doubles_from_where_it_was()
    {
        var tries = Begun();
        Miss(tries, 9);
        Assert.Equal(TimeSpan.FromSeconds(8), tries.Remaining);
        _clock.Pass(TimeSpan.FromSeconds(3));

        var restarted = Started();
        Assert.Equal(TimeSpan.FromSeconds(5), restarted.Remaining);
        Assert.Equal(9, restarted.Count);
        restarted.CountWrong();
        Assert.Equal(TimeSpan.FromSeconds(16), restarted.Remaining);
        _clock.Pass(TimeSpan.FromSeconds(16));
        Assert.Equal(TimeSpan.Zero, Started().Remaining);
    }

    [Fact]
    public void The_first_five_are_free_over_restarts_too_and_the_sixth_is_not()
    {
        Begun();
        for (var number = 1; number <= 6; number++)
        {
            var tries = Started();
            Assert.Equal(TimeSpan.Zero, tries.Remaining);
            tries.CountWrong();
        }

        Assert.Equal(TimeSpan.FromSeconds(1), Started().Remaining);
    }

    [Fact]
    public void A_clock_that_is_set_forward_does_not_shorten_the_wait()
    {
        Miss(Begun(), 16);
        _clock.SetWall(TimeSpan.FromDays(400));

        Assert.Equal(WrongSecretDelay.LongestWait, Started().Remaining);
    }

    [Fact]
    public void After_another_start_of_the_computer_the_whole_wait_begins_again_whatever_the_clock_says()
    {
        Miss(Begun(), 12);
        _clock.SetWall(TimeSpan.FromDays(3));
        _clock.Pass(TimeSpan.FromSeconds(60));

        Assert.Equal(TimeSpan.FromSeconds(64), Started(boot: Guid.NewGuid()).Remaining);
        Assert.Equal(TimeSpan.FromSeconds(64), Started(boot: Guid.Empty).Remaining);
    }

    [Fact]
    public void What_was_missed_is_told_once_with_its_first_and_last_time_and_the_count_begins_again()
    {
        var tries = Begun();
        var first = _clock.GetUtcNow().UtcDateTime;
        tries.CountWrong();
        _clock.SetWall(TimeSpan.FromHours(2));
        Miss(tries, 2);

        var opened = Started();
        opened.CountRight(_masterKey, isFirstVersion: false);

        var failed = new FailedTries(3, first, first.AddHours(2), IsComplete: true);
        Assert.Equal(failed, opened.Told);
        Assert.Equal(failed, opened.Take());
        Assert.Null(opened.Take());
        opened.Forget();
        Assert.Null(opened.Told);
        Assert.Equal(TimeSpan.Zero, opened.Remaining);
        Assert.Equal(0, Started().Count);
    }

    [Fact]
    public void Tries_that_nobody_has_taken_yet_are_added_to_those_of_the_next_unlock()
    {
        var tries = Begun();
        Miss(tries, 2);
        tries.CountRight(_masterKey, isFirstVersion: false);
        Miss(tries, 3);
        tries.CountRight(_masterKey, isFirstVersion: false);

        Assert.Equal(5, tries.Take()!.Count);
    }

    [Fact]
    public void A_right_secret_without_a_wrong_one_before_tells_nothing_and_writes_nothing()
    {
        var before = Begun();
        var written = File.GetLastWriteTimeUtc(TriesPath);
        var bytes = File.ReadAllBytes(TriesPath);
        before.CountRight(_masterKey, isFirstVersion: false);
        var tries = Started();
        tries.CountRight(_masterKey, isFirstVersion: false);

        Assert.Null(tries.Told);
        Assert.Equal(bytes, File.ReadAllBytes(TriesPath));
        Assert.Equal(written, File.GetLastWriteTimeUtc(TriesPath));
    }

    [Fact]
    public void A_file_that_was_taken_away_counts_as_the_longest_wait_once_and_is_told()
    {
        Miss(Begun(), 6);
        File.Delete(TriesPath);

        var tries = Started(mustBeThere: true);
        Assert.Equal(WrongSecretDelay.LongestWait, tries.Remaining);
        _clock.Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromMinutes(5), Started(mustBeThere: true).Remaining);
        _clock.Pass(TimeSpan.FromMinutes(5));

        var waited = Started(mustBeThere: true);
        Assert.Equal(TimeSpan.Zero, waited.Remaining);
        waited.CountRight(_masterKey, isFirstVersion: false);
        Assert.Equal(new FailedTries(0, null, null, IsComplete: false), waited.Told);
        Assert.Equal(TimeSpan.Zero, Started(mustBeThere: true).Remaining);
    }

    [Fact]
    public void A_byte_changed_anywhere_in_the_file_counts_as_the_longest_wait()
    {
        Miss(Begun(), 3);
        var whole = File.ReadAllBytes(TriesPath);
        for (var position = 0; position < whole.Length; position++)
        {
            var bytes = whole.ToArray();
            bytes[position] ^= (byte)(1 << (position % 8));
            File.WriteAllBytes(TriesPath, bytes);
            Assert.Equal(WrongSecretDelay.LongestWait, Started().Remaining);
        }

        File.WriteAllBytes(TriesPath, whole[..100]);
        Assert.Equal(WrongSecretDelay.LongestWait, Started().Remaining);
    }

    [Theory]
    [InlineData(35, 1)]
    [InlineData(35, 0)]
    [InlineData(40, 1)]
    [InlineData(48, 1)]
    [InlineData(60, 1)]
    [InlineData(90, 1)]
    [InlineData(130, 1)]
    [InlineData(20, 1)]
    public void An_edited_number_time_or_key_with_a_mended_checksum_is_told_at_the_next_unlock(int position, byte value)
    {
        Miss(Begun(), 3);
        var bytes = File.ReadAllBytes(TriesPath);
        bytes[position] = position == 35 ? value : (byte)(bytes[position] ^ value);
        SHA256.HashData(bytes.AsSpan(0, 224), bytes.AsSpan(224));
        File.WriteAllBytes(TriesPath, bytes);

        var tries = Started();
        tries.CountRight(_masterKey, isFirstVersion: false);
        Assert.False(tries.Told!.IsComplete);
    }

    [Fact]
    public void A_file_that_somebody_made_without_the_key_is_told_at_the_next_unlock()
    {
        Miss(Begun(), 3);
        File.WriteAllBytes(TriesPath, TriesRecord.Unkeyed(assumed: 0).ToBytes());

        var tries = Started();
        tries.CountRight(_masterKey, isFirstVersion: false);
        Assert.Equal(new FailedTries(0, null, null, IsComplete: false), tries.Told);
    }

    [Fact]
    public void A_journal_of_a_program_that_kept_no_count_opens_without_a_word()
    {
        var tries = Started();
        Assert.Equal(TimeSpan.Zero, tries.Remaining);
        tries.CountRight(_masterKey, isFirstVersion: true);
        Assert.Null(tries.Told);
        Assert.True(File.Exists(TriesPath));
    }

    [Fact]
    public void A_file_that_cannot_be_written_keeps_the_count_in_memory()
    {
        var tries = Begun();
        File.Delete(TriesPath);
        Directory.CreateDirectory(TriesPath);
        Miss(tries, 7);

        Assert.Equal(TimeSpan.FromSeconds(2), tries.Remaining);
        tries.CountRight(_masterKey, isFirstVersion: false);
        Assert.Equal(7, tries.Told!.Count);
    }

    [Fact]
    public void Ten_thousand_tries_with_a_restart_after_each_are_looked_at_no_faster_than_four_in_an_hour()
    {
        Begun();
        var lookedAt = 0;
        var end = TimeSpan.FromHours(24);
        for (var asked = 0; asked < 10_000; asked++)
        {
            var tries = Started();
            if (tries.Remaining == TimeSpan.Zero)
            {
                lookedAt++;
                tries.CountWrong();
            }

            _clock.Pass(end / 10_000);
            _clock.SetWall(TimeSpan.FromHours(1));
        }

        Assert.InRange(lookedAt, 4 * 20, (4 * 24) + 15);
    }

    [Fact]
    public void Only_the_owner_may_read_the_file()
    {
        Begun();
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(TriesPath) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private static void Miss(WrongTries tries, int times)
    {
        for (var number = 0; number < times; number++)
        {
            tries.CountWrong();
        }
    }

    private WrongTries Begun()
    {
        var tries = Started();
        tries.Begin(_masterKey);
        return tries;
    }

    private WrongTries Started(bool mustBeThere = false, Guid? boot = null) => new(TriesPath, _clock, () => mustBeThere, () => boot ?? _boot);

    /// <summary>A clock whose wall can be set without its elapsed time.</summary>
    private sealed class TwoClocks : TimeProvider
    {
        private DateTimeOffset _wall = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);
        private long _ticks = TimeSpan.FromDays(2).Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => _wall;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => (_ticks, _wall) = (_ticks + time.Ticks, _wall + time);

        public void SetWall(TimeSpan by) => _wall += by;
    }
}
