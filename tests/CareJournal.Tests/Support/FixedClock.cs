namespace CareJournal.Support;

/// <summary>A clock that stays at noon of a day, UTC, until it is moved.</summary>
public sealed class FixedClock(DateOnly today) : TimeProvider
{
    private DateTimeOffset _now = new(today, new TimeOnly(12, 0), TimeSpan.Zero);

    public DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;

    public void MoveTo(DateOnly day) => _now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);

    public void MoveTo(DateTimeOffset instant) => _now = instant;
}
