using CareJournal.Support;
using CareJournal.Visits;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>The days that the first picture of a follow-up holds.</summary>
public sealed class TimelineOpeningTests
{
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly DateOnly Today = Day("2026-11-22");

    [Fact]
    public void A_follow_up_opens_on_its_last_period_and_today()
    {
        Assert.Equal(new TimelineOpening(Day("2026-02-02"), Today, Whole: false), TimelineOpening.Find(Timeline([.. Periods(2016, 2026)])));
        Assert.Equal(new TimelineOpening(Day("2021-02-02"), Today, Whole: false), TimelineOpening.Find(Timeline([.. Periods(2011, 2021)])));
    }

    [Fact]
    public void Of_a_period_that_lasts_for_twenty_years_the_last_five_are_held() =>
        Assert.Equal(Today.AddDays(-TimelineOpening.LongestPeriodDays), TimelineOpening.Find(Timeline([.. Every(30, 243)])).From);

    [Fact]
    public void Few_sessions_or_a_short_follow_up_are_shown_as_a_whole()
    {
        Assert.Equal(new TimelineOpening(Today.AddDays(-11 * 300), Today, Whole: true), TimelineOpening.Find(Timeline([.. Every(300, 12)])));
        Assert.Equal(new TimelineOpening(Today.AddDays(-3 * 119), Today, Whole: true), TimelineOpening.Find(Timeline([.. Every(3, 120)])));
        Assert.Equal(new TimelineOpening(Day("2021-10-04"), Today, Whole: true), TimelineOpening.Find(Timeline(Day("2021-10-04"))));
        Assert.False(TimelineOpening.Find(Timeline([.. Every(300, 13)])).Whole);
    }

    [Fact]
    public void A_period_that_went_on_over_a_pause_is_held_from_its_first_session()
    {
        Guid period = Guid.CreateVersion7();
        TimelineVisit[] visits = [.. Periods(2016, 2026).Select(day => new TimelineVisit(Guid.CreateVersion7(), day.Year >= 2025 ? period : null, day, null, VisitStatus.Held, null))];
        PatientTimeline timeline = PatientTimeline.Create(
            new TimelineRows { Patient = new TimelinePatient { Id = Person }, Visits = visits, Episodes = [new RecordedEpisode { Id = period, Title = "Reprise" }] }, Today);
        Assert.Equal(Day("2025-02-02"), TimelineOpening.Find(timeline).From);
    }

    [Fact]
    public void Without_a_session_everything_that_is_known_is_shown() =>
        Assert.Equal(new TimelineOpening(Today, Today, Whole: true), TimelineOpening.Find(Timeline()));

    [Fact]
    public void The_first_picture_always_holds_the_last_session_and_today_and_never_begins_before_the_follow_up() =>
        Prop.ForAll(
            (from gaps in Gen.Choose(0, 900).ListOf()
             from ago in Gen.Choose(0, 4000)
             select Days(gaps, ago)).ToArbitrary(),
            days =>
            {
                PatientTimeline timeline = Timeline(days);
                TimelineOpening opening = TimelineOpening.Find(timeline);
                return opening.From >= timeline.FollowedSince && opening.From <= timeline.LastVisit && opening.To == Today
                    && (!opening.Whole || opening.From == timeline.FollowedSince)
                    && opening.From >= (opening.Whole ? DateOnly.MinValue : timeline.LastVisit!.Value.AddDays(-TimelineOpening.LongestPeriodDays));
            }).Check(seed: 20261130);

    private static DateOnly[] Days(IEnumerable<int> gaps, int ago)
    {
        List<DateOnly> days = [Today.AddDays(-ago)];
        foreach (int gap in gaps)
        {
            days.Add(days[^1].AddDays(-gap));
        }

        return [.. days];
    }

    // Seven sessions from 2 February on, each year.
    private static IEnumerable<DateOnly> Periods(int first, int last) =>
        Enumerable.Range(first, last - first + 1).SelectMany(year => Enumerable.Range(0, 7).Select(visit => new DateOnly(year, 2, 2).AddDays(visit * 14)));

    private static IEnumerable<DateOnly> Every(int days, int visits) => Enumerable.Range(0, visits).Select(visit => Today.AddDays(-days * visit));

    private static PatientTimeline Timeline(params DateOnly[] days) => PatientTimeline.Create(
        new TimelineRows { Patient = new TimelinePatient { Id = Person }, Visits = [.. days.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, day, null, VisitStatus.Held, null))] }, Today);
}
