using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Today;

public sealed class DayEndTests
{
    private static readonly TimeOnly Evening = new(19, 0);

    [Fact]
    public void A_day_ends_once_every_appointment_is_answered_and_counts_what_occurred()
    {
        DayEnd end = DayEnd.Of(Of(At(9, VisitStatus.Held), At(10, VisitStatus.NoShow), At(11, VisitStatus.Held)), Evening, wasLast: false)!;
        Assert.Equal([(VisitStatus.Held, 2), (VisitStatus.NoShow, 1)], end.Answered);
        Assert.Empty(end.Waiting);
    }

    [Fact]
    public void It_goes_on_while_a_session_lies_ahead_or_may_and_nothing_ends_before_something_was_logged()
    {
        Assert.Null(DayEnd.Of(Of(At(9, VisitStatus.Held), At(18, VisitStatus.Planned)), new TimeOnly(12, 0), wasLast: false));
        Assert.Null(DayEnd.Of(Of(At(9, VisitStatus.Held), At(null, VisitStatus.Planned)), Evening, wasLast: false));
        Assert.Null(DayEnd.Of(Of(At(9, VisitStatus.Planned)), Evening, wasLast: false));
        Assert.Null(DayEnd.Of(Of(), Evening, wasLast: true));
    }

    [Fact]
    public void A_session_that_is_over_and_has_no_answer_is_said_to_wait_with_those_of_earlier_days()
    {
        TodayAnswer day = Of(At(9, VisitStatus.Held), At(10, VisitStatus.Planned)) with { Earlier = [At(16, VisitStatus.Planned)] };
        DayEnd end = DayEnd.Of(day, Evening, wasLast: false)!;
        Assert.Equal(new TimeOnly(10, 0), Assert.Single(end.Waiting).StartsAt);
        Assert.Equal(new TimeOnly(16, 0), Assert.Single(end.Earlier).StartsAt);
    }

    [Fact]
    public void A_session_without_a_time_is_no_day_unless_it_was_the_last_one_that_waited()
    {
        TodayAnswer day = Of(At(null, VisitStatus.Held));
        Assert.Null(DayEnd.Of(day, Evening, wasLast: false));
        Assert.Equal([(VisitStatus.Held, 1)], DayEnd.Of(day, Evening, wasLast: true)!.Answered);
    }

    private static TodaySession At(int? hour, VisitStatus status) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), "Claire Vasseur", Day("2026-11-20"), hour is { } at ? new TimeOnly(at, 0) : null, status, 1);

    private static TodayAnswer Of(params TodaySession[] sessions) => new(Day("2026-11-20"), sessions, [], 0, 0, 0, 1, null, ClockWentBack: false);
}
