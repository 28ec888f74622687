using System.Reflection;
using Microsoft.AspNetCore.Builder;

namespace CareJournal.Web.Host;

/// <summary>Refuses to open the journal on ASP.NET Core 10.0.0 to 10.0.6, where login cookies could be forged (CVE-2026-40372).</summary>
public static class RuntimeGate
{
    private static readonly Version FirstGood = new(10, 0, 7);

    /// <summary>The running version of ASP.NET Core, such as <c>10.0.12</c>.</summary>
    public static string Running { get; } =
        typeof(WebApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Whether this version is refused. A preview and an unreadable version are refused too.</summary>
    public static bool Refuses(string version) => !Version.TryParse(version, out var running) || running < FirstGood;
}
