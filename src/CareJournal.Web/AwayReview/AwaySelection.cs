using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>Keeps the rows that are chosen together, of one list at a time.</summary>
public sealed class AwaySelection
{
    private readonly Dictionary<Guid, AwayRow> _rows = [];

    /// <summary>Raised when other rows are chosen.</summary>
    public event Action? Changed;

    /// <summary>The list in which rows are chosen; <c>null</c> before the first.</summary>
    public AwayList? AwayList { get; private set; }

    /// <summary>Returns how many rows of a list are chosen.</summary>
    public int CountOn(AwayList list) => AwayList == list ? _rows.Count : 0;

    /// <summary>Whether a row is chosen.</summary>
    public bool Has(AwayList list, AwayRow row) => AwayList == list && _rows.ContainsKey(row.Facts.PatientId);

    /// <summary>Chooses a row, or removes it from the choice. A row of another list replaces the whole choice.</summary>
    public void Turn(AwayList list, AwayRow row)
    {
        if (AwayList != list)
        {
            _rows.Clear();
        }

        AwayList = list;
        if (!_rows.Remove(row.Facts.PatientId))
        {
            _rows[row.Facts.PatientId] = row;
        }

        Changed?.Invoke();
    }

    /// <summary>Chooses all of these rows.</summary>
    public void TakeAll(AwayList list, IEnumerable<AwayRow> rows)
    {
        _rows.Clear();
        AwayList = list;
        foreach (AwayRow row in rows)
        {
            _rows[row.Facts.PatientId] = row;
        }

        Changed?.Invoke();
    }

    /// <summary>Empties the choice.</summary>
    public void Clear()
    {
        _rows.Clear();
        Changed?.Invoke();
    }

    /// <summary>Returns the rows that an act on a row is about: all that are chosen when it is one of them, else the row alone.</summary>
    public IReadOnlyList<AwayRow> With(AwayList list, AwayRow row) => Has(list, row) ? [.. _rows.Values] : [row];
}
