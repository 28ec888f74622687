namespace CareJournal.Visits;

/// <summary>A session, planned or held. Only held ones count in any rule of time.</summary>
public sealed class Visit : PatientRow
{
    /// <summary>The period of follow-up; held visits only.</summary>
    public Guid? EpisodeId { get; set; }

    /// <summary>The civil day, in the practice's time zone, on which it was held or is planned.</summary>
    public DateOnly HeldOn { get; private set; }

    /// <summary>The time at which it begins, where it is known.</summary>
    public TimeOnly? StartsAt { get; private set; }

    /// <summary>The length in minutes, 5 to 180.</summary>
    public int? Minutes { get; private set; }

    /// <summary>The place.</summary>
    public VisitMode Mode { get; private set; }

    /// <summary>Whether it was planned, held, missed or cancelled.</summary>
    public VisitStatus Status { get; private set; }

    /// <summary>Who held it, when it was somebody else.</summary>
    public string? HeldBy { get; private set; }

    /// <summary>The kinds of work that were done.</summary>
    public WhatWasDone WhatWasDone { get; private set; }

    /// <summary>The practitioner's text about what to take away.</summary>
    public string? Impression { get; private set; }

    /// <summary>The text of what was agreed.</summary>
    public string? Agreed { get; private set; }

    /// <summary>A longer note.</summary>
    public string? Note { get; private set; }

    /// <summary>On a return: is it the same pain?</summary>
    public SamePain SamePain { get; private set; }

    /// <summary>Whether red flags were looked for.</summary>
    public RedFlags RedFlags { get; private set; }

    /// <summary>Whether it is left out when the screen is read together with the person; part of the record all the same.</summary>
    public bool Hidden { get; private set; }

    /// <summary>Whether it was confided by, or is about, a third party.</summary>
    public bool ThirdParty { get; private set; }

    /// <summary>Plans a visit on a day, which may be in the future.</summary>
    public static Visit Plan(Guid id, Guid patientId, DateOnly on, TimeOnly? at) =>
        new() { Id = id, PatientId = patientId, HeldOn = on, StartsAt = at, Status = VisitStatus.Planned };

    /// <summary>Creates an empty visit that is about to be recorded as held.</summary>
    public static Visit Blank(Guid id, Guid patientId) => new() { Id = id, PatientId = patientId, Status = VisitStatus.Planned };

    /// <summary>Records the visit as held, with the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> MarkHeld(VisitForm form, DateOnly today, LifeSpan? life)
    {
        IReadOnlyList<Problem> problems = form.Problems(today, life);
        if (problems.Count > 0)
        {
            return problems;
        }

        Status = VisitStatus.Held;
        HeldOn = form.HeldOn ?? today;
        StartsAt = form.StartsAt;
        Minutes = form.Minutes;
        Mode = form.Mode;
        HeldBy = WrittenText.CleanLine(form.HeldBy);
        WhatWasDone = form.WhatWasDone;
        Impression = WrittenText.Clean(form.Impression);
        Agreed = WrittenText.Clean(form.Agreed);
        Note = WrittenText.Clean(form.Note);
        SamePain = form.SamePain;
        RedFlags = form.RedFlags;
        Hidden = form.Hidden;
        ThirdParty = form.ThirdParty;
        return [];
    }

    /// <summary>Takes the time of a planned visit, unless this one has its own.</summary>
    public void TakePlaceOf(Visit planned) => StartsAt ??= planned.StartsAt;

    /// <summary>Records that a planned visit did not take place. It is kept, shown, and counts in no interval.</summary>
    public void NotHeld(VisitStatus status)
    {
        if (status is VisitStatus.Held or VisitStatus.Planned)
        {
            throw new ArgumentOutOfRangeException(nameof(status), status, "A visit that did not take place was missed or cancelled.");
        }

        Status = status;
        EpisodeId = null;
    }
}

/// <summary>The places of a visit.</summary>
public enum VisitMode
{
    /// <summary>At the practice.</summary>
    Practice,

    /// <summary>At the person's home.</summary>
    Home,

    /// <summary>By video.</summary>
    Video,

    /// <summary>By telephone, as a session.</summary>
    Phone,

    /// <summary>In a group.</summary>
    Group,
}

/// <summary>The outcomes of a visit.</summary>
public enum VisitStatus
{
    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Held.</summary>
    Held,

    /// <summary>Missed.</summary>
    NoShow,

    /// <summary>Cancelled by the person.</summary>
    CancelledByPerson,

    /// <summary>Cancelled by the practice.</summary>
    CancelledByPractice,
}

/// <summary>The kinds of work in a visit; several may be chosen.</summary>
[Flags]
public enum WhatWasDone
{
    /// <summary>Not noted.</summary>
    None = 0,

    /// <summary>Talk and understand.</summary>
    TalkAndUnderstand = 1,

    /// <summary>Move.</summary>
    Move = 2,

    /// <summary>Retry a movement.</summary>
    RetryAMovement = 4,

    /// <summary>Manual care.</summary>
    ManualCare = 8,

    /// <summary>Heat, cold, electrotherapy.</summary>
    HeatColdElectro = 16,

    /// <summary>Something else.</summary>
    Other = 32,
}

/// <summary>Is it the same pain as before?</summary>
public enum SamePain
{
    /// <summary>Not asked.</summary>
    NotAsked,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>Partly.</summary>
    Partly,

    /// <summary>No.</summary>
    No,
}

/// <summary>Whether signs of something else were looked for.</summary>
public enum RedFlags
{
    /// <summary>Not noted.</summary>
    NotNoted,

    /// <summary>Looked for, none found.</summary>
    LookedForNone,

    /// <summary>Looked for; see the note.</summary>
    SeeNote,

    /// <summary>Not looked for.</summary>
    NotLookedFor,
}
