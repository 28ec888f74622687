using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Controls;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Timelines;

/// <summary>Tests the positions and words of the drawing, without any rendering.</summary>
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
                return Draw(TenYears(), TimelineStop.Year, speaking, Instrument.Activities).Charts[0].Line;
            }
        })];
        Assert.Equal(paths[0], paths[1]);
        Assert.DoesNotContain(',', paths[0]);
    }

    [Fact]
    public void Time_runs_evenly_and_ends_are_clamped_to_the_edges()
    {
        TimelineScale scale = new(new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), 100, 366);
        Assert.Equal(100, scale.X(new DateOnly(2024, 1, 1)));
        Assert.Equal(159, scale.X(new DateOnly(2024, 2, 29)));
        Assert.Equal(100, scale.X(new DateOnly(1990, 1, 1)));
        Assert.Equal(466, scale.X(new DateOnly(2030, 1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimelineScale(new DateOnly(2024, 2, 1), new DateOnly(2024, 1, 1), 0, 100));
    }

    [Fact]
    public void One_visit_is_drawn_on_a_year_and_looks_intended()
    {
        PatientTimeline timeline = Create(Rows(Today));
        TimelineScale scale = TimelineScale.Fit(timeline, 0, 1000);
        Assert.True(scale.From <= Today.AddYears(-1));
        Assert.InRange(scale.X(Today), 900, 1000);
    }

    [Fact]
    public void What_was_reported_of_a_time_long_before_does_not_squeeze_the_follow_up()
    {
        TimelineLifeEvent childhood = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InYear(1975) };
        TimelineScale scale = TimelineScale.Fit(Create(Rows(new DateOnly(2020, 1, 6), Today) with { LifeEvents = [childhood] }), 0, 1000);
        Assert.True(scale.From.Year >= 2017);
        Assert.Equal(0, scale.X(childhood.Start.Middle));
    }

    [Fact]
    public void A_gap_shows_its_length_only_where_it_fits()
    {
        using Speaking speaking = Speaking.French();
        Assert.Contains(Draw(TenYears(), TimelineStop.Years, speaking).Gaps, gap => gap.Label == "8\u00a0mois");
        Assert.All(Draw(TenYears(), TimelineStop.Course, speaking, width: 300).Gaps, gap => Assert.Null(gap.Label));
    }

    [Fact]
    public void The_present_silence_ends_at_today_and_is_not_called_a_pause()
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = Draw(TenYears(), TimelineStop.Years, speaking);
        DrawnGap present = picture.Gaps[^1];
        Assert.True(present.Present);
        Assert.Equal(picture.Today, present.To);
        Assert.DoesNotContain("pause", present.Sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(820, TimelineStop.Course)]
    [InlineData(1200, TimelineStop.Course)]
    [InlineData(1400, TimelineStop.Years)]
    [InlineData(1400, TimelineStop.Year)]
    [InlineData(820, TimelineStop.Season)]
    public void No_word_is_drawn_over_a_neighbour(double width, TimelineStop stop)
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = Draw(TenYears(), stop, speaking, width: width);
        foreach (DrawnSpan moment in picture.LifeEvents.Where(moment => moment.Label is not null))
        {
            double end = moment.LabelAt + TimelineLabels.WidthOf(moment.Label!);
            Assert.True(end <= picture.Scale.Right, $"{moment.Label} leaves the picture.");
            Assert.DoesNotContain(picture.LifeEvents, other => other.Row == moment.Row && other.From > moment.From && other.From - 6 < end);
        }

        for (int index = 0; index + 1 < picture.Periods.Count; index++)
        {
            DrawnSpan period = picture.Periods[index];
            double end = period.LabelAt + 6 + TimelineLabels.WidthOf(period.Label ?? "");
            Assert.True(end <= (period.LabelAt < period.To && period.Label is not null ? period.To : picture.Periods[index + 1].From + 1));
        }

        Assert.All(picture.Gaps.Where(gap => gap.Label is not null), gap => Assert.True(TimelineLabels.WidthOf(gap.Label!) <= gap.Free.To - gap.Free.From));
        foreach (DrawnVisit visit in picture.Visits.Where(visit => visit.Words is not null))
        {
            Assert.DoesNotContain(picture.Visits, other => other.X > visit.X && other.X < visit.X + visit.Words!.Width);
        }

        RulerTick[] named = [.. picture.Ticks.Where(tick => tick.Label is not null)];
        for (int index = 0; index + 1 < named.Length; index++)
        {
            Assert.True((TimelineLabels.WidthOf(named[index].Label!) + TimelineLabels.WidthOf(named[index + 1].Label!)) / 2 <= named[index + 1].X - named[index].X, $"{named[index].Label} touches {named[index + 1].Label}.");
        }
    }

    [Fact]
    public void From_afar_sessions_are_gathered_by_quarter_and_each_is_counted_once()
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = Draw(TenYears(), TimelineStop.Course, speaking);
        Assert.Empty(picture.Visits);
        Assert.Equal(TenYears().Held.Count, picture.Columns.Sum(column => int.Parse(column.Count!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("octobre\u00a02016 à décembre\u00a02016\u00a0: 5\u00a0séances", picture.Columns[0].Sentence);
    }

    [Fact]
    public void Sessions_that_crowd_become_a_column_and_the_others_keep_their_mark()
    {
        using Speaking speaking = Speaking.French();
        DateOnly[] crowded = [.. Enumerable.Range(0, 12).Select(day => new DateOnly(2020, 3, 2).AddDays(day * 2))];
        DateOnly[] far = [.. Enumerable.Range(0, 24).Select(month => new DateOnly(2021, 1, 15).AddMonths(month))];
        TimelinePicture picture = Draw(Create(Rows([new DateOnly(2012, 1, 2), .. crowded, .. far])), TimelineStop.Years, speaking);
        Assert.Equal(crowded.Length, int.Parse(Assert.Single(picture.Columns).Count!, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(1 + far.Length, picture.Visits.Count);
    }

    [Fact]
    public void The_part_that_is_seen_first_is_drawn_as_it_is_in_the_whole_picture()
    {
        using Speaking speaking = Speaking.French();
        PatientTimeline timeline = TenYears();
        TimelinePicture whole = Draw(timeline, TimelineStop.Years, speaking);
        DateSpan seen = new(new DateOnly(2022, 1, 15), Today.AddDays(20));
        TimelinePicture part = TimelinePicture.Draw(new TimelineLook(timeline, TimelineStop.Years, whole.Scale, seen, speaking.Words), new CurveSelection([]));
        Assert.NotEmpty(part.Visits);
        Assert.All(part.Gaps, gap => Assert.Contains(gap, whole.Gaps));
        Assert.Equal(whole.Visits.Where(visit => visit.X >= whole.Scale.X(seen.From)), part.Visits);
        TimelinePicture course = Draw(timeline, TimelineStop.Course, speaking);
        Assert.All(
            TimelinePicture.Draw(new TimelineLook(timeline, TimelineStop.Course, course.Scale, seen, speaking.Words), new CurveSelection([])).Columns, column => Assert.Contains(column, course.Columns));
    }

    [Fact]
    public void Two_sessions_of_one_day_share_the_height_and_neither_hides_the_other()
    {
        using Speaking speaking = Speaking.French();
        DateOnly day = new(2026, 5, 4);
        TimelinePicture picture = Draw(Create(Rows(day, day)), TimelineStop.Year, speaking);
        Assert.Equal(2, picture.Visits.Count);
        Assert.True(picture.Visits[0].Top + picture.Visits[0].Height <= picture.Visits[1].Top);
    }

    [Fact]
    public void However_many_sessions_a_day_has_each_mark_has_a_height()
    {
        using Speaking french = Speaking.French();
        PatientTimeline timeline = Create(Rows([.. Enumerable.Repeat(Today, 60)]));
        Assert.All(Draw(timeline, TimelineStop.Weeks, french).Visits, visit => Assert.True(visit.Height > 0));
    }

    [Fact]
    public void A_folded_pause_is_narrow_and_the_days_after_it_keep_their_pace()
    {
        PatientTimeline timeline = TenYears();
        TimelineScale plain = TimelineScale.Fit(timeline, 0, 1000);
        TimelineScale folded = TimelineScale.Fit(timeline, 0, 1000, folded: true).At(plain.PixelsPerDay);
        Assert.Equal(timeline.Gaps.Count(gap => gap.Days(Today) > 180), folded.Folds.Count);
        TimelineFold fold = folded.Folds[0];
        Assert.Equal(TimelineScale.FoldedDays * plain.PixelsPerDay, folded.X(fold.To) - folded.X(fold.From), 6);
        Assert.Equal(10 * plain.PixelsPerDay, folded.X(fold.To.AddDays(10)) - folded.X(fold.To), 6);
        foreach (TimelineScale scale in new[] { plain, folded })
        {
            Assert.All(Enumerable.Range(0, 200).Select(step => scale.From.AddDays(step * 18)).Where(day => !scale.IsFolded(day)), day => Assert.Equal(day, scale.DayAt((scale.Middle(day) - scale.Left) / scale.PixelsPerDay)));
            Assert.Equal((scale.From, scale.To), (scale.DayAt(-5), scale.DayAt(scale.Days + 5)));
        }

        Assert.Equal(folded.Days, double.Parse(folded.Corners.Split(':')[^1], System.Globalization.CultureInfo.InvariantCulture), 3);
    }

    [Theory]
    [InlineData(TimelineStop.Course, 800)]
    [InlineData(TimelineStop.Course, 1200)]
    [InlineData(TimelineStop.Years, 1200)]
    [InlineData(TimelineStop.Year, 1200)]
    public void Folded_each_pause_has_one_small_sign_and_each_year_is_still_named_once_without_touching_another(TimelineStop stop, double width)
    {
        using Speaking speaking = Speaking.French();
        PatientTimeline timeline = TenYears();
        TimelineScale whole = TimelineScale.Fit(timeline, 0, width, folded: true);
        TimelineLadder ladder = TimelineLadder.Create(TimelineExtent.Of(timeline, whole), width);
        TimelineScale scale = whole.At((ladder[stop] ?? ladder.Rungs[0]).PixelsPerDay);
        TimelinePicture picture = TimelinePicture.Draw(new TimelineLook(timeline, stop, scale, null, speaking.Words), new CurveSelection([]));

        string[] signs = [.. System.Text.RegularExpressions.Regex.Matches(LayerMarkup.Write(picture, speaking.Words), "class=\"fold p\"[^>]* d=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        Assert.Equal(picture.Folds.Count, signs.Length);
        Assert.All(signs, sign => Assert.Equal(2, sign.Count(letter => letter == 'L')));

        RulerTick[] named = [.. picture.Ticks.Where(tick => tick.Label is not null)];
        string[] years = [.. named.Select(tick => tick.Label!).Where(label => label.Length == 4 && char.IsDigit(label[0]))];
        Assert.Equal(years.Distinct(), years);
        if (width >= 1200)
        {
            // Most of them begin in a pause. The last one may have to make way for today.
            Assert.Equal(Enumerable.Range(2017, 9).Select(year => $"{year}"), years.Take(9));
        }

        Assert.All(named.Zip(named.Skip(1)), pair => Assert.True(
            (TimelineLabels.WidthOf(pair.First.Label!) + TimelineLabels.WidthOf(pair.Second.Label!)) / 2 <= pair.Second.X - pair.First.X, $"{pair.First.Label} touches {pair.Second.Label}."));
    }

    [Fact]
    public void What_was_remembered_vaguely_has_soft_ends_and_what_is_dated_exactly_has_none()
    {
        using Speaking speaking = Speaking.French();
        TimelineFlareUp vague = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InMonth(2026, 3), End = FuzzyDate.InMonth(2026, 5) };
        TimelineFlareUp known = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.OnDay(new DateOnly(2026, 8, 3)), End = FuzzyDate.OnDay(new DateOnly(2026, 8, 20)) };
        IReadOnlyList<DrawnSpan> drawn = Draw(Create(Rows(new DateOnly(2026, 1, 5)) with { FlareUps = [vague, known] }), TimelineStop.Year, speaking).FlareUps;
        Assert.Equal(2, drawn[0].SoftEnds.Count(character => character == 'M'));
        Assert.Empty(drawn[1].SoftEnds);
    }

    [Fact]
    public void Flare_ups_that_overlap_are_drawn_on_two_rows()
    {
        using Speaking speaking = Speaking.French();
        TimelineFlareUp[] flareUps = [.. new[] { 3, 4 }.Select(month => new TimelineFlareUp { Id = Guid.CreateVersion7(), Start = FuzzyDate.InMonth(2026, month), End = FuzzyDate.InMonth(2026, 6) })];
        IReadOnlyList<DrawnSpan> drawn = Draw(Create(Rows(new DateOnly(2026, 1, 5)) with { FlareUps = flareUps }), TimelineStop.Year, speaking).FlareUps;
        Assert.Equal([0, 1], drawn.Select(span => span.Row));
    }

    [Theory]
    [InlineData(3, 3, 4)]
    [InlineData(4, 3, 4)]
    [InlineData(9, 3, 4)]
    [InlineData(4, 11, 22)]
    public void Life_events_of_one_day_each_have_a_place_of_their_own_and_none_is_written_over(int count, int month, int day)
    {
        using Speaking speaking = Speaking.French();
        TimelineLifeEvent[] events = [.. Enumerable.Range(0, count).Select(number => new TimelineLifeEvent { Id = Guid.CreateVersion7(), Start = FuzzyDate.OnDay(new DateOnly(2026, month, day)), Words = $"Déménagement {number}" })];
        foreach (TimelineStop stop in Enum.GetValues<TimelineStop>())
        {
            TimelinePicture picture = Draw(Create(Rows(new DateOnly(2016, 1, 5), new DateOnly(2026, 1, 5), new DateOnly(2026, 11, 20)) with { LifeEvents = events }), stop, speaking);
            Assert.Equal(count, picture.LifeEvents.Count);
            foreach (DrawnSpan one in picture.LifeEvents)
            {
                Assert.InRange(one.From + one.Shift, picture.Scale.Left, picture.Scale.Right);
                Assert.DoesNotContain(picture.LifeEvents, other => other != one && other.Row == one.Row && Math.Abs(other.From + other.Shift - one.From - one.Shift) < 12);
                Assert.DoesNotContain(picture.LifeEvents, other => one.Label is not null && other.Row == one.Row && other.From + other.Shift > one.From + one.Shift
                    && other.From + other.Shift - 6 < one.LabelAt + TimelineLabels.WidthOf(one.Label));
            }
        }
    }

    [Fact]
    public void Flare_ups_of_the_same_days_share_the_height_and_stay_in_their_lane()
    {
        using Speaking speaking = Speaking.French();
        TimelineFlareUp[] flareUps = [.. Enumerable.Range(0, 4).Select(_ => new TimelineFlareUp { Id = Guid.CreateVersion7(), Start = FuzzyDate.OnDay(new(2026, 3, 1)), End = FuzzyDate.OnDay(new(2026, 3, 20)) })];

        IReadOnlyList<DrawnSpan> drawn = Draw(Create(Rows(new DateOnly(2026, 1, 5)) with { FlareUps = flareUps }), TimelineStop.Year, speaking).FlareUps;

        Assert.Equal([0, 1, 2, 3], drawn.Select(flareUp => flareUp.Row));
        Assert.All(drawn, flareUp => Assert.Equal(4, flareUp.Rows));
        Assert.InRange(TimelineLanes.FlareUpStep(4) * 4, 0, TimelineLanes.FlareUpHeight);
    }

    [Fact]
    public void Sessions_of_one_day_share_the_height_whatever_became_of_them()
    {
        using Speaking speaking = Speaking.French();
        VisitStatus[] all = [VisitStatus.Held, VisitStatus.NoShow, VisitStatus.Planned, VisitStatus.Planned];
        TimelineVisit[] visits = [.. all.Select(status => new TimelineVisit(Guid.CreateVersion7(), null, Today, null, status, null))];

        IReadOnlyList<DrawnVisit> drawn = [.. Draw(Create(Rows() with { Visits = visits }), TimelineStop.Year, speaking).Visits.OrderBy(visit => visit.Top)];

        Assert.Equal(4, drawn.Count);
        Assert.All(drawn.Zip(drawn.Skip(1)), pair => Assert.True(pair.First.Top + pair.First.Height <= pair.Second.Top));
        Assert.True(drawn[^1].Top + drawn[^1].Height <= TimelineLanes.VisitHeight);
    }

    [Fact]
    public void A_flare_up_that_goes_on_is_open_at_today()
    {
        using Speaking speaking = Speaking.French();
        TimelineFlareUp flareUp = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InMonth(2026, 10) };
        TimelinePicture picture = Draw(Create(Rows(new DateOnly(2026, 9, 1)) with { FlareUps = [flareUp] }), TimelineStop.Year, speaking);
        DrawnSpan drawn = Assert.Single(picture.FlareUps);
        Assert.True(drawn.Open);
        Assert.Equal(picture.Today, drawn.To);
    }

    [Fact]
    public void The_list_contains_every_item_of_the_picture()
    {
        using Speaking speaking = Speaking.French();
        PatientTimeline timeline = TenYears();
        TimelinePicture picture = Draw(timeline, TimelineStop.Years, speaking);
        string[] drawn = [.. picture.Periods.Select(span => span.Key), .. picture.Visits.Select(visit => visit.Key), .. picture.Gaps.Select(gap => gap.Key), .. picture.FlareUps.Select(span => span.Key), .. picture.LifeEvents.Select(span => span.Key)];
        Assert.Equal(drawn.Order(), TimelineWords.Of(timeline, speaking.Words).Select(item => item.Key).Order());
    }

    [Fact]
    public void Picture_list_and_table_each_contain_every_stored_row_once()
    {
        using Speaking speaking = Speaking.French();
        PatientTimeline timeline = TenYears();
        string[] stored =
        [
            .. timeline.Held.Select(visit => $"visit-{visit.Id}"), .. timeline.LifeEvents.Select(lifeEvent => $"life-event-{lifeEvent.Id}"),
            .. timeline.Episodes.Select(episode => $"period-{episode.Episode.Id}"), .. timeline.Gaps.Select(gap => TimelineItem.Gap(gap.From)),
        ];
        string markup = LayerMarkup.Write(Draw(timeline, TimelineStop.Years, speaking), speaking.Words);
        string[] drawn = [.. System.Text.RegularExpressions.Regex.Matches(markup, "data-key=\"([^\"]+)\"").Select(match => match.Groups[1].Value)];
        string[] listed = [.. TimelineWords.ByYear(timeline, speaking.Words).SelectMany(year => year.Periods).SelectMany(period => period.Items.Append(period.Period).OfType<TimelineSentence>()).Select(item => item.Key)];
        string[] tabled = [.. TimelineWords.Of(timeline, speaking.Words).Select(item => item.Key)];
        Assert.Equal(stored.Order(), drawn.Order());
        Assert.Equal(stored.Order(), tabled.Order());
        Assert.Equal(stored.Order(), listed.Distinct().Order());
    }

    [Fact]
    public void A_mark_carries_its_kind_and_a_column_its_days_so_that_the_script_parses_no_name()
    {
        using Speaking speaking = Speaking.French();
        TimelinePicture picture = Draw(TenYears(), TimelineStop.Course, speaking);
        var marks = System.Xml.Linq.XElement.Parse($"<svg>{LayerMarkup.Write(picture, speaking.Words)}</svg>").Elements().Where(mark => mark.Attribute("data-key") is not null).ToArray();
        Assert.NotEmpty(picture.Columns);
        Assert.All(marks, mark => Assert.StartsWith($"{mark.Attribute("data-kind")!.Value}-", mark.Attribute("data-key")!.Value, StringComparison.Ordinal));
        Assert.Equal(
            picture.Columns.Select(column => (column.Key, $"{column.FirstDay.DayNumber}", $"{column.LastDay.DayNumber}")),
            marks.Where(mark => mark.Attribute("data-kind")!.Value == "column").Select(mark => (mark.Attribute("data-key")!.Value, mark.Attribute("data-first-day")!.Value, mark.Attribute("data-last-day")!.Value)));
        Assert.Equal(["flare-up", "gap", "life-event", "period"], new[] { TimelineItem.FlareUp(Guid.Empty), TimelineItem.Gap(default), TimelineItem.LifeEvent(Guid.Empty), TimelineItem.Period(Guid.Empty) }.Select(TimelineItem.KindOf));
    }

    [Fact]
    public void Only_invariant_numbers_are_in_the_drawing_in_French_and_in_English()
    {
        string[] numbers = [.. new[] { Speaking.French(), Speaking.English() }.Select(speaking =>
        {
            using (speaking)
            {
                string markup = LayerMarkup.Write(Draw(TenYears(), TimelineStop.Year, speaking, Instrument.Activities, width: 1237), speaking.Words);
                return string.Join('\n', System.Text.RegularExpressions.Regex.Matches(markup, " (?:x|y|x1|x2|y1|y2|width|height|rx|d|style|data-at|data-end|data-from|data-to)=\"([^\"]*)\"").Select(match => match.Value));
            }
        })];
        Assert.DoesNotMatch(@"\d,\d", numbers[0]);
        Assert.Matches(@"\d\.\d", numbers[0]);

        // Which words fit depends on the language; the place of a mark does not.
        string[] places = [.. numbers.Select(text => string.Join('\n', text.Split('\n').Where(number => number.StartsWith(" data-at", StringComparison.Ordinal))))];
        Assert.Equal(places[1], places[0]);
    }

    [Fact]
    public void What_a_person_wrote_cannot_become_markup()
    {
        using Speaking speaking = Speaking.French();
        const string Hostile = "</text><script>alert(1)</script>\u0007 \" ' & <img onerror=x>";
        TimelineLifeEvent lifeEvent = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.OnDay(new DateOnly(2026, 3, 2)), Words = Hostile };
        TimelineVisit visit = new(Guid.CreateVersion7(), null, new DateOnly(2026, 3, 2), null, VisitStatus.Held, Hostile, Hostile);
        PatientTimeline timeline = Create(Rows() with { Visits = [visit], LifeEvents = [lifeEvent] });
        Assert.All(Enum.GetValues<TimelineStop>(), stop =>
        {
            string markup = LayerMarkup.Write(Draw(timeline, stop, speaking), speaking.Words);
            Assert.DoesNotContain("<script", markup, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", markup, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void A_winter_is_soft_from_December_to_the_last_day_of_a_leap_February()
    {
        FuzzyDate winter = FuzzyDate.InSeason(2023, Season.Winter);
        TimelineScale scale = new(new DateOnly(2023, 11, 1), new DateOnly(2024, 3, 31), 0, 1520);
        string soft = TimelineShapes.SoftEnds(winter, null, 10, scale);
        Assert.Equal($"M{Svg.N(scale.X(new DateOnly(2023, 12, 1)))} 10H{Svg.N(scale.X(new DateOnly(2024, 3, 1)))}", soft);
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

    private static TimelinePicture Draw(PatientTimeline timeline, TimelineStop stop, Speaking speaking, Instrument? curve = null, double width = 1200)
    {
        TimelineScale whole = TimelineScale.Fit(timeline, 0, width);
        TimelineLadder ladder = TimelineLadder.Create(TimelineExtent.Of(timeline, whole), width);
        TimelineScale scale = whole.At(ladder[stop]?.PixelsPerDay ?? ladder.Rungs[0].PixelsPerDay);
        return TimelinePicture.Draw(new TimelineLook(timeline, stop, scale, null, speaking.Words), new CurveSelection(curve is { } instrument ? [instrument] : []));
    }

    private static PatientTimeline TenYears()
    {
        RecordedEpisode[] episodes = [.. Enumerable.Range(0, 10).Select(period => new RecordedEpisode { Id = Guid.CreateVersion7(), Title = $"Une période au titre assez long {period}" })];
        List<TimelineVisit> visits = [];
        List<TimelineMeasure> measures = [];
        List<TimelineLifeEvent> lifeEvents = [];
        for (int period = 0; period < 10; period++)
        {
            for (int visit = 0; visit < 7; visit++)
            {
                DateOnly day = new DateOnly(2016, 10, 3).AddDays((period * 365) + (visit * 18));
                visits.Add(new TimelineVisit(Guid.CreateVersion7(), episodes[period].Id, day, null, VisitStatus.Held, null));
                measures.Add(new TimelineMeasure(day, Instrument.Activities, (period + visit) % 11));
            }

            lifeEvents.Add(new TimelineLifeEvent { Id = Guid.CreateVersion7(), Start = FuzzyDate.InMonth(2017 + (period % 9), 1 + period), Words = "Un moment de vie dont le nom est long" });
        }

        return Create(Rows() with { Visits = visits, Episodes = episodes, Measures = measures, LifeEvents = lifeEvents });
    }

    private static PatientTimeline Create(TimelineRows rows) => PatientTimeline.Create(rows, Today);

    private static TimelineRows Rows(params DateOnly[] heldOn) => new()
    {
        Patient = new TimelinePatient { Id = Person },
        Visits = [.. heldOn.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, day, null, VisitStatus.Held, null))],
    };
}
