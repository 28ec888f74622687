using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.NextSteps;
using CareJournal.Support;

namespace CareJournal.Demo;

public sealed class ClaireVasseurTests
{
    private static readonly DateOnly Today = Some.Day("2026-11-22");
    private static readonly SyntheticPerson Claire = SyntheticCareer.Create(DemoSize.Demo, Today).People[0];
    private static readonly VisitCourse Course = PersonCourse.Of(Claire.Visits);

    [Fact]
    public void Ten_periods_and_nine_pauses_of_four_months_to_thirteen()
    {
        Assert.Equal(10, Course.Groups.Count);
        Assert.All(Claire.Periods, period => Assert.NotNull(period.Title));
        Assert.Equal("Premier contact", Claire.Periods[0].Title);
        Assert.Equal("Objectifs 2026", Claire.Periods[^1].Title);
        Assert.All(Course.Gaps, gap => Assert.InRange(gap.Days, 120, 400));
        Assert.Equal(9, Claire.AbsenceNotes.Count);
        Assert.Contains(Claire.AbsenceNotes, note => note.WhyNoSession == WhyNoSession.DidNotDareReturn);
    }

    [Fact]
    public void Followed_since_2016_fifty_four_years_old_and_the_door_is_open()
    {
        Assert.Equal(2016, Course.Groups[0].First.Year);
        Assert.Equal(Some.Day("2026-05-12"), Course.Groups[^1].Last);
        Assert.Equal(NextStepKind.DoorOpen, Claire.Visits[^1].NextStep?.Kind);
        Assert.Equal(54, Today.Year - Claire.BirthDate.Year);
        Assert.True(Claire.BirthDate.AddYears(54) <= Today);
    }

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2027-02-01")]
    [InlineData("2027-08-20")]
    [InlineData("2028-12-31")]
    public void She_is_always_of_the_same_age_and_away_for_half_a_year(string today)
    {
        DateOnly day = Some.Day(today);
        SyntheticPerson claire = SyntheticCareer.Create(DemoSize.Demo, day).People[0];
        DateOnly last = claire.Visits[^1].On;
        Assert.True(last.AddMonths(7) >= day && last.AddMonths(5) < day, $"{last}");
        Assert.InRange(PersonCourse.Of(claire.Visits).Groups.Count, 9, 11);
        Assert.All(claire.Visits, visit => Assert.True(visit.Impression is not null && visit.Agreed is not null));
    }

    [Fact]
    public void Some_flare_ups_fall_inside_pauses_and_were_reported_on_return()
    {
        VisitInterval[] gaps = [.. Course.Gaps];
        int told = Claire.FlareUps.Count(flare => gaps.Any(gap => flare.ReportedOn == gap.To && flare.Start.Earliest > gap.From && flare.End?.Latest < gap.To));
        Assert.InRange(told, 3, 8);
        Assert.Contains(Claire.FlareUps, flare => flare.Start.Unit == DateUnit.Season);
        Assert.Contains(Claire.FlareUps, flare => flare.Start.About);
    }

    [Fact]
    public void Life_events_are_those_of_the_drawing()
    {
        string[] titles = [.. Claire.LifeEvents.Select(life => life.Words.Split('\n')[0])];
        Assert.Equal(
            ["Déménagement", "La chorale", "Confinement", "Nouveau poste", "Aide à son père", "Deuil (père)", "Le chien", "Retraite du conjoint", "Reprise de la marche"],
            titles);
    }

    [Fact]
    public void Her_curves_do_not_simply_rise()
    {
        decimal[] activities =
        [
            .. Claire.Visits.SelectMany(visit => visit.Scores.Where(score => score is { Instrument: Measures.Instrument.Activities, Value: not null }).Select(score => (decimal)score.Value!.Value)),
        ];
        Assert.InRange(activities[^20..].Average() - activities[..20].Average(), -2m, 2m);
        Assert.True(activities.Length > 60);
    }
}
