namespace CareJournal.Drafts;

/// <summary>
/// Text being typed, kept on disk until it is saved. It is not part of the record: it has no versions and no undo, and it is removed in
/// the transaction that saves it. Its id is made by the page and identifies that save for good.
/// </summary>
public sealed class Draft
{
    /// <summary>The longest text of a draft, in UTF-16 units: all fields of a page together.</summary>
    public const int LongestText = 1024 * 1024;

    /// <summary>The longest name of a form, in characters.</summary>
    public const int LongestForm = 40;

    // A prefix of the form's name: the query for the drafts of a form then finds none that is set aside, and no migration is needed.
    private const string AsideMark = "aside:";

    /// <summary>The id, made by the page; the same each time one text is kept.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person it is about, where there is one.</summary>
    public Guid? PatientId { get; set; }

    /// <summary>The form it was typed into: a short name of the page's own, with a prefix while the draft is set aside.</summary>
    public required string Form { get; set; }

    /// <summary>The row that is being changed; <c>null</c> for something new.</summary>
    public Guid? TargetId { get; set; }

    /// <summary>The revision of that row that was read.</summary>
    public int? TargetRevision { get; set; }

    /// <summary>The number of the text, counted by the page; one that is not higher than the stored number brings nothing new.</summary>
    public long Number { get; set; }

    /// <summary>The time at which it was last kept, in UTC.</summary>
    public DateTime UpdatedAtUtc { get; set; }

    /// <summary>Whether it was discarded: its text is removed, and its number stays for a while, so that a late request does not bring it back.</summary>
    public bool Discarded { get; set; }

    /// <summary>The typed text in the page's own format, to the last UTF-16 unit: lone surrogates included.</summary>
    public string Text { get; set; } = "";

    /// <summary>Returns the name of a form as stored while its draft is set aside: kept and readable, and offered to no form.</summary>
    public static string AsideOf(string form) => AsideMark + FormOf(form);

    /// <summary>Returns the form's own name, whether the draft is set aside or not.</summary>
    public static string FormOf(string form) =>
        IsAside(form) ? form[AsideMark.Length..] : form;

    /// <summary>Whether the stored name of a form marks its draft as set aside.</summary>
    public static bool IsAside(string form) =>
        form.StartsWith(AsideMark, StringComparison.Ordinal);
}
