namespace CareJournal.Settings;

/// <summary>Finding the practice's time zone, also on a machine without time-zone data.</summary>
public sealed class PracticeZoneTests
{
    [Fact]
    public void What_the_system_knows_is_taken_from_the_system()
    {
        (TimeZoneInfo zone, ZoneSource source) = PracticeZone.Find("Europe/Paris");
        Assert.Equal(TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), zone);
        Assert.Equal(ZoneSource.System, source);
    }

    [Fact]
    public void Without_data_paris_follows_the_rule_of_this_program_which_says_the_same_for_every_hour_of_thirty_years()
    {
        (TimeZoneInfo zone, ZoneSource source) = PracticeZone.Find("Europe/Paris", KnowsNothing);
        Assert.Equal(ZoneSource.BuiltIn, source);
        TimeZoneInfo paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");
        for (DateTime hour = new(1996, 1, 1, 0, 30, 0, DateTimeKind.Utc); hour.Year < 2026 + 30; hour = hour.AddHours(1))
        {
            Assert.Equal(TimeZoneInfo.ConvertTimeFromUtc(hour, paris), TimeZoneInfo.ConvertTimeFromUtc(hour, zone));
        }
    }

    [Fact]
    public void Without_data_a_zone_elsewhere_is_universal_time()
    {
        (TimeZoneInfo zone, ZoneSource source) = PracticeZone.Find("America/Montreal", KnowsNothing);
        Assert.Equal((TimeZoneInfo.Utc, ZoneSource.Universal), (zone, source));
    }

    private static bool KnowsNothing(string name, out TimeZoneInfo? zone)
    {
        zone = null;
        return false;
    }
}
