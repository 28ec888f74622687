using CareJournal.Acts;
using CareJournal.Drafts;
using CareJournal.Visits;
using CareJournal.Web.Patients;
using CareJournal.Web.Visits;

namespace CareJournal.Web.Today;

/// <summary>Tests what the day says when its last session is answered: how many there were, what is left, and no praise.</summary>
public sealed class TodayEndTests
{
    [Fact]
    public async Task The_day_is_noted_once_its_last_session_is_answered_and_not_any_more_when_that_is_undone()
    {
        await using var test = PeopleTestContext.French();
        await test.PlannedAsync(await test.PersonAsync("Claire", "Vasseur"));
        await test.PlannedAsync(await test.PersonAsync("Odile", "Lemoine"));
        var page = test.Open<TodayPage>(Urls.Today);
        await page.Button("Séance faite, rien à ajouter").ClickAsync(new());
        Assert.Empty(page.FindAll("#day-end"));

        await page.Button("Rendez-vous manqué").ClickAsync(new());
        Assert.Equal("La journée est notée 1 séance, 1 rendez-vous manqué.", page.Find("section[aria-labelledby=day-end]").Read());

        var undone = PeopleTestContext.Saved(await test.Get<UndoRecorder>().UndoAsync(test.Notices.Current!.ActId!.Value));
        test.Notices.SayTakenBack("défait", undone.ActId, isUndo: true);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("#day-end")));
    }

    [Fact]
    public async Task What_is_left_is_listed_with_its_link_and_the_title_says_so()
    {
        await using var test = PeopleTestContext.French();
        var claire = await test.PersonAsync("Claire", "Vasseur");
        await test.PlannedAsync(claire, new TimeOnly(9, 0));
        var page = test.Open<TodayPage>(Urls.Today);
        await page.Button("Séance faite, rien à ajouter").ClickAsync(new());
        Assert.Equal("La journée est notée", page.Find("#day-end").Read());

        var draft = Guid.CreateVersion7();
        Assert.IsType<DraftOutcome.Kept>(await test.Get<DraftRecorder>().KeepAsync(new DraftForm { Id = draft, PatientId = claire, Form = "flare-up", Number = 1, Text = "{\"WhatHelped\":\"La marche\"}" }));
        page = test.Open<TodayPage>(Urls.Today);
        Assert.Equal("Les séances du jour sont notées", page.Find("#day-end").Read());
        Assert.Equal(Urls.Draft(draft), page.Find("section[aria-labelledby=day-end] a").GetAttribute("href"));

        var odile = await test.PersonAsync("Odile", "Lemoine");
        var waiting = await test.PlannedAsync(odile, new TimeOnly(10, 0));
        page = test.Open<TodayPage>(Urls.Today);
        Assert.Equal("Il reste des séances à noter", page.Find("#day-end").Read());
        Assert.Equal("Odile Lemoine 10 h, sans réponse", page.FindAll("section[aria-labelledby=day-end] li")[0].Read());
        Assert.Equal(Urls.LogPlannedSession(odile, waiting), page.Find("section[aria-labelledby=day-end] a").GetAttribute("href"));
    }

    [Fact]
    public async Task The_last_session_that_waits_is_saved_with_the_end_of_the_day_and_not_a_person()
    {
        await using var test = PeopleTestContext.French();
        var first = await test.PersonAsync("Claire", "Vasseur");
        var last = await test.PersonAsync("Odile", "Lemoine");
        var visit = await test.PlannedAsync(first, new TimeOnly(9, 0));
        var other = await test.PlannedAsync(last, new TimeOnly(10, 0));
        Assert.Contains("Enregistrer et passer à la suivante", Open(first, visit).FindAll("button").Select(button => button.Read()));

        PeopleTestContext.Saved(await test.Get<VisitRecorder>().HeldNothingToAddAsync(first, visit, 1, PeopleTestContext.Today, new TimeOnly(9, 0)));
        var form = Open(last, other);
        await form.Button("Enregistrer et finir la journée").ClickAsync(new());
        form.WaitForAssertion(() => Assert.Equal(Urls.DayNoted, test.Address));
        Assert.Equal("La journée est notée 2 séances.", test.Open<TodayPage>(Urls.DayNoted).Find("section[aria-labelledby=day-end]").Read());

        IRenderedComponent<LogVisitPage> Open(Guid person, Guid planned) =>
            test.Context.Render<LogVisitPage>(page => page.Add(one => one.PatientId, person).Add(one => one.VisitId, planned));
    }
}
