using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>An act of the review that was saved.</summary>
/// <param name="Row">The row it was done about.</param>
/// <param name="AwayList">The list in which it was done.</param>
/// <param name="Said">What was done, as a sentence without its full stop.</param>
/// <param name="ActId">The id of the act, by which it can be undone.</param>
/// <param name="People">How many people it was done about.</param>
public sealed record AwayDone(AwayRow Row, AwayList AwayList, string Said, Guid ActId, int People = 1)
{
    /// <summary>The person it was done about, of several the one whose row was used.</summary>
    public Guid PatientId => Row.Facts.PatientId;
}
