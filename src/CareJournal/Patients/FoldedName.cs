namespace CareJournal.Patients;

/// <summary>
/// A name folded once for searching. Apostrophe, hyphen and space separate its words, and each run of them can also be typed as one:
/// "l'hermite", "l hermite" and "lhermite" are the same, as are "de la tour", "latour" and "delatour".
/// </summary>
public sealed class FoldedName : IEquatable<FoldedName>
{
    // Runs are no longer than any searched text: a paragraph pasted as a name would otherwise cost the cube of its length.
    private readonly string[] _beginnings;
    private readonly string[] _runs;

    /// <summary>Folds the parts of a name; no run extends from one part into the next.</summary>
    /// <param name="parts">Family name, given name.</param>
    public FoldedName(params IReadOnlyList<string?> parts)
    {
        string[][] words = [.. parts.Select(FoldedText.Words)];
        Whole = string.Join(' ', words.Select(part => string.Concat(part)));
        _beginnings = [.. words.SelectMany(part => Enumerable.Range(0, part.Length).Select(from => string.Concat(part[from..Math.Min(part.Length, from + SoughtName.MostWords)])))];
        _runs = [.. words.SelectMany(part => Enumerable.Range(0, part.Length).SelectMany(from => Enumerable.Range(from + 1, Math.Min(part.Length - from, SoughtName.MostWords)).Select(to => string.Concat(part[from..to]))))];
    }

    /// <summary>The whole name, the words of each part as one: people with the same text have the same name.</summary>
    public string Whole { get; }

    public bool Equals(FoldedName? other) => other is not null && _runs.SequenceEqual(other._runs);

    public override bool Equals(object? obj) => Equals(obj as FoldedName);

    public override int GetHashCode() => _runs.Aggregate(0, (hash, run) => HashCode.Combine(hash, run.GetHashCode(StringComparison.Ordinal)));

    /// <summary>Whether a word of the name, or a run of words, begins with a text.</summary>
    internal bool Begins(string text) => Array.Exists(_beginnings, own => own.StartsWith(text, StringComparison.Ordinal));

    /// <summary>Whether a text is a word of the name, or a run of them.</summary>
    internal bool Has(string text) => Array.IndexOf(_runs, text) >= 0;
}
