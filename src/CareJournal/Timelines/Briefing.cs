namespace CareJournal.Timelines;

/// <summary>"Where were we?": the facts that are read before a session is written, beside the visits themselves. Pure; nothing in it is copied forward.</summary>
/// <param name="Word">The person's own words for when it overflows, the latest dictated.</param>
/// <param name="Goals">Open goals.</param>
/// <param name="Tools">Tools in use.</param>
/// <param name="Helped">The latest texts about what helped in a flare-up.</param>
public sealed record Briefing(TimelineWord? Word, IReadOnlyList<TimelineGoal> Goals, IReadOnlyList<TimelineTool> Tools, IReadOnlyList<string> Helped)
{
    /// <summary>Computes the briefing of a timeline, as of its today.</summary>
    public static Briefing Of(PatientTimeline timeline) => new(
        timeline.WordsToSelf is [var word, ..] ? word : null,
        [.. timeline.Goals.Where(goal => goal.IsOpen)],
        [.. timeline.Tools.Where(tool => tool.IsInUse)],
        TimelineFlareUp.Helped(timeline.FlareUps));
}
