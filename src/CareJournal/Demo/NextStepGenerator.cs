using CareJournal.NextSteps;

namespace CareJournal.Demo;

/// <summary>Generates the next steps of a course, and the sessions at which stock was taken.</summary>
internal sealed class NextStepGenerator(Role role, DateOnly today, SeededStream stream)
{
    private const int LongestRegular = 90;
    private const int SessionsBetweenReviews = 8;
    private const int DaysBetweenReviews = 150;
    private static readonly int[] UsualIntervals = [7, 14, 21, 28, 30, 42, 60, 90];

    /// <summary>Sets the steps of a course; the last one depends on the ending.</summary>
    public void Generate(IReadOnlyList<Session> sessions)
    {
        for (int index = 0; index < sessions.Count - 1; index++)
        {
            int days = sessions[index + 1].On.DayNumber - sessions[index].On.DayNumber;
            sessions[index].NextStep = Between(sessions[index], days, index > 0 && sessions[index - 1].Purpose != SessionPurpose.Spaced);
        }

        if (sessions.Count == 0)
        {
            return;
        }

        sessions[^1].NextStep = Last(sessions[^1].On, sessions.Count > 1 ? sessions[^1].On.DayNumber - sessions[^2].On.DayNumber : 14);
        if (role.Ending == Ending.Nothing)
        {
            Unsay(sessions);
        }

        if (!role.NeverReviewed)
        {
            TakeStock(sessions);
        }
    }

    private NextStepForm? Between(Session session, int days, bool newlySpaced) => session.Purpose switch
    {
        SessionPurpose.First or SessionPurpose.Return when days <= 30 && stream.Chance(0.6) => Every(Usual(days)),
        SessionPurpose.Spaced when newlySpaced && stream.Chance(0.5) => Every(Usual(days)),
        SessionPurpose.BeforePause => stream.Weigh<Func<NextStepForm?>>(
            (() => DoorOpen(), 0.55),
            (() => BackBy(session.On.AddDays(stream.Between(60, 180))), 0.25),
            (() => null, 0.2))(),
        _ => null,
    };

    private NextStepForm? Last(DateOnly on, int lastInterval)
    {
        int ago = today.DayNumber - on.DayNumber;
        return role.Ending switch
        {
            Ending.DoorOpen => DoorOpen(),
            Ending.BackByAhead => BackBy(today.AddDays(stream.Between(10, 75))),
            Ending.BackByPast => BackBy(today.AddDays(-stream.Between(36, Math.Max(37, ago - 14)))),
            Ending.EveryAhead => Every(Usual(Math.Max(ago, Math.Min(lastInterval, 60)))),
            Ending.EveryIntended => Every(Usual(Math.Max(ago, Math.Min(lastInterval, 60)))) with
            {
                Reason = stream.Pick(NoteTexts.StepReasons),
                ReviewOn = today.AddDays(stream.Between(20, 120)),
            },
            Ending.EveryPast => Every(ago < 75 ? 14 : 30),
            Ending.Concluded => new NextStepForm { Kind = NextStepKind.EndedTogether, DecidedBy = DecidedBy.Both },
            Ending.HandedOver => new NextStepForm { Kind = NextStepKind.HandedOver, DecidedBy = Who(), ToWhom = stream.Pick(NoteTexts.Carers) },
            _ => null,
        };
    }

    private NextStepForm Every(int days) => new()
    {
        Kind = NextStepKind.Every,
        Days = days,
        DecidedBy = Who(),
        Reason = stream.Chance(0.4) ? stream.Pick(NoteTexts.StepReasons) : null,
        WishedDays = days >= 14 && stream.Chance(0.06) ? days / 2 : null,
    };

    private NextStepForm BackBy(DateOnly day) => new() { Kind = NextStepKind.BackBy, BackBy = day, DecidedBy = Who() };

    private NextStepForm DoorOpen() => new()
    {
        Kind = NextStepKind.DoorOpen,
        DecidedBy = Who(),
        SignsToComeBack = stream.Chance(0.45) ? stream.Pick(NoteTexts.Signs) : null,
    };

    private DecidedBy Who() => stream.Weigh((DecidedBy.Both, 0.58), (DecidedBy.Person, 0.22), (DecidedBy.Practitioner, 0.1), (DecidedBy.NotSaid, 0.1));

    private static int Usual(int days) => UsualIntervals.First(usual => usual >= Math.Min(days, UsualIntervals[^1]));

    // No step applies today: nothing was agreed since the last return, and no earlier date bridges the silence.
    private static void Unsay(IReadOnlyList<Session> sessions)
    {
        int index = sessions.Count - 1;
        sessions[index].NextStep = null;
        for (; index > 0 && sessions[index].On.DayNumber - sessions[index - 1].On.DayNumber <= LongestRegular; index--)
        {
            sessions[index - 1].NextStep = null;
        }

        if (index > 0)
        {
            sessions[index - 1].NextStep = new NextStepForm { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both };
        }
    }

    private void TakeStock(IReadOnlyList<Session> sessions)
    {
        int count = 0;
        DateOnly since = sessions[0].On;
        for (int index = 0; index < sessions.Count; index++)
        {
            DateOnly day = sessions[index].On;
            if (index > 0 && day.DayNumber - sessions[index - 1].On.DayNumber > LongestRegular)
            {
                (count, since) = (0, day);
            }

            count++;
            if (count >= SessionsBetweenReviews || (count >= 3 && day.DayNumber - since.DayNumber >= DaysBetweenReviews))
            {
                sessions[index].JustifiesRhythm = stream.Pick(NoteTexts.Justifications);
                (count, since) = (0, day);
            }
        }

        // Everybody in a current series has had stock taken lately; the exceptions have a role of their own.
        bool comesNow = today.DayNumber - sessions[^1].On.DayNumber <= 2 * LongestRegular;
        if (comesNow && count >= 3 && today.DayNumber - LastReview(sessions, since).DayNumber >= 2 * LongestRegular)
        {
            sessions[^1].JustifiesRhythm = stream.Pick(NoteTexts.Justifications);
        }
    }

    private static DateOnly LastReview(IReadOnlyList<Session> sessions, DateOnly otherwise) =>
        sessions.LastOrDefault(session => session.JustifiesRhythm is not null)?.On ?? otherwise;
}
