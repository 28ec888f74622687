using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CareJournal.Reviews;

/// <summary>Maps <see cref="Review"/> and <see cref="PromptDismissal"/> to their tables.</summary>
public sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>, IEntityTypeConfiguration<PromptDismissal>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.AsPatientRow("Reviews", nameof(Review.PatientId), nameof(Review.TakenOn));
        builder.Ignore(review => review.SaysMore);
    }

    public void Configure(EntityTypeBuilder<PromptDismissal> builder)
    {
        builder.AsPatientRow("PromptDismissals", nameof(PromptDismissal.PatientId), nameof(PromptDismissal.DismissedOn));
    }
}
