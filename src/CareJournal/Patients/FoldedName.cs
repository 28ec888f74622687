using CareJournal.Acts;

namespace CareJournal.Patients;

/// <summary>
/// A name as it is searched for, folded once. Apostrophe, hyphen and space part its words, and each run of them can also be typed as one:
/// "l'hermite", "l hermite" and "lhermite" are the same, as are "de la tour", "latour" and "delatour".
/// </summary>
public sealed class FoldedName : IEquatable<FoldedName>
{
    // Runs no longer than what is ever sought: a paragraph pasted as a name would otherwise cost the cube of its length.
    private readonly string[] _beginnings;
    private readonly string[] _runs;

    /// <summary>Folds the parts of a name; nothing runs from one part into the next.</summary>
    /// <param name="parts">Family name, given name.</param>
    public FoldedName(params IReadOnlyList<string?> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        string[][] words = [.. parts.Select(FoldedText.Words)];
        _beginnings = [.. words.SelectMany(part => Enumerable.Range(0, part.Length).Select(from => string.Concat(part[from..Math.Min(part.Length, from + SoughtName.MostWords)])))];
        _runs = [.. words.SelectMany(part => Enumerable.Range(0, part.Length).SelectMany(from => Enumerable.Range(from + 1, Math.Min(part.Length - from, SoughtName.MostWords)).Select(to => string.Concat(part[from..to]))))];
    }

    /// <inheritdoc/>
    public bool Equals(FoldedName? other) => other is not null && _runs.SequenceEqual(other._runs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FoldedName);

    /// <inheritdoc/>
    public override int GetHashCode() => _runs.Aggregate(0, (hash, run) => HashCode.Combine(hash, run.GetHashCode(StringComparison.Ordinal)));

    /// <summary>Whether a word of the name, or the words from there on, begin like a text.</summary>
    internal bool Begins(string text) => Array.Exists(_beginnings, own => own.StartsWith(text, StringComparison.Ordinal));

    /// <summary>Whether a text is a word of the name, or several that follow each other.</summary>
    internal bool Has(string text) => Array.IndexOf(_runs, text) >= 0;
}
