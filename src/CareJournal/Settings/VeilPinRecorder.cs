using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Settings;

/// <summary>Records the PIN of the veil.</summary>
public sealed class VeilPinRecorder(JournalWriter writer)
{
    /// <summary>Sets the PIN, or removes it with <c>null</c>: the passphrase then ends the veil. One that is not 4 to 8 digits, or is obvious, is refused.</summary>
    public Task<SaveOutcome> SetAsync(string? pin) =>
        pin is not null && (!VeilPin.IsPin(pin) || VeilPin.IsObvious(pin))
            ? Task.FromResult<SaveOutcome>(new SaveOutcome.Invalid([new Problem(nameof(PracticeSettings.VeilPin), ProblemKind.OutOfRange, VeilPin.Shortest, VeilPin.Longest)]))
            : writer.WriteAsync(ActKind.SettingsChanged, null, async journal =>
            {
                PracticeSettings settings = await journal.Settings.FirstAsync();
                settings.VeilPin = pin is null ? null : VeilPin.Stretch(pin);
                return new SaveOutcome.Saved(settings.Id, Guid.Empty);
            });
}
