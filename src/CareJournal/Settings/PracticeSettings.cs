using CareJournal.Acts;

namespace CareJournal.Settings;

/// <summary>What the practitioner has set for this journal. One row.</summary>
public sealed class PracticeSettings : RecordedRow
{
    /// <summary>The thresholds that may be chosen for a gap, in days.</summary>
    public static readonly IReadOnlyList<int> Thresholds = [60, 90, 180];

    /// <summary>From how many days without a logged session a gap begins; 60, 90 or 180. Always printed beside what is counted with it.</summary>
    public int GapThreshold { get; private set; } = 90;

    /// <summary>Idle minutes before the journal locks itself, 1 to 30.</summary>
    public int AutoLockMinutes { get; private set; } = 10;

    /// <summary>The practice's time zone (IANA): it says which civil day it is.</summary>
    public string TimeZone { get; private set; } = "Europe/Paris";

    /// <summary>The folder last used for copies.</summary>
    public string? CopyFolder { get; set; }

    /// <summary>The practitioner's own check-in message; <c>null</c> while the one that the program brings is used.</summary>
    public string? CheckInLetter { get; private set; }

    /// <summary>The same, short enough for a text message.</summary>
    public string? CheckInText { get; private set; }

    /// <summary>Takes over the check-in messages, empty ones giving the program's own back; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Write(string? checkInLetter, string? checkInText)
    {
        Problem[] problems =
        [
            .. WrittenText.TooLong(nameof(CheckInLetter), checkInLetter, WrittenText.LongestNote),
            .. WrittenText.TooLong(nameof(CheckInText), checkInText, WrittenText.LongestLine),
        ];
        if (problems.Length == 0)
        {
            CheckInLetter = WrittenText.Clean(checkInLetter);
            CheckInText = WrittenText.Clean(checkInText);
        }

        return problems;
    }

    /// <summary>Takes over what was chosen; answers what cannot be right, and then changes nothing.</summary>
    public IReadOnlyList<Problem> Choose(int gapThreshold, int autoLockMinutes, string timeZone)
    {
        if (!Thresholds.Contains(gapThreshold))
        {
            return [new Problem(nameof(GapThreshold), ProblemKind.OutOfRange, Thresholds[0], Thresholds[^1])];
        }

        if (autoLockMinutes is < 1 or > 30)
        {
            return [new Problem(nameof(AutoLockMinutes), ProblemKind.OutOfRange, 1, 30)];
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            return [new Problem(nameof(TimeZone), ProblemKind.Missing)];
        }

        GapThreshold = gapThreshold;
        AutoLockMinutes = autoLockMinutes;
        TimeZone = timeZone;
        return [];
    }
}
