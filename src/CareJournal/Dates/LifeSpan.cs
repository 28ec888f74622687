namespace CareJournal.Dates;

/// <summary>The two days that bound all that can have happened to a person, as far as they are known.</summary>
/// <param name="Birth">Day of birth.</param>
/// <param name="Death">Day of death.</param>
public sealed record LifeSpan(DateOnly? Birth, DateOnly? Death = null)
{
    /// <summary>The same, for what can be said or written after a death: when it was told, stock that is taken, a letter to the family.</summary>
    public LifeSpan WithoutDeath => this with { Death = null };
}
