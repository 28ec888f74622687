using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Timelines;

/// <summary>Tests the drawing of the shared screen: the same lanes at every stop, and nothing in it is counted or summed up.</summary>
public sealed class SharedPictureTests
{
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly CurveSelection Curves = new([Instrument.Activities, Instrument.Pain]);

    public static TheoryData<TimelineStop> Stops => [.. Enum.GetValues<TimelineStop>()];

    [Theory]
    [MemberData(nameof(Stops))]
    public void Each_session_and_each_answer_keeps_a_mark_of_its_own_from_every_distance(TimelineStop stop)
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = Draw(stop, shared: true, speaking.Words);
        Assert.Equal(200, picture.Visits.Count);
        Assert.Empty(picture.Columns);
        Assert.Empty(picture.Periods);
        Assert.All(picture.Charts, chart => Assert.Equal(("", 200), (chart.Band, chart.Line.Split('M', 'L').Length - 1)));
    }

    [Theory]
    [MemberData(nameof(Stops))]
    public void A_chart_says_which_way_is_better_and_sums_nothing_up(TimelineStop stop)
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = Draw(stop, shared: true, speaking.Words);
        Assert.Equal(["Activités (plus haut\u00a0: mieux)", "Douleur (plus haut\u00a0: moins mal)"], picture.Charts.Select(chart => chart.Summary));
        Assert.DoesNotContain("réponses", string.Join(' ', picture.Charts.Select(chart => chart.Readings)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TimelineStop.Course)]
    [InlineData(TimelineStop.Years)]
    public void From_afar_the_practitioners_own_view_still_gathers_and_sums_up(TimelineStop stop)
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = Draw(stop, shared: false, speaking.Words);
        Assert.NotEmpty(picture.Columns);
        Assert.Contains("réponses", picture.Charts[0].Readings, StringComparison.Ordinal);
    }

    private static TimelinePicture Draw(TimelineStop stop, bool shared, Words words)
    {
        // Two sessions a month for eight years: crowded from afar.
        DateOnly[] days = [.. Enumerable.Range(0, 200).Select(index => Today.AddDays(-15 * index))];
        TimelineRows rows = new()
        {
            Patient = new TimelinePatient { Id = Person },
            Shared = shared,
            Visits = [.. days.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, day, null, VisitStatus.Held, null))],
            Measures = [.. days.SelectMany(day => new[] { new TimelineMeasure(day, Instrument.Activities, day.Day % 11), new TimelineMeasure(day, Instrument.Pain, day.Day % 7) })],
        };
        PatientTimeline timeline = PatientTimeline.Create(rows, Today);
        return TimelinePicture.Draw(new TimelineLook(timeline, stop, TimelineScale.Fit(timeline, 0, 500), null, words), Curves);
    }
}
