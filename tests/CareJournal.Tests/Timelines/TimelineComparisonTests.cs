using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>The comparison of flare-ups or ranges, aligned on day 0.</summary>
public sealed class TimelineComparisonTests
{
    private static readonly Guid Person = Guid.CreateVersion7();

    [Fact]
    public void A_flare_up_is_compared_with_the_nearest_earlier_ones_and_never_with_a_later_one()
    {
        TimelineFlareUp[] flareUps = [.. Enumerable.Range(0, 8).Select(year => FlareUp(new DateOnly(2017 + year, 3, 1), 10 + year))];
        TimelineComparison comparison = TimelineComparison.OfFlareUp(Timeline(flareUps), flareUps[6].Id)!;
        Assert.Equal([2023, 2022, 2021, 2020, 2019], comparison.Ranges.Select(range => range.From.Year));
        Assert.Equal([17, 16, 15, 14, 13], comparison.Ranges.Select(range => range.Days));
        Assert.Equal(17, comparison.LongestDays);
        Assert.Equal(2, comparison.More);
        Assert.Equal(0, TimelineComparison.OfFlareUp(Timeline(flareUps), flareUps[4].Id)!.More);
        Assert.Null(TimelineComparison.OfFlareUp(Timeline(flareUps), flareUps[0].Id));
        Assert.Null(TimelineComparison.OfFlareUp(Timeline(flareUps), Guid.CreateVersion7()));
    }

    [Fact]
    public void One_that_goes_on_runs_to_today()
    {
        TimelineFlareUp open = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.OnDay(Day("2026-11-01")) };
        Assert.Equal(22, TimelineComparison.OfFlareUp(Timeline(FlareUp(Day("2020-01-01"), 5), open), open.Id)!.Ranges[0].Days);
    }

    [Fact]
    public void An_end_that_was_reported_vaguely_is_certain_from_its_last_day_on()
    {
        TimelineFlareUp vague = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InSeason(2024, Season.Autumn), End = FuzzyDate.InMonth(2025, 2) };
        ComparedRange range = TimelineComparison.OfFlareUp(Timeline(FlareUp(Day("2020-01-01"), 5), vague), vague.Id)!.Ranges[0];
        Assert.Equal((vague.Start.Latest, Day("2025-02-01"), true), (range.CertainFrom, range.CertainTo, range.IsVague));

        TimelineFlareUp within = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InYear(2024), End = FuzzyDate.InSeason(2024, Season.Autumn) };
        range = TimelineComparison.OfFlareUp(Timeline(FlareUp(Day("2020-01-01"), 5), within), within.Id)!.Ranges[0];
        Assert.True(range.IsVague && range.CertainTo < range.CertainFrom);

        TimelineFlareUp precise = FlareUp(Day("2024-01-01"), 5);
        Assert.False(TimelineComparison.OfFlareUp(Timeline(FlareUp(Day("2020-01-01"), 5), precise), precise.Id)!.Ranges[0].IsVague);
    }

    [Fact]
    public void Two_ranges_keep_their_answers_counted_from_day_0()
    {
        TimelineComparison comparison = TimelineComparison.OfRanges(Timeline(), [new DateSpan(Day("2024-01-08"), Day("2024-01-31")), new DateSpan(Day("2024-02-29"), Day("2024-03-01"))])!;
        Assert.Equal([(0, 3), (14, 4)], comparison.Ranges[0].Of(Instrument.Activities));
        Assert.Empty(comparison.Ranges[1].Of(Instrument.Activities));
        Assert.Equal(2, comparison.Ranges[1].Days);
        Assert.Null(TimelineComparison.OfRanges(Timeline(), [new DateSpan(Day("2024-01-08"), null), new DateSpan(Day("2027-01-01"), null)]));
    }

    private static PatientTimeline Timeline(params TimelineFlareUp[] flareUps) => PatientTimeline.Create(
        new TimelineRows
        {
            Patient = new TimelinePatient { Id = Person },
            Visits = [.. new[] { "2024-01-08", "2024-01-22" }.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, Day(day), null, VisitStatus.Held, null))],
            Measures = [new(Day("2024-01-08"), Instrument.Activities, 3), new(Day("2024-01-22"), Instrument.Activities, 4)],
            FlareUps = flareUps,
        },
        Day("2026-11-22"));

    private static TimelineFlareUp FlareUp(DateOnly from, int days) => new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.OnDay(from), End = FuzzyDate.OnDay(from.AddDays(days)) };
}
