using System.Text.Json;
using CareJournal.Dates;
using CareJournal.Episodes;
using CareJournal.Measures;
using CareJournal.Support;
using CareJournal.Visits;

namespace CareJournal.Demo;

public sealed class SyntheticCareerTests
{
    private static readonly DateOnly Today = Some.Day("2026-11-22");
    private static readonly SyntheticCareer Demo = SyntheticCareer.Create(DemoSize.Demo, Today);

    public static TheoryData<string> Days => ["2026-11-22", "2026-12-28", "2027-01-04", "2027-03-16", "2027-08-17", "2028-02-29", "2028-05-01", "2029-10-10"];

    [Fact]
    public void The_same_seed_makes_the_same_people() =>
        Assert.Equal(Written(Demo), Written(SyntheticCareer.Create(DemoSize.Demo, Today)));

    [Fact]
    public void Another_seed_makes_other_people_but_for_the_first()
    {
        SyntheticCareer other = SyntheticCareer.Create(DemoSize.Demo, Today, seed: 7);
        Assert.NotEqual(Written(Demo), Written(other));
        Assert.Equal(JsonSerializer.Serialize(Demo.People[0]), JsonSerializer.Serialize(other.People[0]));
    }

    [Fact]
    public void A_demonstration_has_sixty_people_and_Claire_Vasseur_comes_first()
    {
        Assert.Equal(60, Demo.People.Count);
        Assert.Equal("Claire Vasseur", $"{Demo.People[0].GivenName} {Demo.People[0].FamilyName}");
        Assert.Equal(60, Demo.People.Select(person => person.FamilyName).Distinct().Count());
    }

    [Fact]
    public void A_practice_has_three_thousand_people_and_about_fifty_thousand_visits()
    {
        SyntheticCareer practice = SyntheticCareer.Create(DemoSize.Practice, Today);
        Assert.Equal(3_000, practice.People.Count);
        Assert.InRange(Held(practice).Count(), 47_000, 53_000);
        AssertInvariants(practice);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Every_date_and_answer_is_possible(string today) =>
        AssertInvariants(SyntheticCareer.Create(DemoSize.Demo, Some.Day(today)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_date_and_answer_is_possible_for_other_seeds(int seed) =>
        AssertInvariants(SyntheticCareer.Create(DemoSize.Demo, Today, seed));

    [Fact]
    public void Each_group_of_visits_is_one_period_and_joining_them_one_by_one_finds_the_same()
    {
        foreach (SyntheticPerson person in Demo.People)
        {
            VisitCourse course = PersonCourse.Of(person.Visits);
            Assert.Equal(course.Groups.Count, person.Periods.Count);
            SyntheticVisit[] held = [.. person.Visits.Where(visit => visit.Status == VisitStatus.Held)];
            Guid[] periods = [.. person.Periods.Select((_, index) => new Guid(index + 1, 0, 0, new byte[8]))];
            for (int index = 0; index < held.Length; index++)
            {
                SyntheticVisit[] soFar = held[..(index + 1)];
                Guid? joined = EpisodeJoining.Find(
                    held[index].On,
                    PersonCourse.Of(soFar),
                    held[..index].Select(visit => (visit.On, (Guid?)periods[visit.Period!.Value])));
                bool opens = index == 0 || held[index].Period != held[index - 1].Period;
                Assert.Equal(opens ? null : periods[held[index].Period!.Value], joined);
            }
        }
    }

    [Fact]
    public void No_session_was_held_while_the_practice_was_closed_but_a_few_by_video_in_spring_2020()
    {
        SyntheticCareer practice = SyntheticCareer.Create(DemoSize.Practice, Today);
        SyntheticVisit[] inside = [.. Held(practice).Where(visit => practice.Closures.Any(closure => visit.On >= closure.From && visit.On <= closure.To))];
        Assert.InRange(inside.Length, 1, Held(practice).Count() / 100);
        Assert.All(inside, visit => Assert.Equal((2020, VisitMode.Video), (visit.On.Year, visit.Mode)));
        Assert.Contains(practice.Closures, closure => closure.Label == "Confinement");
    }

    [Fact]
    public void The_practice_closed_two_or_three_times_a_year_and_is_open_today()
    {
        Assert.All(Enumerable.Range(2016, 10), year => Assert.InRange(Demo.Closures.Count(closure => closure.From.Year == year), 2, 3));
        Assert.All(Demo.Closures, closure => Assert.True(closure.To < Today));
    }

    [Fact]
    public void Not_every_event_brings_a_flare_up_and_not_every_flare_up_has_an_event()
    {
        SyntheticPerson[] people = [.. Demo.People.Skip(1)];
        Assert.Contains(people, person => person.FlareUps.Count > person.LifeEvents.Count);
        Assert.Contains(people, person => person.LifeEvents.Count > person.FlareUps.Count);
    }

    [Fact]
    public void Some_answers_are_left_out_and_few_are_declined()
    {
        int asked = 0;
        int declined = 0;
        foreach (SyntheticScore score in Held(Demo).SelectMany(visit => visit.Scores))
        {
            asked++;
            declined += score.Value is null ? 1 : 0;
        }

        Assert.InRange(declined, 1, asked / 40);
        Assert.Contains(Held(Demo), visit => visit.Scores.Count == 0);
    }

    private static IEnumerable<SyntheticVisit> Held(SyntheticCareer career) =>
        career.People.SelectMany(person => person.Visits).Where(visit => visit.Status == VisitStatus.Held);

    private static string Written(SyntheticCareer career) => JsonSerializer.Serialize(career);

    private static void AssertInvariants(SyntheticCareer career)
    {
        foreach (SyntheticPerson person in career.People)
        {
            Assert.True(person.BirthDate < person.AddedOn && person.AddedOn < career.Today);
            Assert.Equal(person.Visits.OrderBy(visit => visit.On), person.Visits);
            foreach (SyntheticVisit visit in person.Visits)
            {
                Assert.Equal(visit.Status == VisitStatus.Planned, visit.On >= career.Today);
                Assert.Equal(visit.Status == VisitStatus.Held, visit.Period is not null);
                Assert.Equal(visit.Status == VisitStatus.Held, visit.PlannedOn is null);
                Assert.True(visit.On >= person.AddedOn && !(visit.PlannedOn < person.AddedOn) && !(visit.PlannedOn >= career.Today));
                Assert.All(visit.Scores, score => Assert.True(score.Value is null || InstrumentScale.Of(score.Instrument).Allows(score.Value.Value)));
                Assert.Equal(visit.Scores.Count, visit.Scores.Select(score => score.Instrument).Distinct().Count());
                Assert.Empty(visit.NextStep?.Problems(visit.On) ?? []);
                Assert.False(person.DeceasedOn < visit.On);
            }

            AssertReported(person, career.Today);
        }
    }

    private static void AssertReported(SyntheticPerson person, DateOnly today)
    {
        DateOnly[] told =
        [
            .. person.FlareUps.Select(flare => flare.ReportedOn),
            .. person.LifeEvents.Select(life => life.ReportedOn),
            .. person.AbsenceNotes.Select(note => note.ReportedOn),
            .. person.Conditions.Select(condition => condition.ReportedOn),
        ];
        Assert.All(told, day => Assert.True(day >= person.AddedOn && day < today));
        Assert.All(person.FlareUps, flare => AssertSpan(flare.Start, flare.End, flare.ReportedOn, person, today));
        Assert.All(person.LifeEvents, life => AssertSpan(life.Start, life.End, life.ReportedOn, person, today));
        Assert.All(person.AbsenceNotes, note => Assert.True(note.From <= note.To && note.To < note.ReportedOn));
        Assert.All(person.Decisions, decision => Assert.True(decision.DecidedOn > person.Visits.Last(visit => visit.Status == VisitStatus.Held).On && decision.DecidedOn < today));
        Assert.False(person.Closing?.On >= today || person.DeceasedOn >= today);
    }

    private static void AssertSpan(FuzzyDate start, FuzzyDate? end, DateOnly reportedOn, SyntheticPerson person, DateOnly today)
    {
        Assert.True(start.Earliest <= reportedOn && start.Latest >= person.BirthDate);
        Assert.False(end?.Earliest > today || end?.Latest < start.Earliest);
    }
}
