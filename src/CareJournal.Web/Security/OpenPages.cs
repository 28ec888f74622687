using System.Collections.Concurrent;

namespace CareJournal.Web.Security;

/// <summary>The pages open in any browser, so that a lock can have them save their drafts and cover themselves.</summary>
public sealed class OpenPages(TimeProvider time)
{
    /// <summary>The time that a lock waits for a page; one that does not answer is locked all the same.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Guid, (string? Session, Func<Task> Cover)> _pages = new();

    /// <summary>Registers a page; disposing the result removes it.</summary>
    /// <param name="cover">Saves what is being typed in it, and covers it.</param>
    /// <param name="session">Its session.</param>
    public IDisposable Enter(Func<Task> cover, string? session = null)
    {
        var id = Guid.NewGuid();
        _pages[id] = (session, cover);
        return new Leaving(() => _pages.TryRemove(id, out _));
    }

    /// <summary>Notifies all pages at once, but those of one session, and waits until all have answered or <see cref="Patience"/> has passed.</summary>
    public async Task CoverAllAsync(string? except = null)
    {
        var notified = Task.WhenAll(_pages.Values.Where(page => except is null || !string.Equals(page.Session, except, StringComparison.Ordinal)).Select(page => page.Cover()));
        await Task.WhenAny(notified, Task.Delay(Patience, time));
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
