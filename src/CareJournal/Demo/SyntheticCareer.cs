namespace CareJournal.Demo;

/// <summary>
/// An invented practice as plain facts: its closures and its people, Claire Vasseur first. Pure, and the same for the same
/// size, day and seed; each person has an own stream, so that a change to one moves no other.
/// </summary>
/// <param name="Today">The day on which it is told; nothing is held on it or after it.</param>
/// <param name="Closures">Days on which the practice was closed, oldest first.</param>
/// <param name="People">The people.</param>
public sealed record SyntheticCareer(DateOnly Today, IReadOnlyList<SyntheticClosure> Closures, IReadOnlyList<SyntheticPerson> People)
{
    /// <summary>Makes a practice.</summary>
    /// <param name="size">How many people.</param>
    /// <param name="today">The practice's civil day.</param>
    /// <param name="seed">Any number; another one makes other people, but for the first.</param>
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
            SyntheticPerson person = new PersonMaker(calendar, scale, role, stream).Create(names.Next(stream));
            people.Add(cast is null ? person : MatterTeller.Tell(person, seed, number));
        }

        return new SyntheticCareer(today, calendar.Closures, people);
    }
}
