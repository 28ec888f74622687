namespace CareJournal.Demo;

/// <summary>The roles of the invented people: for the demonstration, each state of the review by hand; for the large sizes, by weight.</summary>
internal static class DemoCast
{
    private const int DaysInYear = 365;

    /// <summary>The 59 people beside Claire Vasseur.</summary>
    public static IReadOnlyList<Role> ForShowing(SeededStream stream)
    {
        List<Role> cast =
        [
            // Today's sessions.
            new(CourseKind.Steady, Ending.EveryIntended, 28) { Days = 900, PlannedIn = 0, PlannedAt = new TimeOnly(9, 0) },
            new(CourseKind.Dense, Ending.EveryAhead, 7) { Sessions = 34, NeverReviewed = true, PlannedIn = 0, PlannedAt = new TimeOnly(10, 0) },
            new(CourseKind.None, Ending.Nothing, 6) { PlannedIn = 0, PlannedAt = new TimeOnly(11, 0) },
            new(CourseKind.Simple, Ending.EveryAhead, 6) { Sessions = 6, PlannedIn = 0, PlannedAt = new TimeOnly(14, 30) },
            new(CourseKind.Essay, Ending.DoorOpen, 243) { Days = 2600, PlannedIn = 0, PlannedAt = new TimeOnly(16, 0) },
            new(CourseKind.Simple, Ending.Nothing, 13) { Sessions = 4, PlannedIn = 0 },

            // Booked later, or not seen yet.
            new(CourseKind.Simple, Ending.EveryAhead, 5) { Sessions = 5, PlannedIn = 2, PlannedAt = new TimeOnly(9, 45) },
            new(CourseKind.Steady, Ending.EveryIntended, 20) { Days = 600, PlannedIn = 8, PlannedAt = new TimeOnly(17, 15) },
            new(CourseKind.Essay, Ending.BackByAhead, 40) { Days = 3000, PlannedIn = 20 },
            new(CourseKind.None, Ending.Nothing, 9),
            new(CourseKind.MissedOnly, Ending.Nothing, 16),

            // The agreed date has passed.
            new(CourseKind.Essay, Ending.BackByPast, 150) { Days = 2800 },
            new(CourseKind.Essay, Ending.BackByPast, 118) { Days = 1900 },
            new(CourseKind.Simple, Ending.BackByPast, 84) { Decided = true },
            new(CourseKind.Simple, Ending.EveryPast, 62),
            new(CourseKind.Steady, Ending.EveryPast, 88) { Days = 500 },

            // Next time agreed, or within the usual time.
            new(CourseKind.Essay, Ending.BackByAhead, 75) { Days = 3300 },
            new(CourseKind.Simple, Ending.BackByAhead, 30),
            new(CourseKind.Steady, Ending.EveryAhead, 17) { Days = 420 },
            new(CourseKind.Simple, Ending.EveryAhead, 9),
            new(CourseKind.Dense, Ending.EveryIntended, 4) { Sessions = 41 },
            new(CourseKind.Simple, Ending.EveryAhead, 11) { Minor = true, Sessions = 5 },
            new(CourseKind.Essay, Ending.DoorOpen, 35) { Days = 2200 },
            new(CourseKind.Simple, Ending.DoorOpen, 52),
            new(CourseKind.Single, Ending.DoorOpen, 24),
            new(CourseKind.TwiceADay, Ending.Nothing, 19),

            // Next step to settle.
            new(CourseKind.Simple, Ending.Nothing, 104),
            new(CourseKind.Essay, Ending.Nothing, 139) { Days = 1500 },
            new(CourseKind.Simple, Ending.Nothing, 201),
            new(CourseKind.Essay, Ending.Nothing, 290) { Days = 2400 },
            new(CourseKind.Single, Ending.Nothing, 122) { Decided = true },

            // Time to take stock.
            new(CourseKind.Steady, Ending.EveryAhead, 22) { Days = 460, NeverReviewed = true },
            new(CourseKind.Simple, Ending.EveryAhead, 3) { Sessions = 12, NeverReviewed = true },

            // Door open, in every band.
            new(CourseKind.Essay, Ending.DoorOpen, 100) { Days = 3500 },
            new(CourseKind.Simple, Ending.DoorOpen, 119),
            new(CourseKind.Essay, Ending.DoorOpen, 146) { Days = 2100, Decided = true },
            new(CourseKind.Simple, Ending.DoorOpen, 171),
            new(CourseKind.Essay, Ending.DoorOpen, 190) { Days = 3600 },
            new(CourseKind.Simple, Ending.DoorOpen, 214),
            new(CourseKind.Steady, Ending.DoorOpen, 246) { Days = 800 },
            new(CourseKind.Essay, Ending.DoorOpen, 277) { Days = 1700 },
            new(CourseKind.Simple, Ending.DoorOpen, 331),
            new(CourseKind.Essay, Ending.DoorOpen, 385) { Days = 2500 },
            new(CourseKind.Simple, Ending.DoorOpen, 440),
            new(CourseKind.Dense, Ending.DoorOpen, 512) { Sessions = 36 },
            new(CourseKind.Essay, Ending.DoorOpen, 640) { Days = 3000 },
            new(CourseKind.Simple, Ending.DoorOpen, 760),
            new(CourseKind.Essay, Ending.DoorOpen, 905) { Days = 3200, Decided = true },
            new(CourseKind.Simple, Ending.DoorOpen, 1130),

            // Ended, in each way.
            new(CourseKind.Simple, Ending.Concluded, 260),
            new(CourseKind.Essay, Ending.Concluded, 420) { Days = 2600 },
            new(CourseKind.Simple, Ending.Concluded, 980),
            new(CourseKind.Steady, Ending.HandedOver, 180) { Days = 700 },
            new(CourseKind.Simple, Ending.HandedOver, 505),
            new(CourseKind.Essay, Ending.ClosedOnMySide, 1250) { Days = 2500 },
            new(CourseKind.Simple, Ending.ClosedOnMySide, 1600),
            new(CourseKind.Steady, Ending.ClosedOnMySide, 830) { Days = 600 },
            new(CourseKind.Essay, Ending.Deceased, 365) { Days = 3400 },
            new(CourseKind.Simple, Ending.DoorOpen, 302),
        ];

        // The order of entry must not reveal the state.
        stream.Shuffle(cast);
        return cast;
    }

    /// <summary>Returns one of many people (reference: 60 % simple, 20 % come and go, 12 % steady, 5 % dense, 3 % edges).</summary>
    public static Role OneOfMany(SeededStream stream, DemoScale scale)
    {
        CourseKind course = stream.Weigh(
            (CourseKind.Simple, 0.60),
            (CourseKind.Essay, 0.20),
            (CourseKind.Steady, 0.12),
            (CourseKind.Dense, 0.05),
            (CourseKind.Single, 0.015),
            (CourseKind.MissedOnly, 0.005),
            (CourseKind.TwiceADay, 0.007),
            (CourseKind.None, 0.003));
        int span = (scale.Years * DaysInYear) - 60;
        int lastAgo = stream.Chance(0.06) ? stream.Between(1, 60) : stream.Between(1, course == CourseKind.Essay ? span / 2 : span);
        return new Role(course, EndingOf(stream, lastAgo), lastAgo)
        {
            Days = course == CourseKind.Steady ? stream.Between(200, 1500) : stream.Between(500, scale.EssayYears * DaysInYear),
            NeverReviewed = stream.Chance(0.1),
            PlannedIn = lastAgo < 45 && stream.Chance(0.3) ? stream.Between(0, 30) : null,
            PlannedAt = new TimeOnly(stream.Between(8, 18), 15 * stream.Between(0, 3)),
            Minor = stream.Chance(0.01),
            Decided = lastAgo > 90 && stream.Chance(0.04),
        };
    }

    private static Ending EndingOf(SeededStream stream, int lastAgo) => lastAgo switch
    {
        < 60 => stream.Weigh((Ending.EveryAhead, 0.4), (Ending.EveryIntended, 0.2), (Ending.BackByAhead, 0.15), (Ending.DoorOpen, 0.15), (Ending.Nothing, 0.1)),
        < 400 => stream.Weigh(
            (Ending.DoorOpen, 0.58), (Ending.Concluded, 0.16), (Ending.Nothing, 0.1), (Ending.BackByPast, 0.08), (Ending.HandedOver, 0.05), (Ending.BackByAhead, 0.02), (Ending.Deceased, 0.01)),
        _ => stream.Weigh(
            (Ending.DoorOpen, 0.42), (Ending.Concluded, 0.3), (Ending.ClosedOnMySide, 0.2), (Ending.HandedOver, 0.055), (Ending.Deceased, 0.02), (Ending.Nothing, 0.005)),
    };
}
