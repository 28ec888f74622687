using CareJournal.Vault;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Tests.Vault;

public sealed class WrongSecretDelayTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void Five_wrong_tries_are_free()
    {
        var delay = After(5);

        Assert.Equal(TimeSpan.Zero, delay.Remaining);
    }

    [Theory]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    [InlineData(8, 4)]
    [InlineData(15, 512)]
    [InlineData(16, 900)]
    [InlineData(17, 900)]
    [InlineData(100_000, 900)]
    public void Each_further_one_doubles_the_wait_up_to_a_quarter_of_an_hour(int wrongTries, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), After(wrongTries).Remaining);

    [Fact]
    public void The_wait_runs_down_and_ends()
    {
        var delay = After(8);

        _clock.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(TimeSpan.FromSeconds(1), delay.Remaining);
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, delay.Remaining);
        _clock.Pass(TimeSpan.FromDays(400));
        Assert.Equal(TimeSpan.Zero, delay.Remaining);
    }

    [Fact]
    public void The_right_secret_clears_every_wrong_try()
    {
        var delay = After(20);
        delay.Reset();
        Assert.Equal(TimeSpan.Zero, delay.Remaining);

        delay.CountWrong();
        Assert.Equal(TimeSpan.Zero, delay.Remaining);
    }

    [Fact]
    public void The_owner_is_never_locked_out() =>
        Prop.ForAll<PositiveInt>(tries =>
        {
            var delay = After(tries.Get);
            _clock.Pass(WrongSecretDelay.LongestWait);
            return delay.Remaining == TimeSpan.Zero;
        }).Check(seed: 20261110);

    private WrongSecretDelay After(int wrongTries)
    {
        var delay = new WrongSecretDelay(_clock);
        for (var number = 0; number < wrongTries; number++)
        {
            delay.CountWrong();
        }

        return delay;
    }

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks = 12_345;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;
    }
}
