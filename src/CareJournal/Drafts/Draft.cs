namespace CareJournal.Drafts;

/// <summary>
/// What is being typed, kept on disk while it is typed. It is no part of the record: it has no versions and no undo, and it dies in
/// the transaction that saves it. Its id is made by the page and names that save for good.
/// </summary>
public sealed class Draft
{
    /// <summary>The longest text of a draft, in UTF-16 units: all fields of a page together.</summary>
    public const int LongestText = 1024 * 1024;

    /// <summary>The longest name of a form, in characters.</summary>
    public const int LongestForm = 40;

    // In the column of the form's name: what is set aside is then offered to no form by the same question, and no migration is needed.
    private const string AsideMark = "aside:";

    /// <summary>Made by the page; the same for every keep of one text.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person it is about, where there is one.</summary>
    public Guid? PatientId { get; set; }

    /// <summary>Which form it was typed into: a short word of the page's own; marked while the draft is set aside.</summary>
    public required string Form { get; set; }

    /// <summary>The row that is being changed; none for something new.</summary>
    public Guid? TargetId { get; set; }

    /// <summary>The revision of that row that was read.</summary>
    public int? TargetRevision { get; set; }

    /// <summary>Counts the keeps, from the page; a lower or equal one than the stored one says nothing new.</summary>
    public long Number { get; set; }

    /// <summary>When it was last kept, in UTC.</summary>
    public DateTime UpdatedAtUtc { get; set; }

    /// <summary>Whether it was put away: its text is gone, and its number stays for a while, so that a keep that was still on its way does not bring it back.</summary>
    public bool Discarded { get; set; }

    /// <summary>What was typed, in the page's own writing, to the last UTF-16 unit: halves of a pair included.</summary>
    public string Text { get; set; } = "";

    /// <summary>The name of a form as a draft of it is written down while it is set aside: kept and read, and offered to no form.</summary>
    public static string AsideOf(string form) => AsideMark + FormOf(form);

    /// <summary>The form's own name, whether the draft is set aside or not.</summary>
    public static string FormOf(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return IsAside(form) ? form[AsideMark.Length..] : form;
    }

    /// <summary>Whether the name of a form says that its draft is set aside.</summary>
    public static bool IsAside(string form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.StartsWith(AsideMark, StringComparison.Ordinal);
    }
}
