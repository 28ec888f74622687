namespace CareJournal.Settings;

/// <summary>Provides the practice's civil day and time: the clock in the practice's own time zone, wherever the laptop travels.</summary>
public sealed class PracticeClock(TimeProvider clock)
{
    /// <summary>The practice's zone; set when the journal opens.</summary>
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>Where the rules of <see cref="Zone"/> come from, since it was last set by name.</summary>
    public ZoneSource ZoneSource { get; private set; }

    /// <summary>Sets the zone by its IANA name, on any machine (<see cref="PracticeZone"/>).</summary>
    public void UseZone(string name) => (Zone, ZoneSource) = PracticeZone.Find(name);

    /// <summary>The present instant, in UTC.</summary>
    public DateTime NowUtc => clock.GetUtcNow().UtcDateTime;

    /// <summary>The civil day at the practice.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(NowUtc));

    /// <summary>The instant at which a civil day begins at the practice, in UTC.</summary>
    public DateTime MidnightUtc(DateOnly day)
    {
        DateTime midnight = day.ToDateTime(TimeOnly.MinValue);
        // In zones that change their clocks at midnight, a day may begin an hour later.
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(midnight) ? midnight.AddHours(1) : midnight, Zone);
    }

    /// <summary>Converts an instant to the practice's local time.</summary>
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
