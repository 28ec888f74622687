using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Visits;

namespace CareJournal.Web.Visits;

/// <summary>The last session of a person in a few words: when it was, what was taken away, what was agreed. Pure.</summary>
/// <param name="When">The day of the last session and how long ago it was; that there was none before the first.</param>
/// <param name="Said">The beginning of what was taken away, or of the note; with its own day where nothing was written in the last session. <c>null</c> where nothing ever was.</param>
/// <param name="Agreed">What was agreed, and the next step in force; <c>null</c> where there is neither.</param>
public sealed record LastVisitWords(string When, string? Said, string? Agreed)
{
    private const int LongestAgreed = 140;

    /// <summary>Puts the last session into words.</summary>
    /// <param name="lastOn">The day of the last held session; <c>null</c> before the first.</param>
    /// <param name="texts">The latest session in which something was written; <c>null</c> where nothing ever was.</param>
    /// <param name="step">The next step in force.</param>
    /// <param name="today">The practice's civil day.</param>
    /// <param name="most">The largest number of characters of the text.</param>
    /// <param name="words">The words.</param>
    /// <param name="isShort">Whether it stands in a list of nothing else, where it need not be said that it is the last.</param>
    public static LastVisitWords Of(DateOnly? lastOn, LastVisit? texts, NextStepFact? step, DateOnly today, int most, Words words, bool isShort = false)
    {
        if (lastOn is not { } last)
        {
            return new LastVisitWords(words["Empty.NoVisit"], null, step is null ? null : Agreement(null, step, words));
        }

        string? said = (texts?.Impression ?? texts?.Note) is { } text ? WrittenText.Beginning(text, most) : null;
        bool isEarlier = texts is not null && texts.HeldOn != last;
        return new LastVisitWords(
            isShort ? words["Visit.Last.Short", words.Since(last, today), words.Date(last)] : words["Visit.Last.On", words.Date(last), words.Since(last, today)],
            said is not null && isEarlier ? words["Visit.Last.Earlier", words.Date(texts!.HeldOn), said] : said,
            Agreement(texts, step, words));
    }

    private static string? Agreement(LastVisit? texts, NextStepFact? step, Words words)
    {
        string? agreed = texts?.Agreed is { } line ? WrittenText.Beginning(line, LongestAgreed) : null;
        string? next = step is null ? null : words.NextStep(step.Kind, step.Agreement.EveryDays, step.Agreement.BackBy);
        return (agreed, next) switch
        {
            (null, null) => null,
            ({ } said, null) => words["Visit.Last.Agreed", said],
            (null, { } then) => words["Visit.Last.Next", Words.InSentence(then)],
            ({ } said, { } then) => $"{words["Visit.Last.Agreed", said]} {words["Visit.Last.Next", Words.InSentence(then)]}",
        };
    }
}
