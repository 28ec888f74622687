using System.Reflection;
using Microsoft.AspNetCore.Builder;

namespace CareJournal.Web.App;

/// <summary>Keeps the journal shut on ASP.NET Core 10.0.0 to 10.0.6, where login cookies could be forged (CVE-2026-40372).</summary>
public static class RuntimeGate
{
    private static readonly Version FirstGood = new(10, 0, 7);

    /// <summary>The ASP.NET Core that runs now, as <c>10.0.12</c>.</summary>
    public static string Running { get; } =
        typeof(WebApplication).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>Whether this version is refused. A preview and a version that cannot be read are refused too.</summary>
    public static bool Refuses(string version) => !Version.TryParse(version, out var running) || running < FirstGood;
}
