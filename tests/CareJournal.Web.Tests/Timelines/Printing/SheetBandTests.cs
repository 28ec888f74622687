using CareJournal.Dates;
using CareJournal.Measures;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Shell;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Timelines.Printing;

/// <summary>Tests the drawings and sentences of a sheet, without any rendering.</summary>
public sealed class SheetBandTests : IDisposable
{
    private static readonly Guid Person = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly SheetChoice Usual = new() { Periods = true, Life = true, Visits = true, FlareUps = true };
    private readonly Speaking _speaking = Speaking.French();

    public void Dispose() => _speaking.Dispose();

    [Fact]
    public void Strips_are_five_calendar_years_each_at_one_scale()
    {
        IReadOnlyList<SheetBand> bands = SheetBand.Draw(TenYears(Usual), SheetKind.Strips, _speaking.Words);

        Assert.Equal([(2016, 2020), (2021, 2025), (2026, 2026)], bands.Select(band => (band.Picture.Scale.From.Year, band.Picture.Scale.To.Year)));
        Assert.All(bands, band => Assert.Equal(bands[0].Picture.Scale.PixelsPerDay, band.Picture.Scale.PixelsPerDay, 1e-9));
        Assert.All(bands, band => Assert.True(band.Width <= SheetBand.Landscape + 1));
        Assert.All(bands, band => Assert.Empty(band.Picture.Folds));
    }

    [Fact]
    public void Today_is_marked_only_in_the_strip_that_contains_it()
    {
        IReadOnlyList<SheetBand> bands = SheetBand.Draw(TenYears(Usual), SheetKind.Strips, _speaking.Words);
        Assert.Equal([true, true, false], bands.Select(band => band.IsPast));
    }

    [Fact]
    public void A_pause_that_goes_on_in_the_next_strip_has_no_end_in_this_one()
    {
        IReadOnlyList<SheetBand> bands = SheetBand.Draw(Keep(Usual, "2016-01-04", "2016-02-01", "2020-09-07", "2021-06-07", "2021-07-05"), SheetKind.Strips, _speaking.Words);

        Assert.Equal([false, true], bands[0].Picture.Gaps.Select(gap => gap.Present));
        Assert.Equal(bands[0].Picture.Scale.Right, bands[0].Picture.Gaps[1].To);
        Assert.Equal(bands[0].Picture.Gaps[1].Key, bands[1].Picture.Gaps[0].Key);
        Assert.Equal(-SheetBand.Beyond, bands[1].Picture.Gaps[0].From);

        DrawnGap last = SheetBand.Draw(Keep(Usual, "2016-01-04", "2016-02-01", "2020-12-31", "2021-06-07"), SheetKind.Strips, _speaking.Words)[0].Picture.Gaps[^1];
        Assert.Equal((bands[0].Picture.Scale.Right, bands[0].Picture.Scale.Right), (last.From, last.To));
    }

    [Fact]
    public void A_lane_that_was_left_out_takes_no_paper()
    {
        SheetBand whole = SheetBand.Draw(TenYears(Usual), SheetKind.Course, _speaking.Words)[0];
        SheetBand few = SheetBand.Draw(TenYears(Usual with { Periods = false, Life = false }), SheetKind.Course, _speaking.Words)[0];

        Assert.Null(few.Up(SheetLane.Life));
        Assert.Equal(0, whole.Up(SheetLane.FlareUps));
        Assert.Equal(whole.Height - few.Height, few.Up(SheetLane.Visits));
        Assert.Empty(few.Picture.Periods);
    }

    [Fact]
    public void Without_sessions_neither_they_nor_pauses_are_drawn_or_described()
    {
        Sheet sheet = TenYears(Usual with { Visits = false });
        TimelinePicture picture = SheetBand.Draw(sheet, SheetKind.Course, _speaking.Words)[0].Picture;
        Assert.Empty(picture.Visits);
        Assert.Empty(picture.Columns);
        Assert.Empty(picture.Gaps);
        Assert.Empty(SheetSentences.Gaps(sheet, _speaking.Words));
    }

    [Fact]
    public void A_figure_is_printed_with_the_day_on_which_it_was_reported()
    {
        Sheet sheet = TenYears(Usual with { Scores = true, Curves = [Instrument.Pain] });
        SheetBand band = SheetBand.Draw(sheet, SheetKind.Course, _speaking.Words)[0];

        Assert.EndsWith("Au plus fort, 8 sur 10. Rapporté le 3\u00a0mars\u00a02020.", Assert.Single(SheetSentences.FlareUps(sheet, _speaking.Words)).Replace("\u00a0sur", " sur"));
        Assert.Matches("^Douleur.* Rapporté entre le 3.octobre.2016 et le .+\\.$", Assert.Single(SheetSentences.Curves(sheet, band, _speaking.Words)));
        Assert.All(SheetSentences.Figures(sheet, _speaking.Words), day => Assert.Matches("^Douleur \\d+ sur 10$", day.Answers));
    }

    [Fact]
    public void A_vague_date_is_marked_and_described_as_vague()
    {
        Sheet sheet = TenYears(Usual);
        Assert.True(SheetSentences.HasVagueDates(sheet));
        Assert.StartsWith("~\u00a0Poussée rapportée", Assert.Single(SheetSentences.FlareUps(sheet, _speaking.Words)));
        Assert.False(SheetSentences.HasVagueDates(Keep(Usual, "2026-10-05")));
    }

    [Fact]
    public void A_name_can_end_neither_the_foot_of_the_page_nor_its_style_sheet()
    {
        string style = SheetPaper.Document(landscape: true, "\"; } body { display: none } </style><script>\\", _speaking.Words);
        Assert.DoesNotContain("<", style);
        Assert.DoesNotContain("display: none", style);
        Assert.Equal("\"Zo\\eb  2\"", SheetPaper.Text("Zoë 2").Replace("\\20 ", " "));
    }

    [Fact]
    public void The_browser_counts_the_pages()
    {
        Assert.Contains("counter(page) \"\\20 sur\\20 \" counter(pages) \"\"", SheetPaper.Document(landscape: false, "Claire", _speaking.Words).Replace("\\a0 ", "\\20 "));
        Assert.DoesNotContain("content", SheetPaper.Card());
    }

    private static Sheet TenYears(SheetChoice choice) =>
        Keep(choice, [.. Enumerable.Range(0, 10).SelectMany(year => Enumerable.Range(0, 7).Select(visit => new DateOnly(2016, 10, 3).AddDays((year * 365) + (visit * 18))))]);

    private static Sheet Keep(SheetChoice choice, params string[] heldOn) =>
        Keep(choice, [.. heldOn.Select(day => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))]);

    private static Sheet Keep(SheetChoice choice, DateOnly[] days)
    {
        TimelineFlareUp flareUp = new() { Id = Guid.CreateVersion7(), Start = FuzzyDate.InMonth(2020, 2), End = FuzzyDate.InMonth(2020, 2), PeakPain = 8, ReportedOn = new DateOnly(2020, 3, 3) };
        TimelineRows rows = new()
        {
            Patient = new TimelinePatient { Id = Person },
            Visits = [.. days.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, day, null, VisitStatus.Held, null))],
            FlareUps = days.Length > 1 ? [flareUp] : [],
            Measures = [.. days.Select((day, index) => new TimelineMeasure(day, Instrument.Pain, index % 11))],
        };
        return Disclosure.OnPaper(PatientTimeline.Create(rows, Today), choice);
    }
}
