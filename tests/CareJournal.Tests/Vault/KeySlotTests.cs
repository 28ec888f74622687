using System.Buffers.Binary;
using System.Security.Cryptography;
using CareJournal.Vault;

namespace CareJournal.Tests.Vault;

/// <summary>Tests the slots of a key header: what is added, revoked, at an end, exchanged, cheapened.</summary>
public sealed class KeySlotTests : IDisposable
{
    private const string Words = "la rivière est calme ce soir";
    private const string LocumWords = "trois hérons au bord du canal";
    private const int CopySize = 4096;
    private const int SlotsStart = 64;
    private const int SlotSize = 160;
    private const int MemoryStart = 28;
    private const int PassesStart = 32;

    private static readonly KeyStretching Quick = KeyStretching.ForTests(1);
    private static readonly DateOnly Today = new(2026, 12, 1);

    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-slots-").FullName;
    private readonly MasterKey _masterKey = MasterKey.Create();
    private readonly RecoveryCode _recoveryCode = RecoveryCode.Create();
    private readonly RecoveryCode _envelope = RecoveryCode.Create();

    private string HeaderPath => Path.Combine(_folder, "journal.key");

    public void Dispose()
    {
        _masterKey.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void The_code_of_an_envelope_opens_it_as_well_and_the_others_go_on_to()
    {
        WithEnvelope().WriteTo(HeaderPath);

        var header = Read();
        Assert.True(Opens(header, _envelope.Printed.ToLowerInvariant()));
        Assert.True(Opens(header, Words));
        Assert.True(Opens(header, _recoveryCode.Printed));
        Assert.Equal([SlotKind.Passphrase, SlotKind.RecoveryCode, SlotKind.Envelope], header.Slots.Select(slot => slot.Kind));
        Assert.Equal(Today, header.Slots[2].Created);
    }

    [Fact]
    public void A_revoked_slot_does_not_open_and_leaves_no_byte_of_itself()
    {
        WithEnvelope().WriteTo(HeaderPath);
        var slot = Read().Slots.Single(slot => slot.Kind == SlotKind.Envelope);
        Read().WithoutSlot(_masterKey, slot.Id).WriteTo(HeaderPath);

        var header = Read();
        Assert.False(Opens(header, _envelope.Printed));
        Assert.True(Opens(header, Words));
        Assert.True(Opens(header, _recoveryCode.Printed));
        Assert.Equal(-1, File.ReadAllBytes(HeaderPath).AsSpan().IndexOf(slot.Bytes.Slice(40, 16)));
    }

    [Fact]
    public void A_revoked_slot_that_is_put_back_from_an_older_header_opens_nothing_and_nor_does_anything_else()
    {
        WithEnvelope().WriteTo(HeaderPath);
        var before = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();
        Read().WithoutSlot(_masterKey, Read().Slots[2].Id).WriteTo(HeaderPath);
        var copy = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();
        before.AsSpan(SlotsStart + (2 * SlotSize), SlotSize).CopyTo(copy.AsSpan(SlotsStart + (2 * SlotSize)));
        Mend(copy);

        var header = Read();
        Assert.Equal(3, header.Slots.Count);
        Assert.False(Opens(header, _envelope.Printed));
        Assert.False(Opens(header, Words));
    }

    [Fact]
    public void The_older_header_as_a_whole_still_opens_with_the_code_of_then()
    {
        WithEnvelope().WriteTo(HeaderPath);
        var before = File.ReadAllBytes(HeaderPath);
        Read().WithoutSlot(_masterKey, Read().Slots[2].Id).WriteTo(HeaderPath);

        File.WriteAllBytes(HeaderPath, before);

        Assert.True(Opens(Read(), _envelope.Printed));
    }

    [Fact]
    public void Slots_that_changed_places_open_nothing()
    {
        Written().WriteTo(HeaderPath);
        var copy = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();
        var first = copy.AsSpan(SlotsStart, SlotSize).ToArray();
        copy.AsSpan(SlotsStart + SlotSize, SlotSize).CopyTo(copy.AsSpan(SlotsStart));
        first.CopyTo(copy.AsSpan(SlotsStart + SlotSize));
        Mend(copy);

        Assert.False(Opens(Read(), Words));
        Assert.False(Opens(Read(), _recoveryCode.Printed));
    }

    [Fact]
    public void A_locum_is_let_in_up_to_the_last_day_and_no_longer()
    {
        Written().WithSlot(_masterKey, new NewSlot(SlotKind.Locum, Today, Quick.Cost, LastDay: Today.AddDays(14)), Passphrase.From(LocumWords).ToBytes()).WriteTo(HeaderPath);
        var header = Read();

        using (var onTheLastDay = header.Open(LocumWords, Today.AddDays(14)))
        {
            Assert.Equal(SlotKind.Locum, onTheLastDay!.Kind);
            Assert.Equal(Today.AddDays(14), onTheLastDay.Slot.LastDay);
        }

        Assert.Null(header.Open(LocumWords, Today.AddDays(15)));
        Assert.Null(header.Unlock(LocumWords));
        Assert.True(Opens(header, Words));
    }

    [Fact]
    public void The_last_day_of_a_locum_cannot_be_put_off_or_taken_away()
    {
        Written().WithSlot(_masterKey, new NewSlot(SlotKind.Locum, Today, Quick.Cost, LastDay: Today), Passphrase.From(LocumWords).ToBytes()).WriteTo(HeaderPath);
        foreach (var day in (int[])[Today.AddYears(1).DayNumber, 0, -1, int.MaxValue])
        {
            var copy = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();
            BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(SlotsStart + (2 * SlotSize) + 24), day);
            var mended = Mended(copy);

            Assert.True(KeyHeaderLayout.Read(mended, Quick) is not KeyHeaderAnswer.Found found || found.Header.Open(LocumWords, Today) is null);
        }
    }

    [Theory]
    [InlineData(8, 1)]
    [InlineData(64 * 1024, 1)]
    [InlineData((64 * 1024) - 1, 3)]
    [InlineData(100 * 1024 * 1024, 3)]
    [InlineData(64 * 1024, 1_000_000)]
    [InlineData(-1, 3)]
    public void A_header_edited_to_be_cheap_or_to_ask_for_too_much_is_refused_before_anything_is_computed(int memory, int passes)
    {
        KeyHeader.Create(_masterKey, Passphrase.From(Words), _recoveryCode, Today, KeyStretching.Floor).WriteTo(HeaderPath);
        var copy = File.ReadAllBytes(HeaderPath).AsSpan(0, CopySize).ToArray();
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(SlotsStart + MemoryStart), memory);
        BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(SlotsStart + PassesStart), passes);
        Mend(copy);

        Assert.IsType<KeyHeaderAnswer.Damaged>(KeyHeader.ReadFrom(HeaderPath));
    }

    [Fact]
    public void A_header_whose_slots_ask_for_too_much_together_is_refused()
    {
        var half = new StretchingCost(1024 * 1024, 9);
        byte[] copy = [.. KeySlot.Preamble, .. new byte[CopySize - KeySlot.Preamble.Length]];
        foreach (var start in (int[])[SlotsStart, SlotsStart + SlotSize])
        {
            (copy[start], copy[start + 1], copy[start + 2], copy[start + 39]) = (1, 2, 1, 1);
            BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(start + MemoryStart), half.Memory);
            BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(start + PassesStart), half.Passes);
        }

        Assert.IsType<KeyHeaderAnswer.Damaged>(KeyHeaderLayout.Read(Mended(copy), KeyStretching.Calibrated));
        copy.AsSpan(SlotsStart + SlotSize, SlotSize).Clear();
        Assert.IsType<KeyHeaderAnswer.Found>(KeyHeaderLayout.Read(Mended(copy), KeyStretching.Calibrated));
    }

    [Fact]
    public void There_is_room_for_sixteen_secrets_and_a_seventeenth_is_refused()
    {
        var header = Written();
        while (header.HasRoom)
        {
            header = header.WithSlot(_masterKey, Envelope, RecoveryCode.Create().ToBytes());
        }

        Assert.Equal(16, header.Slots.Count);
        Assert.Throws<InvalidOperationException>(() => header.WithSlot(_masterKey, Envelope, RecoveryCode.Create().ToBytes()));
        header.WriteTo(HeaderPath);
        Assert.True(Opens(Read(), _recoveryCode.Printed));
    }

    [Fact]
    public void A_code_that_was_never_typed_back_is_remembered_as_such_until_it_is()
    {
        Written().WriteTo(HeaderPath);
        Assert.False(Read().Slots[1].IsConfirmed);
        Read().WithRecoveryCode(_masterKey, _recoveryCode, Today, Quick).WriteTo(HeaderPath);

        Assert.True(Read().Slots[1].IsConfirmed);
        Assert.True(Opens(Read(), _recoveryCode.Printed));
    }

    private static NewSlot Envelope => new(SlotKind.Envelope, Today, Quick.CodeCost);

    private static byte[] Mended(byte[] copy)
    {
        SHA256.HashData(copy.AsSpan(0, CopySize - 32), copy.AsSpan(CopySize - 32));
        return [.. copy, .. copy];
    }

    private KeyHeader Written() => KeyHeader.Create(_masterKey, Passphrase.From(Words), _recoveryCode, Today, Quick);

    private KeyHeader WithEnvelope() => Written().WithSlot(_masterKey, Envelope, _envelope.ToBytes());

    private KeyHeader Read() => Assert.IsType<KeyHeaderAnswer.Found>(KeyHeader.ReadFrom(HeaderPath, Quick)).Header;

    private void Mend(byte[] copy) => File.WriteAllBytes(HeaderPath, Mended(copy));

    private bool Opens(KeyHeader header, string secret)
    {
        using var opened = header.Unlock(secret);
        Assert.True(opened is null || opened.Bytes.SequenceEqual(_masterKey.Bytes));
        return opened is not null;
    }
}
