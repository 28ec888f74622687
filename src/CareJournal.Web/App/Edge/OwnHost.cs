using System.Globalization;
using CareJournal.Storage;

namespace CareJournal.Web.App.Edge;

/// <summary>The one host name by which this run is addressed: the journal's own, or plain <c>localhost</c> where that was asked for.</summary>
public sealed class OwnHost(StartOptions options, JournalFolder folder)
{
    /// <summary>The name that everybody knows.</summary>
    public const string Plain = "localhost";

    private readonly Lazy<string> _name = new(() => options.PlainHost ? Plain : OwnHostName.ReadOrMake(folder));

    /// <summary>The name, without a port. Read from the folder at the first question, and made there if the journal has none yet.</summary>
    public string Name => _name.Value;

    /// <summary>The address that is printed at the start and written beside the journal.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://{Name}:{options.Port}");
}
