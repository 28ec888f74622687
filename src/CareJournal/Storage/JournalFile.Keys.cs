using CareJournal.Vault;

namespace CareJournal.Storage;

/// <content>
/// The secrets themselves: who changes one gives one. Each change writes the key header anew and nothing else; copies made before keep theirs.
/// Slow on purpose (0.5 s and more).
/// </content>
public sealed partial class JournalFile
{
    /// <summary>Reads which secrets open the journal; null when the key header cannot be read. Fast: nothing is tried.</summary>
    public KeyFacts? ReadKeys()
    {
        try
        {
            return KeyHeader.ReadFrom(Folder.KeyHeaderPath, Stretching) is KeyHeaderAnswer.Found { Header: var header }
                ? new KeyFacts(
                    header.Version > 1,
                    header.Slots.All(slot => slot.IsConfirmed),
                    header.HasRoom,
                    [.. header.Slots.Where(slot => slot.Kind == SlotKind.Envelope).Select(slot => new EnvelopeFact(slot.Id, slot.Created ?? TodayUtc))])
                : null;
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is not null)
        {
            return null;
        }
    }

    /// <summary>Wraps the master key with a new passphrase; the codes and the data stay as they are. Any secret may be given as the current one.</summary>
    /// <exception cref="ArgumentException">The new passphrase is too long (<see cref="Passphrase.IsTooLong"/>).</exception>
    public UnlockOutcome ChangePassphrase(string current, string next)
    {
        Passphrase chosen = Passphrase.From(next);
        return Rewrite(current, (header, opened) => header.WithPassphrase(opened.MasterKey, chosen, TodayUtc, Stretching));
    }

    /// <summary>Wraps the master key with the same passphrase at the cost of today; a header of version 1 becomes one of version 2.</summary>
    public UnlockOutcome StrengthenKey(string passphrase) => Rewrite(passphrase, (header, opened) =>
        opened.Kind == SlotKind.Passphrase ? header.WithPassphrase(opened.MasterKey, Passphrase.From(passphrase), TodayUtc, Stretching) : null);

    /// <summary>Checks that a recovery code opens the journal, and remembers that it was typed back from paper.</summary>
    public UnlockOutcome ConfirmRecoveryCode(string typed) => Rewrite(typed, (header, opened) =>
        opened.Kind != SlotKind.RecoveryCode ? null
            : header.Version == 1 || (opened.Slot.IsConfirmed && !opened.Slot.IsOfFirstVersion) ? header
            : header.WithRecoveryCode(opened.MasterKey, RecoveryCode.Parse(typed), opened.Slot.Created ?? TodayUtc, Stretching));

    /// <summary>Puts another recovery code, which was typed back, in the place of the present one, which opens nothing any more.</summary>
    public UnlockOutcome RenewRecoveryCode(string passphrase, RecoveryCode code) =>
        RewriteByPassphrase(passphrase, (header, opened) => header.WithRecoveryCode(opened.MasterKey, code, TodayUtc, Stretching));

    /// <summary>Adds the code of a continuity envelope, which was typed back, to the secrets that open the journal.</summary>
    /// <exception cref="InvalidOperationException">There is no room for another one (<see cref="KeyFacts.HasRoom"/>).</exception>
    public UnlockOutcome AddEnvelope(string passphrase, RecoveryCode code) => RewriteByPassphrase(passphrase, (header, opened) =>
        header.WithSlot(opened.MasterKey, new NewSlot(SlotKind.Envelope, TodayUtc, Stretching.CodeCost), code.ToBytes()));

    /// <summary>Takes the code of a continuity envelope away: it opens nothing any more but copies made before.</summary>
    public UnlockOutcome RevokeEnvelope(string passphrase, Guid id) => RewriteByPassphrase(passphrase, (header, opened) => header.WithoutSlot(opened.MasterKey, id));

    // Version 1 is left at the first opportunity: its passphrase is wrapped anew before anything else changes.
    private UnlockOutcome RewriteByPassphrase(string passphrase, Func<KeyHeader, OpenedSlot, KeyHeader> change) => Rewrite(passphrase, (header, opened) =>
        opened.Kind != SlotKind.Passphrase ? null
            : change(header.Version > 1 ? header : header.WithPassphrase(opened.MasterKey, Passphrase.From(passphrase), TodayUtc, Stretching), opened));

    private UnlockOutcome Rewrite(string secret, Func<KeyHeader, OpenedSlot, KeyHeader?> change) => Try(secret, (found, opened, locks) =>
    {
        if (change(found.Header, opened) is not { } header)
        {
            return new UnlockOutcome.WrongSecret();
        }

        lock (_turn)
        {
            if (_locks != locks)
            {
                return new UnlockOutcome.LockedMeanwhile();
            }

            if (header != found.Header)
            {
                header.WriteTo(Folder.KeyHeaderPath);
            }

            return new UnlockOutcome.Opened();
        }
    });

    // A folder in which the program ran before has the file; one to which a copy was brought has not, and neither has one of an earlier program.
    private bool MustHaveTries()
    {
        try
        {
            return File.Exists(Folder.HostPath) && KeyHeader.ReadFrom(Folder.KeyHeaderPath, Stretching) is KeyHeaderAnswer.Found { Header.Version: > 1 };
        }
        catch (Exception exception) when (StorageFaults.Of(exception) is not null)
        {
            // Without the key header nothing can be tried.
            return false;
        }
    }
}

/// <summary>Which secrets open a journal.</summary>
/// <param name="IsStrong">Whether the passphrase is stretched with Argon2id; a journal of an earlier program is not yet.</param>
/// <param name="CodesAreConfirmed">Whether every code was typed back from paper once.</param>
/// <param name="HasRoom">Whether another envelope can be made.</param>
/// <param name="Envelopes">The continuity envelopes that open it, oldest first.</param>
public sealed record KeyFacts(bool IsStrong, bool CodesAreConfirmed, bool HasRoom, IReadOnlyList<EnvelopeFact> Envelopes);

/// <summary>A continuity envelope.</summary>
/// <param name="Id">Its slot.</param>
/// <param name="Created">The UTC day on which it was made.</param>
public sealed record EnvelopeFact(Guid Id, DateOnly Created);
