using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>Keeps where the keyboard focus goes after an act: to a row of a list, or to the list itself when it has no rows left. A request is taken once.</summary>
public sealed class AwayFocus
{
    private (AwayList AwayList, Guid? Patient)? _asked;
    private (Guid Patient, AwayAct Act)? _opened;
    private bool _zero;

    /// <summary>Asks for the focus on a row, or on the list's title.</summary>
    public void Ask(AwayList list, Guid? patient) => _asked = (list, patient);

    /// <summary>Asks for the focus on the sentence that says that nobody is left.</summary>
    public void AskZero() => _zero = true;

    /// <summary>Takes the request for that focus; returns whether there was one.</summary>
    public bool TakeZero()
    {
        bool asked = _zero;
        _zero = false;
        return asked;
    }

    /// <summary>Asks for the form of an act to be open at a person, in the first list that has both.</summary>
    public void Open(Guid patient, AwayAct act) => _opened = (patient, act);

    /// <summary>Whether a form is to be open at one of these people.</summary>
    public bool IsOpenAmong(IEnumerable<AwayRow> rows) => _opened is { } opened && rows.Any(row => row.Facts.PatientId == opened.Patient);

    /// <summary>Takes the request for an open form: returns the act for this person where it is one of these, else <c>null</c>.</summary>
    public AwayAct? TakeOpen(Guid patient, IReadOnlyList<AwayAct> acts)
    {
        if (_opened is not { } opened || opened.Patient != patient || !acts.Contains(opened.Act))
        {
            return null;
        }

        _opened = null;
        return opened.Act;
    }

    /// <summary>Takes the request for the focus; returns whether it was for this place.</summary>
    public bool Take(AwayList list, Guid? patient)
    {
        bool mine = _asked == (list, patient);
        if (mine)
        {
            _asked = null;
        }

        return mine;
    }
}
