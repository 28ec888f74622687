namespace CareJournal.Settings;

/// <summary>Where the rules of the practice's time zone come from.</summary>
public enum ZoneSource
{
    /// <summary>The system's own data.</summary>
    System,

    /// <summary>The rule of Central European Time in this program: the system does not know the zone.</summary>
    BuiltIn,

    /// <summary>Universal Time, because neither the system nor this program knows the zone.</summary>
    Universal,
}

/// <summary>
/// Finds a time zone on any machine. One without time-zone data must still open the journal: the zones of Central Europe then follow the rule
/// that has applied since 1996, and any other zone is Universal Time, which may put a late evening on the next day or an early morning on the day before.
/// </summary>
public static class PracticeZone
{
    private const int LastWeek = 5;
    private static readonly HashSet<string> CentralEurope = new(StringComparer.Ordinal)
    {
        "Europe/Paris", "Europe/Monaco", "Europe/Brussels", "Europe/Luxembourg", "Europe/Zurich", "Europe/Berlin", "Europe/Amsterdam",
        "Europe/Rome", "Europe/Madrid", "Europe/Vienna", "Europe/Andorra",
    };

    /// <summary>Returns the zone with this IANA name, and where its rules come from.</summary>
    public static (TimeZoneInfo Zone, ZoneSource Source) Find(string name) => Find(name, TimeZoneInfo.TryFindSystemTimeZoneById);

    /// <summary>Returns the zone as a machine finds it that knows what <paramref name="system"/> knows.</summary>
    internal static (TimeZoneInfo Zone, ZoneSource Source) Find(string name, SystemZones system) =>
        system(name, out TimeZoneInfo? known) && known is not null ? (known, ZoneSource.System)
        : CentralEurope.Contains(name) ? (CentralEuropean(name), ZoneSource.BuiltIn)
        : (TimeZoneInfo.Utc, ZoneSource.Universal);

    // Summer time begins on the last Sunday of March at 2:00 and ends on the last of October at 3:00, by the clock on the wall.
    private static TimeZoneInfo CentralEuropean(string name)
    {
        TimeSpan hour = TimeSpan.FromHours(1);
        TimeZoneInfo.AdjustmentRule summer = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            hour,
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, LastWeek, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, LastWeek, DayOfWeek.Sunday));
        return TimeZoneInfo.CreateCustomTimeZone(name, hour, name, name, name, [summer]);
    }

    /// <summary>The system's list of zones.</summary>
    internal delegate bool SystemZones(string name, out TimeZoneInfo? zone);
}
