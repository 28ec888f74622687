namespace CareJournal.Patients;

/// <summary>What distinguishes a person from another one of the same name: the day of birth, and more where both were born on the same day or a day of birth is not known.</summary>
/// <param name="BirthDate">The day of birth, where it is known.</param>
/// <param name="Reason">Why the person is followed, where the days of birth do not distinguish them and the reasons do.</param>
/// <param name="AddedAt">When the person was added, in the practice's local time, where neither does.</param>
public sealed record SecondMark(DateOnly? BirthDate, string? Reason = null, DateTime? AddedAt = null)
{
    /// <summary>Returns the marks of people of one name.</summary>
    /// <param name="namesakes">The people: day of birth, reason, and when they were added.</param>
    public static IReadOnlyDictionary<Guid, SecondMark> Of(IReadOnlyCollection<(Guid Id, DateOnly? BirthDate, string? Reason, DateTime? AddedAt)> namesakes) =>
        namesakes.ToDictionary(one => one.Id, one =>
        {
            var alike = namesakes.Where(other => other.Id != one.Id && (other.BirthDate == one.BirthDate || one.BirthDate is null)).ToList();
            bool reasonTells = one.Reason is not null && alike.TrueForAll(other => FoldedText.Fold(other.Reason) != FoldedText.Fold(one.Reason));
            return alike.Count == 0 ? new SecondMark(one.BirthDate)
                : reasonTells ? new SecondMark(one.BirthDate, one.Reason)
                : new SecondMark(one.BirthDate, AddedAt: one.AddedAt);
        });
}
