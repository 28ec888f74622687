using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.NextSteps;
using CareJournal.Reviews;
using CareJournal.Support;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>The briefing that is read before a session is written, and the dated facts of the timeline.</summary>
public sealed class BriefingTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task Before_a_session_the_persons_word_is_read_with_open_goals_tools_in_use_and_what_helped()
    {
        Guid person = await FilledAsync();
        Briefing briefing = Briefing.Of((await _journal.Get<TimelineReader>().ReadAsync(person))!);
        Assert.Equal("Ça passera.", briefing.Word!.Words);
        Assert.Equal(["Marcher"], briefing.Goals.Select(goal => goal.Words));
        Assert.Equal(["La respiration"], briefing.Tools.Select(tool => tool.Label));
        Assert.Equal(["Le repos", "La chaleur"], briefing.Helped);
    }

    [Fact]
    public async Task Before_a_first_session_nothing_is_missing()
    {
        Guid person = await PatientAsync(_journal);
        Briefing briefing = Briefing.Of((await _journal.Get<TimelineReader>().ReadAsync(person))!);
        Assert.Equal((null, 0, 0, 0), (briefing.Word, briefing.Goals.Count, briefing.Tools.Count, briefing.Helped.Count));
    }

    [Fact]
    public async Task Goals_tools_reviews_contacts_and_words_are_dated_facts_of_the_timeline()
    {
        Guid person = await FilledAsync();
        PatientTimeline timeline = (await _journal.Get<TimelineReader>().ReadAsync(person))!;
        Assert.Equal(
            ["2026-01-05 OfGoal", "2026-01-05 OfGoal", "2026-01-05 OfTool", "2026-01-05 OfTool", "2026-02-02 OfWord", "2026-03-02 OfGoalStep", "2026-03-02 OfReview", "2026-03-02 OfToolStep", "2026-03-02 OfToolStep", "2026-05-04 OfContact"],
            timeline.Facts.Select(fact => $"{fact.On:yyyy-MM-dd} {fact.GetType().Name}").Order(StringComparer.Ordinal));
        Assert.Equal(timeline.Facts.Select(fact => fact.On).Order(), timeline.Facts.Select(fact => fact.On));
    }

    [Fact]
    public async Task Together_there_are_goals_tools_and_the_word_and_nothing_of_the_practitioners()
    {
        Guid person = await FilledAsync();
        PatientTimeline shared = (await _journal.Get<TimelineReader>().ReadTogetherAsync(person))!;
        Assert.Equal(["Marcher", "Dormir"], shared.Goals.Select(goal => goal.Words));
        Assert.Equal([(Day("2026-03-02"), GoalState.Reached)], shared.Goals[1].Steps.Select(step => (step.On, step.State)));
        Assert.Equal("Ça passera.", Assert.Single(shared.WordsToSelf).Words);
        Assert.Equal(
            [null, "Chaque soir."],
            shared.Tools.SelectMany(tool => tool.Steps).OrderBy(step => step.State).Select(step => step.Line).Order());
        string all = System.Text.Json.JsonSerializer.Serialize(shared);
        Assert.All(["Du repos.", "Un appel.", "vu par moi", "ligne du but"], own => Assert.DoesNotContain(own, all, StringComparison.Ordinal));
        Assert.All(shared.Facts, fact => Assert.True(fact is TimelineFact.OfGoal or TimelineFact.OfGoalStep or TimelineFact.OfTool or TimelineFact.OfToolStep or TimelineFact.OfWord));
    }

    private async Task<Guid> FilledAsync()
    {
        Guid person = await PatientAsync(_journal);
        VisitForm first = new() { PatientId = person, HeldOn = Day("2025-08-18"), Impression = "Premier récit." };
        VisitForm second = new() { PatientId = person, HeldOn = Day("2026-01-05"), Impression = "Elle marche.", Agreed = "Continuer." };
        VisitForm third = new() { PatientId = person, HeldOn = Day("2026-03-02"), NextStep = new NextStepForm { Kind = NextStepKind.DoorOpen } };
        foreach (VisitForm visit in new[] { first, second, third })
        {
            IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(visit));
        }

        GoalForm goal = new() { PatientId = person, Words = "Marcher", SetOn = Day("2026-01-05") };
        GoalForm reached = new() { PatientId = person, Words = "Dormir", SetOn = Day("2026-01-05") };
        ToolForm tool = new() { PatientId = person, Label = "La respiration", MetOn = Day("2026-01-05") };
        ToolForm other = new() { PatientId = person, Label = "Le carnet", MetOn = Day("2026-01-05") };
        IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(goal));
        IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(reached));
        DateOnly today = _journal.Clock.Today;
        _journal.Clock.MoveTo(Day("2026-03-02"));
        IsSaved(await _journal.Get<GoalRecorder>().MoveAsync(new GoalMove { GoalId = reached.Id, State = GoalState.Reached, Line = "ligne du but" }));
        IsSaved(await _journal.Get<ToolRecorder>().RecordAsync(tool));
        IsSaved(await _journal.Get<ToolRecorder>().RecordAsync(other));
        IsSaved(await _journal.Get<ToolRecorder>().MoveAsync(new ToolMove { ToolId = tool.Id, State = ToolState.InDailyLife, Line = "Chaque soir.", View = ToolView.Person }));
        _journal.Clock.MoveTo(today);
        IsSaved(await _journal.Get<ReviewRecorder>().RecordAsync(new ReviewForm
        {
            PatientId = person,
            VisitId = third.Id,
            Needs = "Du repos.",
            Tools = [new ToolMove { ToolId = other.Id, State = ToolState.SetAside, Line = "vu par moi", View = ToolView.Practitioner }],
        }));
        IsSaved(await _journal.Get<WordToSelfRecorder>().RecordAsync(new WordToSelfForm { PatientId = person, On = Day("2026-02-02"), Words = "Ça passera." }));
        IsSaved(await _journal.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, On = Day("2026-05-04"), Words = "Un appel." }));
        foreach ((int year, string helped) in new[] { (2024, "Le repos."), (2026, "La chaleur.") })
        {
            FlareUpForm flareUp = new() { PatientId = person, Start = FuzzyDate.InMonth(year, 4), End = FuzzyDate.InMonth(year, 4), ReportedOn = Day("2026-11-02"), WhatHelped = helped };
            IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(flareUp));
        }

        return person;
    }
}
