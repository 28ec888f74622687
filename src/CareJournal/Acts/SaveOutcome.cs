using CareJournal.Storage;

namespace CareJournal.Acts;

/// <summary>How a save ended. Everything that can be expected is an outcome, told at the place where it happened.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>It is on disk. Undo goes by <paramref name="ActId"/>.</summary>
    /// <param name="RowId">The row that was written first.</param>
    /// <param name="ActId">The act; empty when there was nothing to change, and so nothing to take back.</param>
    public sealed record Saved(Guid RowId, Guid ActId) : SaveOutcome
    {
        /// <summary>Whether a follow-up that was closed has been reopened by this act; it is said on screen.</summary>
        public bool Reopened { get; init; }
    }

    /// <summary>Nothing was written: something typed cannot be right.</summary>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : SaveOutcome;

    /// <summary>Nothing was written: the row changed elsewhere since it was read.</summary>
    public sealed record Stale : SaveOutcome;

    /// <summary>Nothing was written: the person or the row is not in the journal.</summary>
    public sealed record NotFound : SaveOutcome;

    /// <summary>Nothing was written: it would contradict what is recorded.</summary>
    public sealed record Refused(Refusal Why) : SaveOutcome;

    /// <summary>Nothing was written: the disk or the file did not allow it.</summary>
    public sealed record Failed(StorageFault Fault) : SaveOutcome;

    /// <summary>Answers "invalid" with one problem.</summary>
    public static SaveOutcome Because(string field, ProblemKind kind, params object[] figures) =>
        new Invalid([new Problem(field, kind, figures)]);
}

/// <summary>One thing that cannot be right, named at its field.</summary>
/// <param name="Field">The property of the form.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Figures">Numbers, dates and kinds of facts for the sentence.</param>
public sealed record Problem(string Field, ProblemKind Kind, params object[] Figures);

/// <summary>What can be wrong with a field; each has one sentence in each language.</summary>
public enum ProblemKind
{
    /// <summary>It has to be said.</summary>
    Missing,

    /// <summary>A held visit cannot lie after today.</summary>
    AfterToday,

    /// <summary>A clinical date cannot lie before birth.</summary>
    BeforeBirth,

    /// <summary>Nothing can have happened to a person, or be planned with them, after their death.</summary>
    AfterDeath,

    /// <summary>A day of birth or of death that contradicts something recorded: its kind and its date are the figures.</summary>
    ContradictsFact,

    /// <summary>An end cannot lie before its beginning.</summary>
    EndBeforeStart,

    /// <summary>A whole number between two bounds is wanted.</summary>
    OutOfRange,

    /// <summary>Longer than can be kept in one field.</summary>
    TooLong,

    /// <summary>A date that was not understood.</summary>
    DateNotUnderstood,

    /// <summary>A period of follow-up cannot close before its last held visit.</summary>
    BeforeLastVisit,

    /// <summary>A date that has to lie in the future.</summary>
    NotInFuture,

    /// <summary>A snippet's name is made of letters and digits.</summary>
    NotAName,

    /// <summary>Another one has this name.</summary>
    NameTaken,
}

/// <summary>Why an act was refused.</summary>
public enum Refusal
{
    /// <summary>The person has died: the practitioner is asked before a visit is logged.</summary>
    Deceased,

    /// <summary>A row changed since, so the act can no longer be taken back.</summary>
    ChangedSince,

    /// <summary>The act was already taken back.</summary>
    AlreadyUndone,

    /// <summary>Concluding together needs the words that were exchanged.</summary>
    NeedsContact,

    /// <summary>A session was held since: it lifted the decision, and there is nothing left to take back.</summary>
    LaterVisit,

    /// <summary>The dates of birth, death and what is recorded would contradict each other.</summary>
    DatesContradict,

    /// <summary>Two entries whose days of birth or of death differ are not made one.</summary>
    NotTheSamePerson,
}
