using System.Buffers.Binary;

namespace CareJournal.Demo;

/// <summary>Generates ids shaped as version 7 of RFC 9562, so that they sort by time, from a seeded stream instead of chance.</summary>
internal sealed class TimeOrderedIds(SeededStream stream)
{
    private const ushort Version7 = 0x7000;
    private const int CounterBits = 0x0FFF;
    private const byte Variant = 0x80;
    private long _moment;
    private int _counter;

    /// <summary>Returns the next id at an instant; ids of one instant sort in the order in which they were created.</summary>
    public Guid Next(DateTime atUtc)
    {
        long moment = new DateTimeOffset(atUtc, TimeSpan.Zero).ToUnixTimeMilliseconds();
        _counter = moment == _moment ? _counter + 1 : 0;
        _moment = moment;
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, moment << 16);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(Version7 | (_counter & CounterBits)));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], stream.Next());
        bytes[8] = (byte)((bytes[8] & 0x3F) | Variant);
        return new Guid(bytes, bigEndian: true);
    }
}
