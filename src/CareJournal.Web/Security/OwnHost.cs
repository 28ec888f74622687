using CareJournal.Storage;
using CareJournal.Web.Host;

namespace CareJournal.Web.Security;

/// <summary>The one host name of this run: the journal's own, or plain <c>localhost</c> if that was asked for.</summary>
public sealed class OwnHost(StartOptions options, JournalFolder folder)
{
    /// <summary>The name that is the same on every computer.</summary>
    public const string Plain = "localhost";

    private readonly Lazy<string> _name = new(() => options.PlainHost ? Plain : OwnHostName.ReadOrMake(folder));

    /// <summary>The name, without a port. Read from the folder on first use, and created there if the journal has none yet.</summary>
    public string Name => _name.Value;

    /// <summary>The address that is printed at the start and written to a file beside the journal.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://{Name}:{options.Port}");
}
