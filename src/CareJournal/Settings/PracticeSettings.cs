namespace CareJournal.Settings;

/// <summary>The practitioner's settings for this journal. One row.</summary>
public sealed class PracticeSettings : RecordedRow
{
    /// <summary>The thresholds that may be chosen for a gap, in days.</summary>
    public static readonly IReadOnlyList<int> Thresholds = [60, 90, 180];

    /// <summary>The number of days without a logged session from which a gap begins; 60, 90 or 180. Always printed beside what is counted with it.</summary>
    public int GapThreshold { get; private set; } = 90;

    /// <summary>Idle minutes before the journal locks itself, 1 to 30.</summary>
    public int AutoLockMinutes { get; private set; } = 10;

    /// <summary>The practice's time zone (IANA), which determines the civil day.</summary>
    public string TimeZone { get; private set; } = "Europe/Paris";

    /// <summary>The folder last used for copies.</summary>
    public string? CopyFolder { get; set; }

    /// <summary>
    /// The PIN that ends the veil over the screen, stretched and salted (<c>rounds.salt.key</c>, the last two in Base64); <c>null</c> while the passphrase ends it.
    /// </summary>
    public string? VeilPin { get; set; }

    /// <summary>The name of the practice, which signs a check-in message.</summary>
    public string? PracticeName { get; private set; }

    /// <summary>The practitioner's own check-in message; <c>null</c> while the program's own is used.</summary>
    public string? CheckInLetter { get; private set; }

    /// <summary>The check-in message, short enough for a text message.</summary>
    public string? CheckInText { get; private set; }

    /// <summary>Sets the check-in messages and the name that signs them; an empty message restores the program's own. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Write(string? checkInLetter, string? checkInText, string? practiceName)
    {
        Problem[] problems =
        [
            .. WrittenText.TooLong(nameof(CheckInLetter), checkInLetter, WrittenText.LongestNote),
            .. WrittenText.TooLong(nameof(CheckInText), checkInText, WrittenText.LongestLine),
            .. WrittenText.TooLong(nameof(PracticeName), practiceName, WrittenText.LongestLine),
        ];
        if (problems.Length == 0)
        {
            CheckInLetter = WrittenText.Clean(checkInLetter);
            CheckInText = WrittenText.Clean(checkInText);
            PracticeName = WrittenText.CleanLine(practiceName);
        }

        return problems;
    }

    /// <summary>Sets what was chosen. Returns the problems found; with any, nothing changes.</summary>
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

        // The zone that is set stays valid on a machine that does not know it.
        if (timeZone != TimeZone && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _))
        {
            return [new Problem(nameof(TimeZone), ProblemKind.Missing)];
        }

        GapThreshold = gapThreshold;
        AutoLockMinutes = autoLockMinutes;
        TimeZone = timeZone;
        return [];
    }
}
