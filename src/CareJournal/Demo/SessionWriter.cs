using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Writes up a session: texts, what was done, answers.</summary>
internal sealed class SessionWriter(DemoScale scale, IReadOnlyList<FlareFact> flares, Ratings ratings, Phrasebook phrases, SeededStream stream)
{
    /// <summary>Returns the session as recorded; call it in the order of the sessions.</summary>
    public SyntheticVisit Write(Session session)
    {
        bool threshold = session.Purpose is SessionPurpose.First or SessionPurpose.Return;
        bool written = stream.Chance(scale.ImpressionShare);
        bool noted = stream.Chance(threshold ? scale.NoteShare * 2 : scale.NoteShare);
        return new SyntheticVisit
        {
            On = session.On,
            Status = VisitStatus.Held,
            StartsAt = session.StartsAt,
            Minutes = session.Purpose == SessionPurpose.First ? 60 : stream.Weigh((30, 0.45), (45, 0.45), (60, 0.1)),
            Mode = session.Mode,
            WhatWasDone = WhatWasDone(session),
            Impression = written ? phrases.Next(Mood(session)) : null,
            Agreed = written && stream.Chance(0.8) ? phrases.Next(Agreed(session)) : null,
            Note = noted ? phrases.Next(NoteTexts.Notes) : null,
            SamePain = session.Purpose == SessionPurpose.Return
                ? stream.Weigh((SamePain.Yes, 0.6), (SamePain.Partly, 0.2), (SamePain.No, 0.08), (SamePain.NotAsked, 0.12))
                : SamePain.NotAsked,
            RedFlags = threshold && stream.Chance(0.75) ? noted && stream.Chance(0.1) ? RedFlags.SeeNote : RedFlags.LookedForNone : RedFlags.NotNoted,
            Hidden = stream.Chance(0.005),
            Scores = ratings.At(session.On, threshold || session.JustifiesRhythm is not null),
            NextStep = session.NextStep,
            JustifiesRhythm = session.JustifiesRhythm,
        };
    }

    private IReadOnlyList<string> Mood(Session session) => session.Purpose switch
    {
        SessionPurpose.First => ImpressionTexts.First,
        SessionPurpose.Return => ImpressionTexts.Return,
        SessionPurpose.BeforePause when stream.Chance(0.75) => ImpressionTexts.BeforePause,
        _ when flares.Any(flare => flare.IsFelt(session.On)) => ImpressionTexts.Flare,
        _ => stream.Weigh((ImpressionTexts.Better, 0.38), (ImpressionTexts.Steady, 0.42), (ImpressionTexts.Hard, 0.2)),
    };

    private IReadOnlyList<string> Agreed(Session session) =>
        session.NextStep?.Kind is NextStepKind.DoorOpen or NextStepKind.EndedTogether && stream.Chance(0.7)
            ? AgreedTexts.Door
            : stream.Weigh((AgreedTexts.Move, 0.4), (AgreedTexts.Pace, 0.25), (AgreedTexts.Rest, 0.2), (AgreedTexts.Plan, 0.15));

    private WhatWasDone WhatWasDone(Session session)
    {
        (WhatWasDone Done, double Chance)[] chips =
        [
            (Visits.WhatWasDone.TalkAndUnderstand, session.Purpose == SessionPurpose.First ? 0.95 : 0.6),
            (Visits.WhatWasDone.Move, 0.65),
            (Visits.WhatWasDone.RetryAMovement, 0.3),
            (Visits.WhatWasDone.ManualCare, 0.25),
            (Visits.WhatWasDone.HeatColdElectro, 0.06),
        ];
        return chips.Where(chip => stream.Chance(chip.Chance)).Aggregate(Visits.WhatWasDone.None, (done, chip) => done | chip.Done);
    }
}
