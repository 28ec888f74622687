using CareJournal.Visits;

namespace CareJournal.Web.Visits;

/// <summary>What was understood of one row of the grid.</summary>
/// <param name="At">Its place in the grid, from 0.</param>
public sealed record PastRow(int At)
{
    /// <summary>The day; <c>null</c> if none was understood.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The session; <c>null</c> for a blank row.</summary>
    public PastVisit? Session { get; init; }

    /// <summary>The session before the pause that ends with this row; <c>null</c> if there is no pause.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whether a period of follow-up begins with this row.</summary>
    public bool Opens { get; init; }

    /// <summary>What is to be known of the row, and prevents nothing.</summary>
    public IReadOnlyList<PastNote> Notes { get; init; } = [];

    /// <summary>The problems of its cells; with any, nothing of the grid is saved.</summary>
    public IReadOnlyList<PastFault> Faults { get; init; } = [];

    /// <summary>Whether a cell has a problem.</summary>
    public bool Has(PastColumn column) => Faults.Any(fault => fault.Column == column);
}

/// <summary>The problem of a cell: a sentence by its key, or a rule of the session.</summary>
/// <param name="Column">The cell.</param>
/// <param name="Key">The key of the sentence.</param>
/// <param name="Problem">The rule that it breaks, if there is no key.</param>
/// <param name="Date">What was read as a date and is not one day.</param>
public sealed record PastFault(PastColumn Column, string? Key = null, Problem? Problem = null, PastDate? Date = null);

/// <summary>What is to be known of a row before it is saved.</summary>
public enum PastNote
{
    /// <summary>It is dated before the row above: saving puts it in its place.</summary>
    Earlier,

    /// <summary>Another row has the same day.</summary>
    Doubled,

    /// <summary>The journal has a session on that day already.</summary>
    AlreadyThere,
}
