namespace CareJournal.Web.Timelines.Printing;

/// <summary>The kinds of sheet that can be printed of a follow-up.</summary>
public enum SheetKind
{
    /// <summary>The whole follow-up in one drawing, and its pauses and flare-ups in sentences.</summary>
    Course,

    /// <summary>A band for each five years.</summary>
    Strips,

    /// <summary>A letter: the last twelve months, what was agreed, what comes next.</summary>
    Letter,

    /// <summary>The card of the open door: no diagnosis, every line the practitioner's own.</summary>
    DoorCard,
}
