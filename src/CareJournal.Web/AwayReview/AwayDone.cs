using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>An act of the review that is on disk.</summary>
/// <param name="Row">The row it was done about.</param>
/// <param name="Shelf">The shelf on which it was done.</param>
/// <param name="Kind">What was done.</param>
/// <param name="ActId">Goes into the way back.</param>
/// <param name="People">How many people it was done about.</param>
public sealed record AwayDone(AwayRow Row, Shelf Shelf, ActKind Kind, Guid ActId, int People = 1);
