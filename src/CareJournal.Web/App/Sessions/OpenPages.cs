using System.Collections.Concurrent;

namespace CareJournal.Web.App.Sessions;

/// <summary>The pages that are open in any browser, so that a lock can tell them to keep what is being typed and to cover themselves.</summary>
public sealed class OpenPages(TimeProvider time)
{
    /// <summary>A page that does not answer within this time is locked all the same.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, Func<Task>> _pages = new();

    /// <summary>Enters a page; disposing the answer takes it off the list.</summary>
    public IDisposable Enter(Func<Task> cover)
    {
        var id = Guid.NewGuid();
        _pages[id] = cover;
        return new Leaving(() => _pages.TryRemove(id, out _));
    }

    /// <summary>Tells every page at once and waits until all have answered, or until patience ends.</summary>
    public async Task CoverAllAsync()
    {
        var told = Task.WhenAll(_pages.Values.Select(cover => cover()));
        await Task.WhenAny(told, Task.Delay(Patience, time));
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
