using CareJournal.NextSteps;

namespace CareJournal.Web.AwayReview;

/// <summary>The input of a form about the next step outside a visit; kept as a draft.</summary>
public sealed class NextStepInput
{
    /// <summary>The person.</summary>
    public Guid PatientId { get; init; }

    /// <summary>The step; <c>null</c> before a choice.</summary>
    public NextStepForm? Step { get; set; }

    /// <summary>The reason why a dense rhythm is intended.</summary>
    public string? Reason { get; set; }

    /// <summary>The intended rhythm in days, as it is typed.</summary>
    public string? Days { get; set; }

    /// <summary>The day on which an intended rhythm is looked at again.</summary>
    public DateOnly? ReviewOn { get; set; }

    /// <inheritdoc cref="NextStep.DecidedBy"/>
    public DecidedBy DecidedBy { get; set; }
}
