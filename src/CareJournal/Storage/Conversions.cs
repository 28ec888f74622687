using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CareJournal.Storage;

/// <summary>Converts ids to 16 bytes in big-endian order, so that time-ordered ids also sort by time in the file.</summary>
public sealed class GuidAsBytes() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), bytes => new Guid(bytes, true));

/// <summary>Writes and reads instants as UTC; a local time is never stored.</summary>
public sealed class InstantAsUtc() : ValueConverter<DateTime, DateTime>(
    instant => instant.ToUniversalTime(),
    instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc));

/// <summary>Converts remembered dates to EDTF text, readable without this program.</summary>
public sealed class FuzzyDateAsText() : ValueConverter<FuzzyDate, string>(date => date.ToString(), text => FuzzyDate.Parse(text));
