namespace CareJournal.Web.Visits;

/// <summary>The form of the grid for a paper file. Its cells are one text, as typed, so that the draft is read as it is by every version.</summary>
public sealed class PastForm
{
    /// <summary>The person.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The rows, as <see cref="PastTable"/> writes them.</summary>
    public string? Rows { get; set; }
}
