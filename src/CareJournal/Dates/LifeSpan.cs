namespace CareJournal.Dates;

/// <summary>The two days that bound all that can have happened to a person, as far as they are known.</summary>
/// <param name="Birth">Day of birth.</param>
/// <param name="Death">Day of death.</param>
public sealed record LifeSpan(DateOnly? Birth, DateOnly? Death = null)
{
    /// <summary>The span without the death, for what can be recorded after it: the day something was reported, a review, a letter to the family.</summary>
    public LifeSpan WithoutDeath => this with { Death = null };
}
