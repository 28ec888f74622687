namespace CareJournal.Web.Timelines.Printing;

/// <summary>What can be printed of a follow-up.</summary>
public enum SheetKind
{
    /// <summary>A life on one page: the whole follow-up, and its pauses and flare-ups in sentences.</summary>
    Course,

    /// <summary>A band for each five years.</summary>
    Strips,

    /// <summary>The last twelve months, what was agreed, what comes next.</summary>
    Letter,

    /// <summary>The card of the open door: no diagnosis, every line the practitioner's own.</summary>
    DoorCard,
}
