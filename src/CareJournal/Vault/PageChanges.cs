namespace CareJournal.Vault;

/// <summary>The pages of a database that were written while it is being copied, each once.</summary>
internal sealed class PageChanges(Action end) : IDisposable
{
    private readonly Lock _gate = new();
    private HashSet<long> _offsets = [];

    /// <summary>The number of pages that were written since the last <see cref="Take"/>.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _offsets.Count;
            }
        }
    }

    /// <summary>Adds a page, by its offset in the file.</summary>
    public void Add(long offset)
    {
        lock (_gate)
        {
            _offsets.Add(offset);
        }
    }

    /// <summary>Returns the offsets in ascending order, and begins anew.</summary>
    public IReadOnlyList<long> Take()
    {
        lock (_gate)
        {
            HashSet<long> taken = _offsets;
            _offsets = [];
            return [.. taken.Order()];
        }
    }

    public void Dispose() => end();
}
