using CareJournal.Closures;
using CareJournal.Keeping;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Reads the practitioner's settings.</summary>
public sealed class SettingsReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>Reads the settings, the closures (latest first) and when the last verified copy was made.</summary>
    public async Task<SettingsAnswer> ReadAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        PracticeSettings settings = await journal.Settings.AsNoTracking().FirstAsync();
        List<Closure> closures = await journal.Closures.AsNoTracking().OrderByDescending(closure => closure.From).ToListAsync();
        return new SettingsAnswer(settings.GapThreshold, settings.AutoLockMinutes, settings.TimeZone, await CopyPlaceReader.LastByHandAsync(journal) ?? settings.CopyFolder, closures, await LastAsync(journal, ActKind.CopyMade))
        {
            CheckInLetter = settings.CheckInLetter,
            CheckInText = settings.CheckInText,
            PracticeName = settings.PracticeName,
            HasVeilPin = settings.VeilPin is not null,
            LastCheckAtUtc = await LastAsync(journal, ActKind.JournalChecked),
        };
    }

    /// <summary>Reads when the last act of a kind was written, in UTC.</summary>
    internal static async Task<DateTime?> LastAsync(JournalContext journal, ActKind kind) =>
        await journal.Acts.Where(act => act.Kind == kind).OrderByDescending(act => act.AtUtc).Select(act => (DateTime?)act.AtUtc).FirstOrDefaultAsync();
}

/// <summary>The practice's settings as they are shown.</summary>
/// <param name="GapThreshold">The number of days without a logged session from which a gap begins.</param>
/// <param name="AutoLockMinutes">Idle minutes before the journal locks itself.</param>
/// <param name="TimeZone">The practice's time zone (IANA).</param>
/// <param name="CopyFolder">The folder last used for a copy.</param>
/// <param name="Closures">Closures of the practice, latest first.</param>
/// <param name="LastCopyAtUtc">When the last verified copy was made.</param>
public sealed record SettingsAnswer(
    int GapThreshold, int AutoLockMinutes, string TimeZone, string? CopyFolder, IReadOnlyList<Closure> Closures, DateTime? LastCopyAtUtc)
{
    /// <inheritdoc cref="PracticeSettings.CheckInLetter"/>
    public string? CheckInLetter { get; init; }

    /// <inheritdoc cref="PracticeSettings.CheckInText"/>
    public string? CheckInText { get; init; }

    /// <inheritdoc cref="PracticeSettings.PracticeName"/>
    public string? PracticeName { get; init; }

    /// <summary>Whether a PIN ends the veil; otherwise only the passphrase does.</summary>
    public bool HasVeilPin { get; init; }

    /// <summary>When the whole journal was last checked and found as it was written.</summary>
    public DateTime? LastCheckAtUtc { get; init; }
}
