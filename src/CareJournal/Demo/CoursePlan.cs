namespace CareJournal.Demo;

/// <summary>Where a session stands in its course.</summary>
internal enum SessionPurpose
{
    /// <summary>The first of all.</summary>
    First,

    /// <summary>The first after a silence.</summary>
    Return,

    /// <summary>One of a close series.</summary>
    Close,

    /// <summary>One of a spaced series.</summary>
    Spaced,

    /// <summary>The last before a silence, or the last so far.</summary>
    BeforePause,
}

/// <summary>
/// The days of a course, counted from its first session, by a seeded semi-Markov walk:
/// close sessions, then spaced ones, then silence, and again.
/// </summary>
internal static class CoursePlan
{
    private const int LongestSilence = 900;

    /// <summary>Days since the first session and what each session is.</summary>
    public static IReadOnlyList<(int Day, SessionPurpose Purpose)> Create(Role role, SeededStream stream)
    {
        List<(int Day, SessionPurpose Purpose)> plan = role.Course switch
        {
            CourseKind.None or CourseKind.MissedOnly => [],
            CourseKind.Single => [(0, SessionPurpose.First)],
            CourseKind.Simple or CourseKind.TwiceADay => Simple(role, stream),
            CourseKind.Essay => Essay(role, stream),
            CourseKind.Steady => Steady(role, stream),
            _ => Dense(role, stream),
        };
        if (plan.Count > 1)
        {
            plan[^1] = (plan[^1].Day, SessionPurpose.BeforePause);
        }

        return plan;
    }

    private static List<(int Day, SessionPurpose Purpose)> Simple(Role role, SeededStream stream)
    {
        int sessions = role.Sessions > 0 ? role.Sessions : stream.Between(4, 12);
        return Run(sessions, index => index < sessions / 2 ? stream.Between(3, 7) : stream.Between(6, 14));
    }

    private static List<(int Day, SessionPurpose Purpose)> Steady(Role role, SeededStream stream)
    {
        int usual = stream.Weigh((28, 0.5), (30, 0.25), (21, 0.15), (42, 0.1));
        return Run(Math.Max(4, role.Days / usual), _ => usual + stream.Between(-2, 3));
    }

    private static List<(int Day, SessionPurpose Purpose)> Dense(Role role, SeededStream stream) =>
        Run(role.Sessions > 0 ? role.Sessions : stream.Between(30, 80), _ => stream.Weigh((7, 0.9), (14, 0.1)));

    private static List<(int Day, SessionPurpose Purpose)> Run(int sessions, Func<int, int> interval)
    {
        List<(int Day, SessionPurpose Purpose)> plan = [(0, SessionPurpose.First)];
        for (int index = 1; index < sessions; index++)
        {
            int days = interval(index);
            plan.Add((plan[^1].Day + days, days > 21 ? SessionPurpose.Spaced : SessionPurpose.Close));
        }

        return plan;
    }

    private static List<(int Day, SessionPurpose Purpose)> Essay(Role role, SeededStream stream)
    {
        List<(int Day, SessionPurpose Purpose)> plan = [(0, SessionPurpose.First)];
        while (true)
        {
            int close = stream.Weigh((1, 0.06), (2, 0.12), (3, 0.24), (4, 0.24), (5, 0.14), (6, 0.1), (7, 0.06), (8, 0.04)) - 1;
            for (int index = 0; index < close; index++)
            {
                plan.Add((plan[^1].Day + stream.Weigh((7, 0.15), (14, 0.65), (21, 0.2)) + stream.Between(-1, 1), SessionPurpose.Close));
            }

            int spaced = stream.Between(0, 5);
            for (int index = 0; index < spaced; index++)
            {
                plan.Add((plan[^1].Day + (int)Math.Clamp(stream.Normal(31, 6), 22, 45), SessionPurpose.Spaced));
            }

            int silence = (int)Math.Min(LongestSilence, 91 + stream.Weibull(190, 1.2));
            if (plan[^1].Day + silence > role.Days)
            {
                return plan;
            }

            plan[^1] = (plan[^1].Day, plan.Count > 1 ? SessionPurpose.BeforePause : SessionPurpose.First);
            plan.Add((plan[^1].Day + silence, SessionPurpose.Return));
        }
    }
}
