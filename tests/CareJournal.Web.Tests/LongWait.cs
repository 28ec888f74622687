using System.Runtime.CompilerServices;

namespace CareJournal.Web;

/// <summary>Sets how long a component test waits for what it expects: as long as a browser test does. bUnit gives up after a second, which a busy machine can take.</summary>
internal static class LongWait
{
    [ModuleInitializer]
    internal static void Set() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
}
