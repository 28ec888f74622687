using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.NextSteps;
using CareJournal.Reviews;
using CareJournal.Tools;
using CareJournal.WordsToSelf;

namespace CareJournal.Timelines;

/// <summary>"Where were we?": what is read before a session is written, the person's own word first. Pure; nothing in it is copied forward.</summary>
/// <param name="Word">What the person dictated for the day it overflows.</param>
/// <param name="Last">The last held session before the day.</param>
/// <param name="Impression">The last one in which the practitioner wrote what there was to take away; it may be an earlier one.</param>
/// <param name="Agreed">The last one in which something was agreed; it may be an earlier one.</param>
/// <param name="Step">What stands about the next time.</param>
/// <param name="DaysSince">Days from the last session to the day; <c>null</c> before the first one.</param>
/// <param name="IsReturn">Whether those days are a pause, at the threshold of the last session.</param>
/// <param name="Pauses">The person's own past pauses, oldest first; the one that ends on this day is not among them.</param>
/// <param name="Goals">Goals on their way.</param>
/// <param name="Tools">Tools in use.</param>
/// <param name="FlareUps">Flare-ups that were told before, the latest first; what helped stands in each.</param>
/// <param name="Helped">What helped in them, as told, the latest first, each once.</param>
/// <param name="Review">Where stock was last taken.</param>
public sealed record Briefing(
    WordToSelf? Word,
    TimelineVisit? Last,
    TimelineVisit? Impression,
    TimelineVisit? Agreed,
    NextStep? Step,
    int? DaysSince,
    bool IsReturn,
    IReadOnlyList<TimelineGap> Pauses,
    IReadOnlyList<GoalStanding> Goals,
    IReadOnlyList<ToolStanding> Tools,
    IReadOnlyList<FlareUp> FlareUps,
    IReadOnlyList<string> Helped,
    Review? Review)
{
    /// <summary>The shortest and the longest of the past pauses, in days; <c>null</c> without one.</summary>
    public (int Shortest, int Longest)? PauseDays =>
        Pauses.Count == 0 ? null : (Pauses.Min(pause => pause.Days(pause.From)), Pauses.Max(pause => pause.Days(pause.From)));

    /// <summary>What is to be read before a session of a day.</summary>
    /// <param name="timeline">The follow-up.</param>
    /// <param name="on">The day of the session that is to be written; what lies on it or after it is left out, but for words, goals and tools, which stand as they stand today.</param>
    public static Briefing Of(PatientTimeline timeline, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        TimelineVisit[] before = [.. timeline.Held.Where(visit => visit.HeldOn < on)];
        TimelineVisit? last = before.LastOrDefault();
        int? days = last is null ? null : on.DayNumber - last.HeldOn.DayNumber;
        Rhythm? rhythm = last is null ? null : timeline.Course.Rhythms.LastOrDefault(rhythm => rhythm.At == last.HeldOn);
        Agreement? agreement = timeline.Course.InForceOn(on);
        FlareUp[] flareUps = [.. timeline.FlareUps.Where(flareUp => flareUp.Start.Earliest < on).Reverse()];
        return new Briefing(
            timeline.WordsToSelf is [var word, ..] ? word : null,
            last,
            before.LastOrDefault(visit => visit.Impression is not null),
            before.LastOrDefault(visit => visit.Agreed is not null),
            agreement is null ? null : timeline.Steps.LastOrDefault(step => step.Agreement == agreement),
            days,
            days > rhythm?.GapThreshold,
            [.. timeline.Gaps.Where(gap => gap.To is { } to && to < on)],
            [.. timeline.Goals.Where(goal => goal.IsOpen)],
            [.. timeline.Tools.Where(tool => tool.IsInUse)],
            flareUps,
            [.. flareUps.Select(flareUp => flareUp.WhatHelped).OfType<string>().Distinct(StringComparer.Ordinal)],
            timeline.Reviews.LastOrDefault(review => review.TakenOn <= on));
    }
}
