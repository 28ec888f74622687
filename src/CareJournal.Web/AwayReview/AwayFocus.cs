using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>Where the keyboard goes after an act: to one row of a shelf, or to the shelf itself when nobody stands there any more. Asked once, taken once.</summary>
public sealed class AwayFocus
{
    private (Shelf Shelf, Guid? Patient)? _asked;

    /// <summary>Asks for the focus on a row, or on the shelf's title.</summary>
    public void Ask(Shelf shelf, Guid? patient) => _asked = (shelf, patient);

    /// <summary>Whether this place was asked for; it then no longer is.</summary>
    public bool Take(Shelf shelf, Guid? patient)
    {
        bool mine = _asked == (shelf, patient);
        if (mine)
        {
            _asked = null;
        }

        return mine;
    }
}
