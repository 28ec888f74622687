using CareJournal.Drafts;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Records the practitioner's settings.</summary>
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
            clock.UseZone(timeZone);
        }

        return outcome;
    }

    /// <summary>Saves the practitioner's own check-in messages with the name that signs them, and ends their draft; an empty message restores the program's own.</summary>
    public Task<SaveOutcome> WriteCheckInAsync(string? letter, string? text, string? practiceName, Guid? draftId = null) =>
        writer.WriteAsync(ActKind.SettingsChanged, null, async journal =>
        {
            if (await journal.SavedBeforeAsync<PracticeSettings>(draftId) is { } before)
            {
                return before;
            }

            PracticeSettings settings = await journal.Settings.FirstAsync();
            IReadOnlyList<Problem> problems = settings.Write(letter, text, practiceName);
            if (problems.Count > 0)
            {
                return new SaveOutcome.Invalid(problems);
            }

            await journal.EndDraftAsync(draftId);
            return new SaveOutcome.Saved(settings.Id, Guid.Empty);
        });
}
