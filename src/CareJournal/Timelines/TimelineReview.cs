using CareJournal.Contacts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Tools;

namespace CareJournal.Timelines;

/// <summary>A review: stock was taken.</summary>
public sealed record TimelineReview
{
    /// <summary>The review.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>The visit at which stock was taken, if any.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The day on which stock was taken.</summary>
    public required DateOnly TakenOn { get; init; }

    /// <summary>The kind of review, where it was recorded.</summary>
    public ReviewKind? Kind { get; init; }

    /// <summary>The situation: where we are.</summary>
    public string? Situation { get; init; }

    /// <summary>The needs of the moment.</summary>
    public string? Needs { get; init; }

    /// <summary>The line about what justifies this rhythm today.</summary>
    public string? JustifiesRhythm { get; init; }

    /// <summary>Creates the form to change it, with its steps of goals and tools.</summary>
    public ReviewForm AsForm(PatientTimeline timeline) =>
        new ReviewForm
        {
            Id = Id,
            PatientId = timeline.Patient.Id,
            Revision = Revision,
            VisitId = VisitId,
            TakenOn = TakenOn,
            Kind = Kind,
            Situation = Situation,
            Needs = Needs,
            JustifiesRhythm = JustifiesRhythm,
            Goals = [.. timeline.Goals.SelectMany(goal => goal.Steps).Where(step => step.ReviewId == Id).OrderBy(step => step.Id)
                .Select(step => new GoalMove { GoalId = step.GoalId, State = step.State, Line = step.Line })],
            Tools = [.. timeline.Tools.SelectMany(tool => tool.Steps).Where(step => step.ReviewId == Id).OrderBy(step => step.Id)
                .Select(step => new ToolMove { ToolId = step.ToolId, State = step.State, Line = step.Line, View = step.View })],
        };
}

/// <summary>A prompt to take stock that the practitioner put away.</summary>
/// <param name="Prompt">The prompt.</param>
/// <param name="DismissedOn">The day on which it was put away.</param>
public sealed record TimelineDismissal(Prompt Prompt, DateOnly DismissedOn)
{
    /// <summary>Whether it still hides the prompt, given the last held visit.</summary>
    public bool Hides(DateOnly lastHeld) => lastHeld <= DismissedOn;
}

/// <summary>News exchanged without a visit.</summary>
public sealed record TimelineContact
{
    /// <summary>The contact.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>The day of the contact.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The way in which news was exchanged.</summary>
    public ContactChannel Channel { get; init; }

    /// <summary>From whom the news came.</summary>
    public ContactFrom From { get; init; }

    /// <summary>The words that were exchanged.</summary>
    public string? Words { get; init; }

    /// <inheritdoc cref="Visits.Visit.Hidden"/>
    public bool Hidden { get; init; }

    /// <inheritdoc cref="Visits.Visit.ThirdParty"/>
    public bool ThirdParty { get; init; }

    /// <summary>Creates the form to change it.</summary>
    public ContactForm AsForm(Guid patientId) => new()
    {
        Id = Id,
        PatientId = patientId,
        Revision = Revision,
        On = On,
        Channel = Channel,
        From = From,
        Words = Words,
        Hidden = Hidden,
        ThirdParty = ThirdParty,
    };
}

/// <summary>Words that the person dictated for when it overflows.</summary>
public sealed record TimelineWord
{
    /// <summary>The word.</summary>
    public required Guid Id { get; init; }

    /// <summary>The revision that was read.</summary>
    public int Revision { get; init; }

    /// <summary>The day on which it was dictated.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The person's words.</summary>
    public required string Words { get; init; }
}
