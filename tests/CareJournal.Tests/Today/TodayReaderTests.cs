using CareJournal.AwayReview;
using CareJournal.NextSteps;
using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Today;

public sealed class TodayReaderTests
{
    [Fact]
    public async Task A_session_that_nobody_logged_on_friday_is_still_there_on_monday()
    {
        using TestJournal journal = TestJournal.Open("2026-11-20");
        Guid patient = await PatientAsync(journal);
        Guid visit = Guid.CreateVersion7();
        IsSaved(await journal.Get<VisitRecorder>().PlanAsync(visit, patient, Day("2026-11-20"), new TimeOnly(18, 0)));
        Assert.Equal(visit, Assert.Single((await journal.Get<TodayReader>().ReadAsync()).Sessions).VisitId);

        journal.Clock.MoveTo(Day("2026-11-23"));
        TodayAnswer monday = await journal.Get<TodayReader>().ReadAsync();
        Assert.Empty(monday.Sessions);
        TodaySession friday = Assert.Single(monday.Earlier);
        Assert.Equal((visit, Day("2026-11-20")), (friday.VisitId, friday.HeldOn));

        IsSaved(await journal.Get<VisitRecorder>().HeldNothingToAddAsync(patient, visit, friday.Revision, friday.HeldOn, friday.StartsAt));
        Assert.Empty((await journal.Get<TodayReader>().ReadAsync()).Earlier);
        Assert.Equal(Day("2026-11-20"), journal.FactsOf(patient)!.LastVisit);
    }

    [Fact]
    public async Task A_planned_session_comes_with_what_there_was_before_it_each_person_with_their_own()
    {
        using TestJournal journal = TestJournal.Open("2026-11-22");
        Guid known = await PatientAsync(journal, "Zola", "Ada");
        Guid other = await PatientAsync(journal, "Élie", "Bo");
        Guid unknown = await PatientAsync(journal, "Yver", "Cy");
        await VisitAsync(journal, known, "2026-09-07", note: "La rivière.");
        await VisitAsync(journal, known, "2026-10-05", new NextStepForm { Kind = NextStepKind.Every, Days = 28 });
        await VisitAsync(journal, other, "2026-11-02", note: "Le jardin.");
        foreach (Guid person in new[] { known, other, unknown })
        {
            IsSaved(await journal.Get<VisitRecorder>().PlanAsync(Guid.CreateVersion7(), person, Day("2026-11-22"), null));
        }

        Dictionary<Guid, TodaySession> sessions = (await journal.Get<TodayReader>().ReadAsync()).Sessions.ToDictionary(session => session.PatientId);
        TodayBefore before = sessions[known].Before!;
        Assert.Equal((Day("2026-10-05"), Day("2026-09-07"), "La rivière.", 28), (before.LastOn, before.Texts!.HeldOn, before.Texts.Note, before.Step!.Agreement.EveryDays));
        Assert.Equal(Day("2026-10-05"), before.Course.Latest!.At);
        Assert.Equal((Day("2026-11-02"), "Le jardin."), (sessions[other].Before!.LastOn, sessions[other].Before!.Texts!.Note));
        Assert.Equal((null, null, null), (sessions[unknown].Before!.LastOn, sessions[unknown].Before!.Texts, sessions[unknown].Before!.Step));

        TodaySession done = sessions[known];
        IsSaved(await journal.Get<VisitRecorder>().HeldNothingToAddAsync(known, done.VisitId, done.Revision, done.HeldOn, done.StartsAt));
        Assert.Null((await journal.Get<TodayReader>().ReadAsync()).Sessions.Single(session => session.PatientId == known).Before);
    }
}
