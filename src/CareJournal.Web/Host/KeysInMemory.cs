using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CareJournal.Web.Host;

/// <summary>Keeps the framework's keys for forms and circuits in memory, for one run. Otherwise they would be stored in the user's profile.</summary>
public sealed class KeysInMemory : IXmlRepository
{
    private readonly ConcurrentQueue<XElement> _keys = new();

    public IReadOnlyCollection<XElement> GetAllElements() => _keys.ToArray();

    public void StoreElement(XElement element, string friendlyName) => _keys.Enqueue(element);
}
