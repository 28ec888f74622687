namespace CareJournal.Web.Shell;

/// <summary>
/// Keeps the addresses that a page asked for and that have not come back from the browser yet. The page shows such a step at once; its address arrives later, perhaps after
/// the next step, and must not lead back to it then.
/// </summary>
/// <typeparam name="T">The part of the address that the page reads.</typeparam>
public sealed class AddressSteps<T>
{
    private readonly List<T?> _underway = [];
    private T? _arrived;

    /// <summary>Records that the page goes to an address; returns whether the browser has to be asked for it, that is, unless it is going there already or is there.</summary>
    public bool Take(T? address)
    {
        if (EqualityComparer<T>.Default.Equals(address, _underway is [.., var last] ? last : _arrived))
        {
            return false;
        }

        _underway.Add(address);
        return true;
    }

    /// <summary>Records the address that the browser shows; returns whether it is a new one that the page did not ask for itself.</summary>
    public bool Arrive(T? address)
    {
        if (EqualityComparer<T>.Default.Equals(address, _arrived))
        {
            return false;
        }

        _arrived = address;
        int step = _underway.IndexOf(address);
        _underway.RemoveRange(0, step + 1);
        return step < 0;
    }

    /// <summary>Forgets the steps underway: the page shows what the browser's present address says, and each that arrives from now on is new.</summary>
    public void Clear() => _underway.Clear();
}
