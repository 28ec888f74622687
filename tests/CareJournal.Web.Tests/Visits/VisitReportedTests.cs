using AngleSharp.Dom;
using CareJournal.Absences;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.AwayReview;
using CareJournal.Web.Patients;
using CareJournal.Web.Timelines;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Visits;

/// <summary>Tests what is said of a session in which nothing was written, but something was reported.</summary>
public sealed class VisitReportedTests
{
    private const string NothingWritten = "Séance faite, rien d’écrit.";

    [Fact]
    public async Task A_session_with_nothing_but_a_reported_flare_up_says_it_wherever_the_session_is_read()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2025-11-03");
        var timeline = await ReturnsAsync(test, person, form => form.Since.FlareUps.Add(new FlareUpForm { PatientId = person, Start = FuzzyDate.InMonth(2026, 3), End = FuzzyDate.InMonth(2026, 3) }));

        string[] told = ["Dit ce jour-là Poussée rapportée, en mars 2026."];
        Assert.Equal(told, Lines<ReadingVisit>(test, shown => shown.Add(view => view.Timeline, timeline).Add(view => view.Visit, timeline.Held[^1])));
        Assert.Equal(told, Lines<VisitDetail>(test, shown => shown.Add(view => view.Timeline, timeline).Add(view => view.VisitId, timeline.Held[^1].Id)).Take(1));
        Assert.Equal([.. told, NothingWritten], Lines<AwayNotes>(test, shown => shown.Add(view => view.PatientId, person).Add(view => view.Today, PeopleTestContext.Today)));
    }

    [Fact]
    public async Task A_pause_and_a_life_event_are_said_as_they_were_reported()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2025-11-03");
        var timeline = await ReturnsAsync(test, person, form =>
        {
            (form.Since.HowItWas, form.Since.Words) = (HowItWas.RatherHard, "Un long hiver.");
            form.Since.LifeEvents.Add(new LifeEventForm { PatientId = person, Start = FuzzyDate.InMonth(2026, 3), Words = "Déménagement" });
        });

        Assert.Equal(
            ["Dit ce jour-là Plutôt difficile · Un long hiver.", "Dit ce jour-là Déménagement, en mars 2026."],
            Lines<ReadingVisit>(test, shown => shown.Add(view => view.Timeline, timeline).Add(view => view.Visit, timeline.Held[^1])));
    }

    private static async Task<PatientTimeline> ReturnsAsync(PeopleTestContext test, Guid person, Action<VisitForm> reports)
    {
        VisitForm form = new() { PatientId = person, HeldOn = new DateOnly(2026, 11, 16) };
        reports(form);
        PeopleTestContext.Saved(await test.Get<VisitRecorder>().RecordAsync(form));
        return await test.TimelineAsync(person);
    }

    private static IEnumerable<string> Lines<TView>(PeopleTestContext test, Action<ComponentParameterCollectionBuilder<TView>> shown)
        where TView : IComponent
    {
        var view = test.Context.Render(shown);
        view.WaitForAssertion(() => Assert.NotEmpty(view.FindAll("p")));
        return view.FindAll("p").Select(line => PeopleSight.Read(line));
    }
}
