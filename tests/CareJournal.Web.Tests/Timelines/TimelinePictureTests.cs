using CareJournal.Dates;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.Patients;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Timelines;

/// <summary>Positions and words of the drawing, without any rendering.</summary>
public sealed class TimelinePictureTests
{
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void A_day_keeps_its_place_whatever_the_language()
    {
        string[] paths = [.. new[] { Speaking.French(), Speaking.English() }.Select(speaking =>
        {
            using (speaking)
            {
                return TimelinePicture.Draw(TenYears(), 1200, [Instrument.Activities], speaking.Wording).Charts[0].Line;
            }
        })];
        Assert.Equal(paths[0], paths[1]);
        Assert.DoesNotContain(',', paths[0]);
    }

    [Fact]
    public void Time_runs_evenly_and_ends_are_held_at_the_edges()
    {
        TimelineScale scale = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 100, 366);
        Assert.Equal(100, scale.X(new DateOnly(2024, 1, 1)));
        Assert.Equal(159, scale.X(new DateOnly(2024, 2, 29)));
        Assert.Equal(100, scale.X(new DateOnly(1990, 1, 1)));
        Assert.Equal(466, scale.X(new DateOnly(2030, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimelineScale(new DateOnly(2024, 2, 1), new DateOnly(2024, 1, 1), 0, 100));
    }

    [Fact]
    public void One_visit_stands_on_a_year_and_looks_intended()
    {
        PatientTimeline timeline = Create(Rows(Today));
        TimelineScale scale = TimelineScale.Fit(timeline, 0, 1000);
        Assert.True(scale.From <= Today.AddYears(-1));
        Assert.InRange(scale.X(Today), 900, 1000);
    }

    [Fact]
    public void What_was_told_of_a_time_long_before_does_not_squeeze_the_follow_up()
    {
        LifeEvent childhood = new() { PatientId = Person };
        Assert.Empty(childhood.Describe(new LifeEventForm { PatientId = Person, Start = FuzzyDate.InYear(1975) }, Today, null));
        TimelineScale scale = TimelineScale.Fit(Create(Rows(new DateOnly(2020, 1, 6), Today) with { LifeEvents = [childhood] }), 0, 1000);
        Assert.True(scale.From.Year >= 2017);
        Assert.Equal(0, scale.X(childhood.Start.Middle));
    }

    [Fact]
    public void A_gap_says_its_length_where_there_is_room_and_only_there()
    {
        using Speaking speaking = Speaking.French();
        IReadOnlyList<DrawnGap> wide = TimelinePicture.Draw(TenYears(), 1400, [], speaking.Wording).Gaps;
        Assert.Contains(wide, gap => gap.Label == "8\u00a0mois");
        Assert.All(TimelinePicture.Draw(TenYears(), 300, [], speaking.Wording).Gaps, gap => Assert.Null(gap.Label));
    }

    [Fact]
    public void The_present_silence_ends_at_today_and_is_not_called_a_pause()
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = TimelinePicture.Draw(TenYears(), 1400, [], speaking.Wording);
        DrawnGap present = picture.Gaps[^1];
        Assert.True(present.Present);
        Assert.Equal(picture.Today, present.To);
        Assert.DoesNotContain("pause", present.Sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(820)]
    [InlineData(1200)]
    [InlineData(1400)]
    public void No_word_is_drawn_over_a_neighbour(double width)
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = TimelinePicture.Draw(TenYears(), width, [], speaking.Wording);
        foreach (DrawnSpan moment in picture.LifeEvents.Where(moment => moment.Label is not null))
        {
            double end = moment.To + 11 + TimelineLabels.WidthOf(moment.Label!);
            Assert.True(end <= picture.Width, $"{moment.Label} leaves the picture.");
            Assert.DoesNotContain(picture.LifeEvents, other => other.Row == moment.Row && other.From > moment.From && other.From - 6 < end);
        }

        for (int index = 0; index + 1 < picture.Periods.Count; index++)
        {
            Assert.True(picture.Periods[index].From + 6 + TimelineLabels.WidthOf(picture.Periods[index].Label ?? "") <= picture.Periods[index + 1].From + 1);
        }

        for (int index = 0; index + 1 < picture.Ticks.Count; index++)
        {
            Assert.True(picture.Ticks[index + 1].X - picture.Ticks[index].X >= 40);
        }
    }

    [Fact]
    public void Up_is_better_for_every_question()
    {
        using Speaking speaking = Speaking.French();
        TimelineRows rows = Rows(new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1)) with
        {
            Measures = [new(new DateOnly(2026, 10, 1), Instrument.Pain, 9), new(new DateOnly(2026, 11, 1), Instrument.Pain, 2)],
        };
        DrawnChart chart = Assert.Single(TimelinePicture.Draw(Create(rows), 1200, [Instrument.Pain], speaking.Wording).Charts);
        double[] heights = [.. chart.Line.Split('M', 'L').Skip(1).Select(point => double.Parse(point.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.True(heights[1] < heights[0]);
        Assert.Equal("pas de douleur", chart.Best);
    }

    [Fact]
    public void A_flare_up_that_goes_on_is_open_at_today()
    {
        using Speaking speaking = Speaking.French();
        FlareUp flareUp = new() { PatientId = Person };
        Assert.Empty(flareUp.Describe(new FlareUpForm { PatientId = Person, Start = FuzzyDate.InMonth(2026, 10), Ongoing = true }, Today, null));
        TimelinePicture picture = TimelinePicture.Draw(Create(Rows(new DateOnly(2026, 9, 1)) with { FlareUps = [flareUp] }), 1200, [], speaking.Wording);
        DrawnSpan drawn = Assert.Single(picture.FlareUps);
        Assert.True(drawn.Open);
        Assert.Equal(picture.Today, drawn.To);
    }

    [Fact]
    public void The_list_holds_every_item_of_the_picture()
    {
        using Speaking speaking = Speaking.French();
        PatientTimeline timeline = TenYears();
        TimelinePicture picture = TimelinePicture.Draw(timeline, 1400, [], speaking.Wording);
        string[] drawn = [.. picture.Periods.Select(span => span.Key), .. picture.Visits.Select(visit => visit.Key), .. picture.Gaps.Select(gap => gap.Key), .. picture.FlareUps.Select(span => span.Key), .. picture.LifeEvents.Select(span => span.Key)];
        Assert.Equal(drawn.Order(), TimelineWords.Of(timeline, speaking.Wording).Select(item => item.Key).Order());
    }

    [Fact]
    public void The_name_of_an_item_in_the_address_is_read_back()
    {
        Guid id = Guid.CreateVersion7();
        Assert.Equal((TimelineItemKind.Visit, id), (TimelineItem.Read(TimelineItem.Visit(id))!.Kind, TimelineItem.Read(TimelineItem.Visit(id))!.Id));
        Assert.Equal((TimelineItemKind.LifeEvent, id), (TimelineItem.Read(TimelineItem.LifeEvent(id))!.Kind, TimelineItem.Read(TimelineItem.LifeEvent(id))!.Id));
        Assert.Equal(new DateOnly(2020, 2, 29), TimelineItem.Read(TimelineItem.Gap(new DateOnly(2020, 2, 29)))!.Day);
        Assert.All([null, "", "visit-", "gap-2020-13-01", "script-1"], name => Assert.Null(TimelineItem.Read(name)));
    }

    private static PatientTimeline TenYears()
    {
        EpisodeOfCare[] episodes = [.. Enumerable.Range(0, 10).Select(_ => new EpisodeOfCare { PatientId = Person })];
        List<TimelineVisit> visits = [];
        List<TimelineMeasure> measures = [];
        List<LifeEvent> lifeEvents = [];
        for (int period = 0; period < 10; period++)
        {
            episodes[period].Describe(new EpisodeForm { Id = episodes[period].Id, PatientId = Person, Revision = 0, Title = $"Une période au titre assez long {period}" });
            for (int visit = 0; visit < 7; visit++)
            {
                DateOnly day = new DateOnly(2016, 10, 3).AddDays((period * 365) + (visit * 18));
                visits.Add(new TimelineVisit(Guid.CreateVersion7(), episodes[period].Id, day, null, VisitStatus.Held, null));
                measures.Add(new TimelineMeasure(day, Instrument.Activities, (period + visit) % 11));
            }

            LifeEvent lifeEvent = new() { PatientId = Person };
            lifeEvent.Describe(
                new LifeEventForm { PatientId = Person, Start = FuzzyDate.InMonth(2017 + (period % 9), 1 + period), Words = "Un moment de vie dont le nom est long" }, Today, null);
            lifeEvents.Add(lifeEvent);
        }

        return Create(Rows() with { Visits = visits, Episodes = episodes, Measures = measures, LifeEvents = lifeEvents });
    }

    private static PatientTimeline Create(TimelineRows rows) => PatientTimeline.Create(rows, Today);

    private static TimelineRows Rows(params DateOnly[] heldOn) => new()
    {
        Patient = new Patient { Id = Person },
        Visits = [.. heldOn.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, day, null, VisitStatus.Held, null))],
    };
}
