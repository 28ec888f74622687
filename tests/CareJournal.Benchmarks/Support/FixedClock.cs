namespace CareJournal.Benchmarks.Support;

/// <summary>A clock that stays at noon of the day for which the journal was prepared, so that every run measures the same review.</summary>
internal sealed class FixedClock(DateOnly today) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public override DateTimeOffset GetUtcNow() => new(today, new TimeOnly(12, 0), TimeSpan.Zero);
}
