using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CareJournal.Vault;

/// <summary>The secret that opens a slot. The number is stored in the file and in the associated data, so it never changes.</summary>
internal enum SlotKind : byte
{
    /// <summary>The practitioner's passphrase.</summary>
    Passphrase = 1,

    /// <summary>The recovery code.</summary>
    RecoveryCode = 2,

    /// <summary>The code of a continuity envelope, for the person who takes over if the practitioner cannot.</summary>
    Envelope = 3,

    /// <summary>The passphrase of a locum, up to a last day. This version of the program opens no journal with it.</summary>
    Locum = 4,
}

/// <summary>
/// The master key wrapped with one secret: AES-256-GCM with the key that <see cref="KeyStretching"/> derives from it. In the file, 160 bytes, big-endian:
/// kind (1) · stretching (1) · confirmed (1) · zero (1) · id (16) · day of creation (4) · last day (4) · memory in KiB (4) · passes (4) · lanes (4) ·
/// salt (32) · nonce (12) · wrapped key (32) · tag (16) · zeros (28). A day is the number of days since 1 January of the year 1, 0 for none.
/// The associated data binds the bytes before the slots, and everything of the slot up to the salt.
/// <para>The recovery code of a header of version 1 is carried along as it was wrapped then (stretching 1, PBKDF2): the code is not at hand when the
/// passphrase changes, and its 135 random bits need no stretching. A passphrase is never carried along.</para>
/// </summary>
internal sealed class KeySlot
{
    /// <summary>The size of a slot in the file.</summary>
    public const int Size = 160;

    /// <summary>The size of a slot of version 1.</summary>
    public const int FirstSize = RoundsSize + KeyStretching.SaltSize + SealedSize;

    /// <summary>The bytes before the key check of the header, in version 1 and in version 2.</summary>
    public static readonly byte[] FirstPreamble = [.. "CJ-VAULT"u8, 0, 1, ByPbkdf2, Aes256Gcm];

    /// <inheritdoc cref="FirstPreamble"/>
    public static readonly byte[] Preamble = [.. "CJ-VAULT"u8, 0, 2, ByArgon2id, Aes256Gcm];

    private const byte ByPbkdf2 = 1;
    private const byte ByArgon2id = 2;
    private const byte Aes256Gcm = 1;
    private const int RoundsSize = 4;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int SealedSize = NonceSize + MasterKey.Size + TagSize;
    private const int ConfirmedStart = 2;
    private const int IdStart = 4;
    private const int IdSize = 16;
    private const int CreatedStart = IdStart + IdSize;
    private const int LastDayStart = CreatedStart + 4;
    private const int MemoryStart = LastDayStart + 4;
    private const int PassesStart = MemoryStart + 4;
    private const int LanesStart = PassesStart + 4;
    private const int SaltStart = LanesStart + 4;
    private const int NonceStart = SaltStart + KeyStretching.SaltSize;
    private const int WrappedStart = NonceStart + NonceSize;
    private const int TagStart = WrappedStart + MasterKey.Size;
    private const int End = TagStart + TagSize;

    private readonly byte[] _bytes;

    private KeySlot(byte[] bytes) => _bytes = bytes;

    /// <summary>The bytes as in the file.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The kind of secret.</summary>
    public SlotKind Kind => (SlotKind)_bytes[0];

    /// <summary>Whether the secret is a code, typed in any way in which <see cref="RecoveryCode"/> can be read.</summary>
    public bool IsByCode => Kind is SlotKind.RecoveryCode or SlotKind.Envelope;

    /// <summary>Whether a code was typed back from paper; always for another secret.</summary>
    public bool IsConfirmed => _bytes[ConfirmedStart] == 1;

    /// <summary>Names this slot among those of its header; empty for one of version 1.</summary>
    public Guid Id => new(_bytes.AsSpan(IdStart, IdSize), bigEndian: true);

    /// <summary>The UTC day on which it was made; null for one of version 1.</summary>
    public DateOnly? Created => Day(CreatedStart);

    /// <summary>The last UTC day on which it opens; null for one without an end.</summary>
    public DateOnly? LastDay => Day(LastDayStart);

    /// <summary>Whether it is wrapped as in version 1.</summary>
    public bool IsOfFirstVersion => _bytes[1] == ByPbkdf2;

    /// <summary>What a guess costs with Argon2id.</summary>
    public StretchingCost Cost => new(Number(MemoryStart), Number(PassesStart));

    /// <summary>What a guess costs with PBKDF2, for a slot of version 1.</summary>
    public int Rounds => Number(PassesStart);

    /// <summary>Returns the slot of these bytes; null when there is none, or a revoked one.</summary>
    public static KeySlot? Read(ReadOnlySpan<byte> bytes) => bytes[..Size].ContainsAnyExcept((byte)0) ? new KeySlot(bytes[..Size].ToArray()) : null;

    /// <summary>Returns the slot of version 1 with these bytes: rounds (4) · salt (32) · nonce (12) · wrapped key (32) · tag (16).</summary>
    public static KeySlot ReadFirst(SlotKind kind, ReadOnlySpan<byte> bytes)
    {
        var slot = new byte[Size];
        (slot[0], slot[1], slot[ConfirmedStart]) = ((byte)kind, ByPbkdf2, 1);
        bytes[..RoundsSize].CopyTo(slot.AsSpan(PassesStart));
        bytes[RoundsSize..FirstSize].CopyTo(slot.AsSpan(SaltStart));
        return new KeySlot(slot);
    }

    /// <summary>Creates a slot, with an id, a salt and a nonce of its own. <paramref name="secret"/> is zeroed.</summary>
    public static KeySlot Wrap(NewSlot what, MasterKey masterKey, byte[] secret, ReadOnlySpan<byte> keyCheck)
    {
        var slot = new KeySlot(new byte[Size]);
        var bytes = slot._bytes.AsSpan();
        (bytes[0], bytes[1], bytes[ConfirmedStart]) = ((byte)what.Kind, ByArgon2id, what.IsConfirmed ? (byte)1 : (byte)0);
        RandomNumberGenerator.Fill(bytes.Slice(IdStart, IdSize));
        BinaryPrimitives.WriteInt32BigEndian(bytes[CreatedStart..], what.Created.DayNumber);
        BinaryPrimitives.WriteInt32BigEndian(bytes[LastDayStart..], what.LastDay?.DayNumber ?? 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes[MemoryStart..], what.Cost.Memory);
        BinaryPrimitives.WriteInt32BigEndian(bytes[PassesStart..], what.Cost.Passes);
        BinaryPrimitives.WriteInt32BigEndian(bytes[LanesStart..], 1);
        RandomNumberGenerator.Fill(bytes.Slice(SaltStart, KeyStretching.ArgonSaltSize));
        RandomNumberGenerator.Fill(bytes.Slice(NonceStart, NonceSize));
        var key = slot.Stretch(secret);
        CryptographicOperations.ZeroMemory(secret);
        using (var aes = new AesGcm(key, TagSize))
        {
            aes.Encrypt(bytes[NonceStart..WrappedStart], masterKey.Bytes, bytes[WrappedStart..TagStart], bytes[TagStart..End], slot.AssociatedData(keyCheck));
        }

        CryptographicOperations.ZeroMemory(key);
        return slot;
    }

    /// <summary>Unwraps the master key; <c>null</c> with another secret. Slow on purpose. The caller zeroes <paramref name="secret"/>.</summary>
    public MasterKey? Unwrap(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> keyCheck)
    {
        var key = Stretch(secret);
        Span<byte> masterKey = stackalloc byte[MasterKey.Size];
        try
        {
            using var aes = new AesGcm(key, TagSize);
            aes.Decrypt(_bytes.AsSpan(NonceStart, NonceSize), _bytes.AsSpan(WrappedStart, MasterKey.Size), _bytes.AsSpan(TagStart, TagSize), masterKey, AssociatedData(keyCheck));
            return MasterKey.From(masterKey);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(masterKey);
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Whether a secret of this slot may be tried: nothing in it is impossible, too cheap or too dear.</summary>
    public bool IsSound(KeyStretching stretching)
    {
        if (!Enum.IsDefined(Kind) || _bytes[ConfirmedStart] > 1 || _bytes[ConfirmedStart + 1] != 0 || _bytes.AsSpan(End).ContainsAnyExcept((byte)0)
            || !IsDay(CreatedStart) || !IsDay(LastDayStart) || (Kind == SlotKind.Locum) != (LastDay is not null))
        {
            return false;
        }

        return IsOfFirstVersion
            ? stretching.Accepts(Rounds)
            : _bytes[1] == ByArgon2id && Number(LanesStart) == 1 && stretching.Accepts(Cost);
    }

    /// <summary>Whether its last day has not passed.</summary>
    public bool OpensOn(DateOnly today) => LastDay is not { } last || today <= last;

    private byte[] Stretch(ReadOnlySpan<byte> secret) => IsOfFirstVersion
        ? KeyStretching.Stretch(secret, _bytes.AsSpan(SaltStart, KeyStretching.SaltSize), Rounds)
        : KeyStretching.Stretch(secret, _bytes.AsSpan(SaltStart, KeyStretching.ArgonSaltSize), Cost);

    private byte[] AssociatedData(ReadOnlySpan<byte> keyCheck) => IsOfFirstVersion
        ? [.. FirstPreamble, .. keyCheck, (byte)Kind, .. _bytes.AsSpan(PassesStart, RoundsSize), .. _bytes.AsSpan(SaltStart, KeyStretching.SaltSize)]
        : [.. Preamble, .. keyCheck, .. _bytes.AsSpan(0, NonceStart)];

    private int Number(int start) => BinaryPrimitives.ReadInt32BigEndian(_bytes.AsSpan(start));

    private bool IsDay(int start) => Number(start) >= 0 && Number(start) <= DateOnly.MaxValue.DayNumber;

    private DateOnly? Day(int start) => Number(start) is > 0 and var number ? DateOnly.FromDayNumber(number) : null;
}

/// <summary>What a slot that is made now says of itself.</summary>
/// <param name="Kind">The kind of secret.</param>
/// <param name="Created">The UTC day.</param>
/// <param name="Cost">What a guess costs.</param>
/// <param name="IsConfirmed">Whether a code was typed back.</param>
/// <param name="LastDay">The last UTC day on which it opens; for a locum only.</param>
internal sealed record NewSlot(SlotKind Kind, DateOnly Created, StretchingCost Cost, bool IsConfirmed = true, DateOnly? LastDay = null);
