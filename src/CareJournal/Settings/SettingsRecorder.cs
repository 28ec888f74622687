using CareJournal.Acts;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Records what the practitioner sets.</summary>
public sealed class SettingsRecorder(JournalWriter writer, PracticeClock clock)
{
    /// <summary>Sets the threshold of a gap (60, 90 or 180 days), the idle minutes (1 to 30) and the practice's time zone.</summary>
    public async Task<SaveOutcome> ChooseAsync(int gapThreshold, int autoLockMinutes, string timeZone)
    {
        SaveOutcome outcome = await writer.WriteAsync(ActKind.SettingsChanged, null, async journal =>
        {
            PracticeSettings settings = await journal.Settings.FirstAsync();
            IReadOnlyList<Problem> problems = settings.Choose(gapThreshold, autoLockMinutes, timeZone);
            return problems.Count > 0 ? new SaveOutcome.Invalid(problems) : new SaveOutcome.Saved(settings.Id, Guid.Empty);
        });
        if (outcome is SaveOutcome.Saved)
        {
            clock.Zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        }

        return outcome;
    }

    /// <summary>Keeps the practitioner's own check-in messages; an empty one gives the program's own back.</summary>
    public Task<SaveOutcome> WriteCheckInAsync(string? letter, string? text) =>
        writer.WriteAsync(ActKind.SettingsChanged, null, async journal =>
        {
            PracticeSettings settings = await journal.Settings.FirstAsync();
            IReadOnlyList<Problem> problems = settings.Write(letter, text);
            return problems.Count > 0 ? new SaveOutcome.Invalid(problems) : new SaveOutcome.Saved(settings.Id, Guid.Empty);
        });
}
