using CareJournal.Contacts;

namespace CareJournal.Web.AwayReview;

/// <summary>News that were exchanged, and the day that was agreed; kept as a draft.</summary>
public sealed class InTouchForm : ContactForm
{
    /// <summary>The day until which the row is not listed; <c>null</c> if none was agreed.</summary>
    public DateOnly? Until { get; set; }
}
