using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Reviews;

/// <summary>How a <see cref="Review"/> and a <see cref="PromptDismissal"/> lie in the file.</summary>
public sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<PromptDismissal>
{
    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("Reviews", nameof(Review.PatientId), nameof(Review.TakenOn));
        builder.Ignore(review => review.SaysMore);
    }

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<PromptDismissal> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AsPatientRow("PromptDismissals", nameof(PromptDismissal.PatientId), nameof(PromptDismissal.DismissedOn));
    }
}
