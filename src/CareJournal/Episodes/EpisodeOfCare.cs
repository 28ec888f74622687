namespace CareJournal.Episodes;

/// <summary>
/// A period of follow-up: a run of held visits with a title and an aim. Its first and last visit are derived.
/// A gap puts an unclosed period on hold; nothing else changes by itself.
/// </summary>
public sealed class EpisodeOfCare : PatientRow
{
    /// <summary>A short title; empty until the practitioner gives one.</summary>
    public string? Title { get; private set; }

    /// <summary>The reason why it was opened, in words.</summary>
    public string? Reason { get; private set; }

    /// <summary>The aim.</summary>
    public string? Aim { get; private set; }

    /// <summary>The occasion on which it was opened.</summary>
    public OpenedBecause OpenedBecause { get; private set; }

    /// <summary>The reason for follow-up it belongs to.</summary>
    public Guid? ConditionId { get; private set; }

    /// <summary>The day on which it was closed; never before its last held visit.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Sets title, reason and aim. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(EpisodeForm form)
    {
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

    /// <summary>Gives the period a title, unless it has one.</summary>
    public void NameIfUntitled(string? title) => Title ??= WrittenText.CleanLine(title);

    /// <summary>Closes the period on a day; returns a problem for a day before its last held visit or after today.</summary>
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

    /// <summary>Reopens the period.</summary>
    public void Reopen() => ClosedOn = null;
}

/// <summary>The occasions on which a period is opened.</summary>
public enum OpenedBecause
{
    /// <summary>Not recorded.</summary>
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

/// <summary>The form of a period's title, reason and aim.</summary>
public sealed class EpisodeForm : PatientRowForm
{
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
