namespace CareJournal.Web.Visits;

/// <summary>Proposes a title for a period that begins: a flare-up that was reported, else the reason for follow-up, else the return. Pure.</summary>
public static class PeriodProposal
{
    /// <summary>Returns the title.</summary>
    /// <param name="day">The session's day.</param>
    /// <param name="isFirst">Whether it is the first session.</param>
    /// <param name="flareUp">The beginning of the first flare-up that is reported, as far as it was understood.</param>
    /// <param name="reason">The reason for follow-up.</param>
    /// <param name="words">The reader's language.</param>
    public static string Of(DateOnly day, bool isFirst, FuzzyDate? flareUp, string? reason, Words words) =>
        // Once taken it is a text like one that was typed, with the spaces of a keyboard.
        Sentence(day, isFirst, flareUp, reason, words).Replace('\u00a0', ' ');

    private static string Sentence(DateOnly day, bool isFirst, FuzzyDate? flareUp, string? reason, Words words) => (flareUp, reason, isFirst) switch
    {
        ({ } start, _, _) => words.FlareUpOf(start),
        (_, { } label, true) => label,
        (_, { } label, false) => words["Period.Proposed.Reason", label, words.Month(day)],
        (_, _, true) => words["Period.Proposed.Reason", words.Of(Episodes.OpenedBecause.FirstContact), words.Month(day)],
        _ => words[Words.BeginsWithVowel(words.Month(day)) ? "Period.Proposed.Return.Vowel" : "Period.Proposed.Return", words.Month(day)],
    };
}
