using CareJournal.Web.Host;



namespace CareJournal.Web.Security;

/// <summary>Tests the measure of elapsed time, however the wall clock is set and however long the computer slept.</summary>
public sealed class ElapsedClockTests
{
    private readonly StillClock _time = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private readonly ElapsedClock _clock;

    public ElapsedClockTests() => _clock = new ElapsedClock(_time);

    [Fact]
    public void While_both_clocks_go_alike_it_goes_with_them()
    {
        _time.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal(TimeSpan.FromSeconds(90), _clock.Now);
        _time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(TimeSpan.FromHours(2), _clock.Since(TimeSpan.FromSeconds(90)));
    }

    [Fact]
    public void A_clock_set_back_takes_nothing_away()
    {
        _time.Advance(TimeSpan.FromMinutes(3));
        _time.SetWall(TimeSpan.FromDays(-1));
        Assert.Equal(TimeSpan.FromMinutes(3), _clock.Now);
        _time.Advance(TimeSpan.FromMinutes(7));
        Assert.Equal(TimeSpan.FromMinutes(10), _clock.Now);
    }

    [Fact]
    public void A_sleep_counts_once_also_after_the_clock_was_set_back()
    {
        _time.SetWall(TimeSpan.FromDays(-1));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromSeconds(5), _clock.Now);
        _time.SetWall(TimeSpan.FromHours(8));
        Assert.Equal(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(5), _clock.Now);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TimeSpan.FromHours(8) + TimeSpan.FromSeconds(10), _clock.Now);
    }

    [Fact]
    public void However_both_clocks_move_it_never_goes_back_and_never_lags_behind_the_running_one()
    {
        Random chance = new(7);
        TimeSpan before = TimeSpan.Zero;
        TimeSpan ran = TimeSpan.Zero;
        for (int turn = 0; turn < 2000; turn++)
        {
            if (chance.Next(3) == 0)
            {
                _time.SetWall(TimeSpan.FromMilliseconds(chance.Next(-90_000, 90_000)));
            }
            else
            {
                TimeSpan step = TimeSpan.FromSeconds(chance.Next(0, 4));
                _time.Advance(step);
                ran += step;
            }

            TimeSpan now = _clock.Now;
            Assert.True(now >= before && now >= ran, $"turn {turn}: {before}, {ran}, {now}");
            before = now;
        }
    }

    [Fact]
    public void A_grain_of_the_wall_clock_does_not_add_up()
    {
        // The wall clock jumps in steps of 15 ms, as some do, and is read in the middle of each.
        for (int turn = 0; turn < 1000; turn++)
        {
            _time.SetWall(TimeSpan.FromMilliseconds(turn % 2 == 0 ? 15 : -15));
            _ = _clock.Now;
        }

        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.InRange(_clock.Now, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.1));
    }
}
