using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Drafts;

/// <summary>
/// Maps <see cref="Draft"/> to its table. It has no foreign key: a text is kept even when the person it was
/// typed for has left the journal meanwhile.
/// </summary>
public sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.HasKey(draft => draft.Id);
        builder.Property(draft => draft.Id).ValueGeneratedNever();

        // UTF-16 as it was typed: a text column is UTF-8, which cannot represent a lone surrogate and would lose it silently.
        builder.Property(draft => draft.Text).HasConversion(text => Bytes(text), bytes => Text(bytes));
        builder.HasIndex(draft => new { draft.PatientId, draft.Form });
    }

    private static byte[] Bytes(string text) => MemoryMarshal.AsBytes(text.AsSpan()).ToArray();

    private static string Text(byte[] bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));
}
