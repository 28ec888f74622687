namespace CareJournal.Web.Settings;

/// <summary>The practitioner's own check-in messages while they are typed; kept as a draft.</summary>
public sealed class CheckInInput
{
    /// <summary>The name of the practice.</summary>
    public string? Practice { get; set; }

    /// <summary>The letter.</summary>
    public string? Letter { get; set; }

    /// <summary>The text message.</summary>
    public string? Text { get; set; }
}
