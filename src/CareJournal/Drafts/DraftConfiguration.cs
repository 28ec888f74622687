using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Drafts;

/// <summary>
/// How a <see cref="Draft"/> lies in the file. It points at nobody by a key of the file: a text is kept even when the person it was
/// typed for has left the journal meanwhile.
/// </summary>
public sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("Drafts");
        builder.HasKey(draft => draft.Id);
        builder.Property(draft => draft.Id).ValueGeneratedNever();

        // UTF-16 as it was typed: a column of text is UTF-8, which has no place for half of a pair, and would lose it in silence.
        builder.Property(draft => draft.Text).HasConversion(text => Bytes(text), bytes => Text(bytes));
        builder.HasIndex(draft => new { draft.PatientId, draft.Form });
    }

    private static byte[] Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan()).ToArray();

    private static string Text(byte[] bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));
}
