using System.Text;

namespace CareJournal.Web.Visits;

/// <summary>Groups single words into readable parts: words replaced one after the other become one removal and one addition.</summary>
internal sealed class WordDifferenceWriter
{
    private readonly List<WordDifferencePart> _parts = [];
    private readonly StringBuilder _kept = new();
    private readonly StringBuilder _removed = new();
    private readonly StringBuilder _added = new();
    private string _space = "";

    /// <summary>Adds words that are in both texts.</summary>
    public void Keep(ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            // A space between two replaced words may belong to the replacement: the next word decides.
            if (_removed.Length > 0 && _added.Length > 0 && _space.Length == 0 && string.IsNullOrWhiteSpace(word))
            {
                _space = word;
                continue;
            }

            EndChange();
            _kept.Append(word);
        }
    }

    /// <summary>Adds a word that is only in the old text.</summary>
    public void Remove(string word) => Change(_removed, word);

    /// <summary>Adds a word that is only in the new text.</summary>
    public void Add(string word) => Change(_added, word);

    /// <summary>Returns all parts, none of them empty.</summary>
    public IReadOnlyList<WordDifferencePart> Parts()
    {
        EndChange();
        Flush(WordDifferenceKind.Kept, _kept);
        return _parts;
    }

    private void Change(StringBuilder side, string word)
    {
        if (word.Length == 0)
        {
            return;
        }

        Flush(WordDifferenceKind.Kept, _kept);
        _removed.Append(_space);
        _added.Append(_space);
        _space = "";
        side.Append(word);
    }

    private void EndChange()
    {
        Flush(WordDifferenceKind.Removed, _removed);
        Flush(WordDifferenceKind.Added, _added);
        _kept.Append(_space);
        _space = "";
    }

    private void Flush(WordDifferenceKind kind, StringBuilder words)
    {
        if (words.Length > 0)
        {
            _parts.Add(new WordDifferencePart(kind, words.ToString()));
            words.Clear();
        }
    }
}
