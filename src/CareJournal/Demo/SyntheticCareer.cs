namespace CareJournal.Demo;

/// <summary>
/// An invented practice as plain facts: its closures and its people, Claire Vasseur first. Pure, and the same for the same
/// size, day and seed; each person has a random stream of their own, so that a change to one affects no other.
/// </summary>
/// <param name="Today">The present day; nothing is held on it or after it.</param>
/// <param name="Closures">Days on which the practice was closed, oldest first.</param>
/// <param name="People">The people.</param>
public sealed record SyntheticCareer(DateOnly Today, IReadOnlyList<SyntheticClosure> Closures, IReadOnlyList<SyntheticPerson> People)
{
    /// <summary>Creates a practice.</summary>
    /// <param name="size">How many people.</param>
    /// <param name="today">The practice's civil day.</param>
    /// <param name="seed">Any number; another one gives other people, except the first.</param>
    public static SyntheticCareer Create(DemoSize size, DateOnly today, int seed = DemoJournal.DefaultSeed)
    {
        DemoScale scale = DemoScale.Of(size);
        PracticeCalendar calendar = new(today.Year - scale.Years, today);
        SeededStream stage = SeededStream.For(seed, 0);
        IReadOnlyList<Role>? cast = size == DemoSize.Demo ? DemoCast.ForShowing(stage) : null;
        PersonNames names = new(stage);
        List<SyntheticPerson> people = [ClaireVasseur.Create(calendar)];
        for (int number = 1; number < scale.People; number++)
        {
            SeededStream stream = SeededStream.For(seed, number);
            Role role = cast?[number - 1] ?? DemoCast.OneOfMany(stream, scale);
            SyntheticPerson person = new PersonGenerator(calendar, scale, role, stream).Create(names.Next(stream));
            people.Add(cast is null ? person : MatterGenerator.Generate(person, seed, number));
        }

        return new SyntheticCareer(today, calendar.Closures, people);
    }
}
