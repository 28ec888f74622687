using CareJournal.AwayReview;
using CareJournal.Dates;
using CareJournal.Episodes;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Search;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.Caseload;

/// <summary>The alignment, rank and filter of the overview, over people made by hand.</summary>
public sealed class CaseloadOverviewTests
{
    private static readonly DateOnly Today = Day("2026-11-22");
    private static readonly FollowUpCondition Back = new(Guid.NewGuid(), "Lombalgie");

    // Away for 371 days once; now away for 400 days, on 22 November 2026.
    private static readonly CaseloadPerson Longest = Person("Aubin", ["2024-01-15", "2024-02-12", "2025-02-17", "2025-03-17", "2025-09-15", "2025-10-18"], flareUps: ["2026-03"], told: "2026-04-02");
    private static readonly CaseloadPerson Often = Person("Bernard", ["2026-09-01", "2026-09-15", "2026-09-29", "2026-10-13"], Step(NextStepKind.Every, "2026-10-13", days: 14));
    private static readonly CaseloadPerson Open = Person("Colin", ["2025-06-02"], Step(NextStepKind.DoorOpen, "2025-06-02"), flareUps: ["2025-05", "2026-01"], told: "2026-02-10");
    private static readonly CaseloadPerson Never = Person("Denis", []);

    private static readonly CaseloadOverview Everybody = new(Today, [Longest, Often with { Grounds = FollowUpGrounds.None with { Conditions = [Back] } }, Open, Never]);

    [Theory]
    [InlineData(CaseloadRank.SinceLastVisit, "Colin Aubin Bernard Denis")]
    [InlineData(CaseloadRank.AgreedDate, "Bernard Aubin Colin Denis")]
    [InlineData(CaseloadRank.FlareUps, "Aubin Colin Bernard Denis")]
    [InlineData(CaseloadRank.Name, "Aubin Bernard Colin Denis")]
    public void A_rank_puts_its_reason_first_and_those_without_one_last_by_name(CaseloadRank rank, string names) =>
        Assert.Equal(names, Names(new CaseloadChoice { Rank = rank }));

    [Theory]
    [InlineData(CaseloadAnchor.FirstVisit, "Aubin Bernard Colin Denis")]
    [InlineData(CaseloadAnchor.LastFlareUp, "Aubin Colin Bernard Denis")]
    public void Those_without_the_day_that_is_aligned_on_come_last_and_stay(CaseloadAnchor align, string names) =>
        Assert.Equal(names, Names(new CaseloadChoice { Align = align, Rank = CaseloadRank.Name }));

    [Fact]
    public void Rows_of_a_view_last_equally_long_and_contain_the_day_they_are_aligned_on()
    {
        foreach (CaseloadAnchor align in Enum.GetValues<CaseloadAnchor>())
        {
            foreach (int years in CaseloadChoice.Spans)
            {
                CaseloadChoice choice = new() { Align = align, Years = years };
                (int before, int after) = CaseloadOverview.Reach(choice);
                Assert.Equal(years * 12, before + after);
                foreach (CaseloadPerson person in Everybody.People.Where(person => person.DayOf(align, Today) is not null))
                {
                    DateSpan window = Everybody.WindowOf(person, choice)!.Value;
                    DateOnly day = person.DayOf(align, Today)!.Value;
                    Assert.Equal((day.AddMonths(-before), day.AddMonths(after)), (window.From, window.To));
                }
            }
        }

        Assert.Null(Everybody.WindowOf(Never, new CaseloadChoice { Align = CaseloadAnchor.LastVisit }));
    }

    [Theory]
    [InlineData(CaseloadCriterionKind.LongerThanEver, null, "Aubin")]
    [InlineData(CaseloadCriterionKind.FlareUpTold, 12, "Aubin Colin")]
    [InlineData(CaseloadCriterionKind.FlareUpTold, 8, "Aubin")]
    [InlineData(CaseloadCriterionKind.NoOpenDoor, null, "Aubin Bernard Denis")]
    [InlineData(CaseloadCriterionKind.SilentFor, 6, "Aubin Colin")]
    [InlineData(CaseloadCriterionKind.AtLeastVisits, 4, "Aubin Bernard")]
    [InlineData(CaseloadCriterionKind.AtLeastVisits, 6, "Aubin")]
    [InlineData(CaseloadCriterionKind.DatePassed, null, "Bernard")]
    [InlineData(CaseloadCriterionKind.NothingAgreed, null, "Aubin Denis")]
    [InlineData(CaseloadCriterionKind.InFlareUp, null, "Aubin Colin")]
    public void A_criterion_is_true_of_those_it_names(CaseloadCriterionKind kind, int? number, string names) =>
        Assert.Equal(names, Names(new CaseloadChoice { Rank = CaseloadRank.Name, Criteria = [new CaseloadCriterion(kind, number)] }));

    [Fact]
    public void Silent_for_six_months_begins_on_the_day_itself()
    {
        CaseloadCriterion six = new(CaseloadCriterionKind.SilentFor, 6);
        Assert.True(six.Holds(Person("A", ["2026-05-22"]), Today));
        Assert.False(six.Holds(Person("A", ["2026-05-23"]), Today));
    }

    [Fact]
    public void Longer_than_ever_begins_one_day_after_the_longest_absence_and_needs_one()
    {
        CaseloadCriterion longer = new(CaseloadCriterionKind.LongerThanEver);
        CaseloadPerson person = Person("A", ["2024-01-01", "2024-07-01", "2025-01-15"]);
        DateOnly equal = Day("2025-01-15").AddDays(198);
        Assert.Equal(198, person.Facts.Course.Gaps.Max(gap => gap.Days));
        Assert.False(longer.Holds(person, equal));
        Assert.True(longer.Holds(person, equal.AddDays(1)));
        Assert.False(longer.Holds(Person("A", ["2020-01-01"]), Today));
    }

    [Fact]
    public void A_return_is_this_months_until_the_month_is_over()
    {
        CaseloadCriterion returned = new(CaseloadCriterionKind.ReturnedThisMonth);
        CaseloadPerson person = Person("A", ["2026-01-05", "2026-11-03"]);
        Assert.True(returned.Holds(person, Day("2026-11-30")));
        Assert.False(returned.Holds(person, Day("2026-12-01")));
    }

    [Fact]
    public void Condition_and_period_are_asked_for_as_they_are_recorded()
    {
        Assert.Equal("Bernard", Names(new CaseloadChoice { Criteria = [new CaseloadCriterion(CaseloadCriterionKind.Condition) { Condition = Back }] }));
        CaseloadOverview overview = new(Today, [Longest with { Grounds = FollowUpGrounds.None with { PeriodBecause = OpenedBecause.FlareUp } }, Often with { Grounds = FollowUpGrounds.None with { PeriodBecause = OpenedBecause.NotSaid } }]);
        CaseloadChoice choice = new() { Criteria = [new CaseloadCriterion(CaseloadCriterionKind.Period) { Because = OpenedBecause.FlareUp }] };
        Assert.Equal("Aubin", Assert.Single(overview.Show(choice).People).Name.FamilyName);
    }

    [Fact]
    public void Those_whose_follow_up_has_ended_are_shown_apart_and_never_among_the_others()
    {
        CaseloadPerson closed = Closed("Emery", "2024-05-06", PatientClosing.ClosedOnMySide, "2025-01-10");
        CaseloadPerson handedOver = Person("Faure", ["2024-03-04"], Step(NextStepKind.HandedOver, "2024-03-04"));
        CaseloadOverview overview = new(Today, [.. Everybody.People, closed, handedOver]);
        Assert.Equal(2, overview.EndedCount);
        Assert.Equal(Everybody.People, overview.Show(new CaseloadChoice { Rank = CaseloadRank.Name }).People);
        Assert.Equal([handedOver, closed], overview.Show(new CaseloadChoice { Ended = true }).People);
        Assert.Equal([true, true, false], new[] { closed, handedOver, Longest }.Select(person => person.IsEnded));

        // The criterion to remove first is looked for among those who can be shown.
        CaseloadView nobody = overview.Show(new CaseloadChoice { Ended = true, Criteria = [new CaseloadCriterion(CaseloadCriterionKind.InFlareUp), new CaseloadCriterion(CaseloadCriterionKind.AtLeastVisits, 1)] });
        Assert.Equal(CaseloadCriterionKind.InFlareUp, nobody.Narrowest!.Kind);
    }

    [Theory]
    [InlineData("2026-11-20", 1)]
    [InlineData("2025-12-22", 1)]
    [InlineData("2025-12-21", 2)]
    [InlineData("2023-09-01", 4)]
    [InlineData("2017-09-22", 10)]
    [InlineData("2009-01-05", 10)]
    [InlineData(null, 10)]
    public void Without_a_choice_the_rows_show_what_there_is_up_to_ten_years(string? first, int years)
    {
        CaseloadOverview overview = new(Today, first is null ? [Never] : [Never, Often, Person("A", [first])]);
        Assert.Equal(years, overview.UsualYears);
        CaseloadChoice choice = new() { UsualYears = overview.UsualYears };
        Assert.Equal((years, 5), (choice.ShownYears, (choice with { Years = 5 }).ShownYears));
        Assert.Equal(choice.OfferedSpans.Order(), choice.OfferedSpans);
        Assert.Equal(CaseloadChoice.Spans.Append(years).Distinct().Count(), choice.OfferedSpans.Count());
        if (years < CaseloadOverview.MostUsualYears && first is not null)
        {
            Assert.InRange(Day(first), overview.WindowOf(Often, choice)!.Value.From, Today);
        }
    }

    [Fact]
    public void A_theme_shows_those_about_whom_it_is_written_and_takes_the_place_of_another()
    {
        PeopleTheme sleep = new("sommeil", new HashSet<Guid> { Open.Facts.PatientId, Never.Facts.PatientId, Guid.NewGuid() });
        CaseloadChoice choice = new CaseloadChoice { Rank = CaseloadRank.Name }.With(sleep);
        Assert.Equal("Colin Denis", Names(choice));
        Assert.Equal(sleep, choice.Theme);
        Assert.Single(choice.With(new PeopleTheme("travail", new HashSet<Guid>())).Criteria);
        Assert.Equal("", Names(choice.With(new PeopleTheme("travail", new HashSet<Guid>()))));
        Assert.Empty(choice.With(null).Criteria);
        Assert.Equal([("sommeil", 2)], PeopleTheme.CountIn([sleep, new("rare", new HashSet<Guid>())], Everybody.People.Select(person => person.Facts.PatientId)).Select(theme => (theme.Theme.Word, theme.Count)));
    }

    [Fact]
    public void A_sentence_that_nobody_meets_names_the_criterion_to_take_away_first()
    {
        CaseloadCriterion narrow = new(CaseloadCriterionKind.AtLeastVisits, 500);
        CaseloadView view = Everybody.Show(new CaseloadChoice { Criteria = [new CaseloadCriterion(CaseloadCriterionKind.SilentFor, 6), narrow] });
        Assert.Empty(view.People);
        Assert.Same(narrow, view.Narrowest);
        Assert.Null(Everybody.Show(new CaseloadChoice()).Narrowest);
        Assert.Null(new CaseloadOverview(Today, []).Show(new CaseloadChoice()).Narrowest);
    }

    [Fact]
    public void A_filter_never_adds_anybody_and_a_rank_never_loses_anybody() =>
        Prop.ForAll(
            Gen.SubListOf(Enum.GetValues<CaseloadCriterionKind>()).ToArbitrary(),
            Gen.Elements(Enum.GetValues<CaseloadRank>()).ToArbitrary(),
            Gen.Choose(1, 40).ToArbitrary(),
            (kinds, rank, number) =>
            {
                CaseloadCriterion[] criteria = [.. kinds.Select(kind => new CaseloadCriterion(kind, number))];
                HashSet<CaseloadPerson> all = [.. Everybody.Show(new CaseloadChoice { Rank = rank, Criteria = criteria }).People];
                return all.SetEquals(Everybody.People.Where(person => criteria.All(criterion => criterion.Holds(person, Today))))
                    && criteria.All(left => all.IsSubsetOf(Everybody.Show(new CaseloadChoice { Rank = rank, Criteria = [.. criteria.Where(one => one != left)] }).People));
            }).Check(seed: 20261101);

    private static string Names(CaseloadChoice choice) => string.Join(' ', Everybody.Show(choice).People.Select(person => person.Name.FamilyName));

    private static NextStepFact Step(NextStepKind kind, string saidOn, int? days = null) =>
        new(new Agreement(Day(saidOn), 1, days, null), kind, null, false, DecidedBy.Both);

    private static CaseloadPerson Closed(string name, string heldOn, PatientClosing closing, string on)
    {
        CaseloadPerson person = Person(name, [heldOn]);
        AwayFacts facts = person.Facts with { Closed = true, Closing = closing, ClosedOn = Day(on) };
        return person with { Facts = facts, Judgement = AwayJudgement.Judge(facts, Today, OpenDays.Always) };
    }

    private static CaseloadPerson Person(string name, string[] heldOn, NextStepFact? step = null, string[]? flareUps = null, string? told = null)
    {
        DateOnly[] days = [.. heldOn.Select(Day)];
        NextStepFact[] steps = step is null ? [] : [step];
        AwayFacts facts = new(Guid.NewGuid(), days, VisitCourse.Create(days, steps.Select(one => one.Agreement), 90), steps);
        return new CaseloadPerson(new PatientName(facts.PatientId, name, "Camille", null, false), facts, AwayJudgement.Judge(facts, Today, OpenDays.Always))
        {
            FlareUps = [.. (flareUps ?? []).Select(start => new CaseloadFlareUp(FuzzyDate.Parse(start), null, Day(told!)))],
        };
    }
}
