using CareJournal.Measures;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Visits;
using FsCheck.Fluent;

namespace CareJournal.Web.Timelines;

/// <summary>Tests the thin line beside what is read, and the heights of pauses.</summary>
public sealed class ReadingLineTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void The_pieces_meet_at_the_edges_of_the_rows_and_better_is_to_the_right()
    {
        IReadOnlyList<ReadingPiece> pieces = Pieces(Instrument.Pain, (14, 8), (7, null), (0, 3));
        Assert.Equal([0.2, 0.7], pieces.Select(piece => piece.At).OfType<double>().Select(at => Math.Round(at, 3)));
        Assert.Equal([8, null, 3], pieces.Select(piece => piece.Value));
        Assert.Equal((null, 0.325), (pieces[0].In, Math.Round(pieces[0].Out!.Value, 3)));
        Assert.Equal((0.575, null), (Math.Round(pieces[2].In!.Value, 3), pieces[2].Out));
    }

    [Fact]
    public void It_runs_through_everywhere_but_across_a_pause()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte?)[]>(), drawn =>
        {
            (int Ago, int? Value)[] course = [.. drawn.Select(one => (one.Item1 * 9, one.Item2 % 11)).DistinctBy(one => one.Item1).OrderByDescending(one => one.Item1)];
            IReadOnlyList<ReadingPiece> pieces = Pieces(Instrument.Sleep, course);
            return pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Out == pair.Second.In)
                && pieces.All(piece => Places(piece).All(place => place is >= 0 and <= 1))
                && pieces.Count(piece => piece.Value is not null) == course.Count(one => one.Value is not null);
        }).Check(seed: 20261130);

        IReadOnlyList<ReadingPiece> across = Pieces(Instrument.Sleep, (400, 4), (0, 6));
        Assert.Equal(3, across.Count);
        Assert.All(across, piece => Assert.Equal((null, null), (piece.In, piece.Out)));
    }

    [Theory]
    [InlineData(1, 48)]
    [InlineData(91, 48)]
    [InlineData(365, 146)]
    [InlineData(600, 240)]
    [InlineData(4000, 240)]
    public void A_pause_is_as_high_as_it_was_long_within_bounds(int days, double height) => Assert.Equal(height, ReadingHeight.Of(days));

    private static IEnumerable<double> Places(ReadingPiece piece) => new[] { piece.In, piece.At, piece.Out }.OfType<double>();

    private static IReadOnlyList<ReadingPiece> Pieces(Instrument instrument, params (int Ago, int? Value)[] course)
    {
        TimelineRows rows = new()
        {
            Patient = new TimelinePatient { Id = Guid.NewGuid() },
            Visits = [.. course.Select(one => new TimelineVisit(Guid.NewGuid(), null, Today.AddDays(-one.Ago), null, VisitStatus.Held, null))],
            Measures = [.. course.Where(one => one.Value is not null).Select(one => new TimelineMeasure(Today.AddDays(-one.Ago), instrument, one.Value!.Value))],
        };
        PatientTimeline timeline = PatientTimeline.Create(rows, Today);
        return ReadingLine.Of(ReadingItem.Of(timeline), timeline.CurveOf(instrument));
    }
}
