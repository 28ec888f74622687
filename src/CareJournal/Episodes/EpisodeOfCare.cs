using CareJournal.Acts;

namespace CareJournal.Episodes;

/// <summary>
/// A period of follow-up: a run of held visits with a title and an aim. Its first and last visit are derived.
/// A gap puts an unclosed period on hold; nothing else moves by itself.
/// </summary>
public sealed class EpisodeOfCare : PatientRow
{
    /// <summary>A short title; empty until the practitioner gives one.</summary>
    public string? Title { get; private set; }

    /// <summary>Why it was opened, in words.</summary>
    public string? Reason { get; private set; }

    /// <summary>What it is for.</summary>
    public string? Aim { get; private set; }

    /// <summary>What it was opened because of.</summary>
    public OpenedBecause OpenedBecause { get; private set; }

    /// <summary>The reason for follow-up it belongs to.</summary>
    public Guid? ConditionId { get; private set; }

    /// <summary>When it was closed; never before its last held visit.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Takes over title, reason and aim; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Describe(EpisodeForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        Problem[] problems =
        [
            .. WrittenText.TooLong(nameof(form.Title), form.Title, WrittenText.LongestLine),
            .. WrittenText.TooLong(nameof(form.Reason), form.Reason, WrittenText.LongestNote),
            .. WrittenText.TooLong(nameof(form.Aim), form.Aim, WrittenText.LongestNote),
        ];
        if (problems.Length == 0)
        {
            Title = WrittenText.CleanLine(form.Title);
            Reason = WrittenText.Clean(form.Reason);
            Aim = WrittenText.Clean(form.Aim);
            OpenedBecause = form.OpenedBecause;
            ConditionId = form.ConditionId;
        }

        return problems;
    }

    /// <summary>Closes the period on a day; answers a problem before its last held visit or after today.</summary>
    public IReadOnlyList<Problem> Close(DateOnly on, DateOnly lastHeld, DateOnly today)
    {
        if (on < lastHeld)
        {
            return [new Problem(nameof(ClosedOn), ProblemKind.BeforeLastVisit)];
        }

        if (on > today)
        {
            return [new Problem(nameof(ClosedOn), ProblemKind.AfterToday)];
        }

        ClosedOn = on;
        return [];
    }

    /// <summary>Takes the period up again.</summary>
    public void Reopen() => ClosedOn = null;
}

/// <summary>What a period was opened because of.</summary>
public enum OpenedBecause
{
    /// <summary>Not said.</summary>
    NotSaid,

    /// <summary>The first contact.</summary>
    FirstContact,

    /// <summary>A flare-up.</summary>
    FlareUp,

    /// <summary>A life event.</summary>
    LifeEvent,

    /// <summary>A check-up: taking stock.</summary>
    CheckUp,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>A period's title, reason and aim as they are typed.</summary>
public sealed class EpisodeForm
{
    /// <summary>The period.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The revision that was read.</summary>
    public required int Revision { get; init; }

    /// <summary>The draft that this save ends, if there is one.</summary>
    public Guid? DraftId { get; set; }

    /// <inheritdoc cref="EpisodeOfCare.Title"/>
    public string? Title { get; set; }

    /// <inheritdoc cref="EpisodeOfCare.Reason"/>
    public string? Reason { get; set; }

    /// <inheritdoc cref="EpisodeOfCare.Aim"/>
    public string? Aim { get; set; }

    /// <inheritdoc cref="EpisodeOfCare.OpenedBecause"/>
    public OpenedBecause OpenedBecause { get; set; }

    /// <inheritdoc cref="EpisodeOfCare.ConditionId"/>
    public Guid? ConditionId { get; set; }
}
