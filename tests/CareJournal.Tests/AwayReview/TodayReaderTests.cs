using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

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
        Assert.Equal(Day("2026-11-20"), journal.Get<VisitDates>().Of(patient)!.LastVisit);
    }
}
