using System.Text;

namespace CareJournal.Web.Kit;

/// <summary>Gathers single words into parts that can be read: words replaced one after the other are one removal and one addition.</summary>
internal sealed class WordDifferenceWriter
{
    private readonly List<WordDifferencePart> _parts = [];
    private readonly StringBuilder _kept = new();
    private readonly StringBuilder _removed = new();
    private readonly StringBuilder _added = new();
    private string _space = "";

    /// <summary>Words that stand in both texts.</summary>
    public void Keep(ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            // A space between two replaced words may belong to the replacement: what comes next decides.
            if (_removed.Length > 0 && _added.Length > 0 && _space.Length == 0 && string.IsNullOrWhiteSpace(word))
            {
                _space = word;
                continue;
            }

            EndChange();
            _kept.Append(word);
        }
    }

    /// <summary>A word that stood in the old text alone.</summary>
    public void Remove(string word) => Change(_removed, word);

    /// <summary>A word that stands in the new text alone.</summary>
    public void Add(string word) => Change(_added, word);

    /// <summary>All parts, none of them empty.</summary>
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
