using CareJournal.Storage;

namespace CareJournal.Acts;

/// <summary>The result of a save. Every expected failure is an outcome, shown at the place where it happened.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>The save is on disk. It can be undone by its <paramref name="ActId"/>.</summary>
    /// <param name="RowId">The row that was written first.</param>
    /// <param name="ActId">The act; empty when there was nothing to change, and so nothing to undo.</param>
    public sealed record Saved(Guid RowId, Guid ActId) : SaveOutcome
    {
        /// <summary>Whether this act reopened a follow-up that was closed; the screen says so.</summary>
        public bool Reopened { get; init; }
    }

    /// <summary>Nothing was written: an input is invalid.</summary>
    public sealed record Invalid(IReadOnlyList<Problem> Problems) : SaveOutcome;

    /// <summary>Nothing was written: the row changed elsewhere since it was read.</summary>
    public sealed record Stale : SaveOutcome;

    /// <summary>Nothing was written: the person or the row is not in the journal.</summary>
    public sealed record NotFound : SaveOutcome;

    /// <summary>Nothing was written: it would contradict what is recorded.</summary>
    public sealed record Refused(Refusal Why) : SaveOutcome;

    /// <summary>Nothing was written: the disk or the file did not allow it.</summary>
    public sealed record Failed(StorageFault Fault) : SaveOutcome;

    /// <summary>Creates an <see cref="Invalid"/> outcome with one problem.</summary>
    public static SaveOutcome Because(string field, ProblemKind kind, params object[] figures) =>
        new Invalid([new Problem(field, kind, figures)]);
}

/// <summary>One invalid input, with its field.</summary>
/// <param name="Field">The property of the form.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Figures">The numbers, dates and kinds of facts that the sentence shows.</param>
public sealed record Problem(string Field, ProblemKind Kind, params object[] Figures);

/// <summary>The problems that a field can have; each has one sentence in each language.</summary>
public enum ProblemKind
{
    /// <summary>A required value is missing.</summary>
    Missing,

    /// <summary>A held visit cannot be after today.</summary>
    AfterToday,

    /// <summary>What is reported in a session cannot begin after it.</summary>
    AfterVisit,

    /// <summary>A clinical date cannot be before birth.</summary>
    BeforeBirth,

    /// <summary>Nothing can have happened to a person, or be planned with them, after their death.</summary>
    AfterDeath,

    /// <summary>A day of birth or of death that contradicts something recorded: its kind and its date are the figures.</summary>
    ContradictsFact,

    /// <summary>An end cannot be before its beginning.</summary>
    EndBeforeStart,

    /// <summary>The value is not a whole number between two bounds.</summary>
    OutOfRange,

    /// <summary>The text is longer than one field can keep.</summary>
    TooLong,

    /// <summary>The folder is not there.</summary>
    NoSuchFolder,

    /// <summary>The folder is that of a journal, or lies in it.</summary>
    FolderOfJournal,

    /// <summary>It is in the list already.</summary>
    ListedAlready,

    /// <summary>The date was not understood.</summary>
    DateNotUnderstood,

    /// <summary>A period of follow-up cannot close before its last held visit.</summary>
    BeforeLastVisit,

    /// <summary>The date has to be in the future.</summary>
    NotInFuture,

    /// <summary>A session is planned with the person for that time already.</summary>
    AlreadyPlanned,

    /// <summary>The name of a snippet has to consist of letters and digits.</summary>
    NotAName,

    /// <summary>The name is already taken.</summary>
    NameTaken,
}

/// <summary>The reasons why an act is refused.</summary>
public enum Refusal
{
    /// <summary>The person has died: the practitioner is asked before a visit is logged.</summary>
    Deceased,

    /// <summary>A row changed since, so the act can no longer be undone.</summary>
    ChangedSince,

    /// <summary>The act was already undone.</summary>
    AlreadyUndone,

    /// <summary>Concluding together needs the words that were exchanged.</summary>
    NeedsContact,

    /// <summary>A session was held since: it lifted the decision, and there is nothing left to undo.</summary>
    LaterVisit,

    /// <summary>The dates of birth, death and what is recorded would contradict each other.</summary>
    DatesContradict,

    /// <summary>Two entries with different days of birth or of death are not made one.</summary>
    NotTheSamePerson,
}
