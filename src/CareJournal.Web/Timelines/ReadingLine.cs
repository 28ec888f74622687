using CareJournal.Measures;
using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>The answers to one scale as a thin line beside what is read, from row to row: the further to the right, the better. Pure.</summary>
public static class ReadingLine
{
    /// <summary>Returns the piece of the line beside each item. It is broken at gaps, as every curve is.</summary>
    /// <param name="items">What is read, oldest first.</param>
    /// <param name="curve">The answers; <c>null</c> where there are none.</param>
    public static IReadOnlyList<ReadingPiece> Of(IReadOnlyList<ReadingItem> items, TimelineCurve? curve)
    {
        ReadingPiece[] pieces = [.. Enumerable.Repeat(ReadingPiece.None, items.Count)];
        if (curve is null)
        {
            return pieces;
        }

        InstrumentScale scale = InstrumentScale.Of(curve.Instrument);
        ILookup<DateOnly, int> answers = curve.Answers.ToLookup(answer => answer.TakenOn, answer => answer.Value);
        int before = -1;
        for (int row = 0; row < items.Count; row++)
        {
            if (items[row] is ReadingItem.OfGap)
            {
                before = -1;
            }
            else if (items[row] is ReadingItem.OfVisit { Visit.HeldOn: var day } && answers.Contains(day) && !(before >= 0 && items[before].Day == day))
            {
                int value = answers[day].Last();
                pieces[row] = new ReadingPiece(null, scale.Goodness(value), null, value);
                Join(pieces, before, row);
                before = row;
            }
        }

        return pieces;
    }

    // Between two answers the line goes straight, row by row; the pieces meet at the edges of the rows.
    private static void Join(ReadingPiece[] pieces, int from, int to)
    {
        for (int row = Math.Max(from, 0); from >= 0 && row < to; row++)
        {
            double share = (row - from + 0.5) / (to - from);
            double edge = pieces[from].At!.Value + ((pieces[to].At!.Value - pieces[from].At!.Value) * share);
            pieces[row] = pieces[row] with { Out = edge };
            pieces[row + 1] = pieces[row + 1] with { In = edge };
        }
    }
}

/// <summary>The line beside one row; each place is from 0 (worst) to 1 (best).</summary>
/// <param name="In">Where it comes in at the upper edge; <c>null</c> where it begins in this row.</param>
/// <param name="At">Where the answer of this row is; <c>null</c> where there is none.</param>
/// <param name="Out">Where it leaves at the lower edge; <c>null</c> where it ends in this row.</param>
/// <param name="Value">The answer, as it was given.</param>
public sealed record ReadingPiece(double? In, double? At, double? Out, int? Value)
{
    /// <summary>No line.</summary>
    public static ReadingPiece None { get; } = new(null, null, null, null);
}

/// <summary>The height of what has a length and no text. Pure.</summary>
public static class ReadingHeight
{
    private const double PerDay = 0.4;
    private const double Least = 48;
    private const double Greatest = 240;

    /// <summary>Returns the height of a gap in pixels: in proportion to its days, from 48 (four months and less) to 240 (twenty months and more).</summary>
    public static double Of(int days) => Math.Clamp(days * PerDay, Least, Greatest);
}
