namespace CareJournal.Web.Host;

/// <summary>
/// Takes back a setting of the environment under which the runtime has neither French nor accents: dates could not be written, and a search would find
/// no word with an accent. Some container images set it. To be called before anything else: the runtime reads it at the first use of a language.
/// </summary>
public static class StartEnvironment
{
    private const string WithoutLanguages = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    /// <summary>Removes the setting from this process alone.</summary>
    public static void Restore() => Environment.SetEnvironmentVariable(WithoutLanguages, null);
}
