using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>The rows that are chosen together, of one shelf at a time.</summary>
public sealed class AwaySelection
{
    private readonly Dictionary<Guid, AwayRow> _rows = [];

    /// <summary>Raised when a row was chosen or let go.</summary>
    public event Action? Changed;

    /// <summary>The shelf on which rows are chosen; none while none is.</summary>
    public Shelf? Shelf { get; private set; }

    /// <summary>How many are chosen on a shelf.</summary>
    public int CountOn(Shelf shelf) => Shelf == shelf ? _rows.Count : 0;

    /// <summary>Whether a row is chosen.</summary>
    public bool Has(Shelf shelf, AwayRow row) => Shelf == shelf && _rows.ContainsKey(row.Facts.PatientId);

    /// <summary>Chooses a row, or lets it go. One on another shelf lets all of the first shelf go.</summary>
    public void Turn(Shelf shelf, AwayRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (Shelf != shelf)
        {
            _rows.Clear();
        }

        Shelf = shelf;
        if (!_rows.Remove(row.Facts.PatientId))
        {
            _rows[row.Facts.PatientId] = row;
        }

        Changed?.Invoke();
    }

    /// <summary>Chooses all of these rows.</summary>
    public void TakeAll(Shelf shelf, IEnumerable<AwayRow> rows)
    {
        _rows.Clear();
        Shelf = shelf;
        foreach (AwayRow row in rows)
        {
            _rows[row.Facts.PatientId] = row;
        }

        Changed?.Invoke();
    }

    /// <summary>Lets all go.</summary>
    public void Clear()
    {
        _rows.Clear();
        Changed?.Invoke();
    }

    /// <summary>Whom an act on a row is about: all that are chosen when it is one of them, else the row alone.</summary>
    public IReadOnlyList<AwayRow> With(Shelf shelf, AwayRow row) => Has(shelf, row) ? [.. _rows.Values] : [row];
}
