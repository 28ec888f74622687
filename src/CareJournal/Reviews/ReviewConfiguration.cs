using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Reviews;

/// <summary>How a <see cref="Review"/> lies in the file.</summary>
public sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("Reviews", nameof(Review.PatientId), nameof(Review.TakenOn));
    }
}
