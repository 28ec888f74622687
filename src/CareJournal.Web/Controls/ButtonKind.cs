namespace CareJournal.Web.Controls;

/// <summary>The appearance of an <see cref="ActButton"/>.</summary>
public enum ButtonKind
{
    /// <summary>Outlined, in the colour of text.</summary>
    Outlined,

    /// <summary>Outlined, in the primary colour.</summary>
    OutlinedPrimary,

    /// <summary>Filled in the primary colour: one per view.</summary>
    Primary,

    /// <summary>Text alone, in the primary colour.</summary>
    Quiet,
}
