using System.Text.RegularExpressions;
using CareJournal.NextSteps;

namespace CareJournal.Web.NextSteps;

/// <summary>
/// Reads a next step typed as words, in French or English whatever the language of the screen: <c>2 semaines</c>, <c>tous les mois</c>, <c>d’ici le 12 mai</c>,
/// <c>porte ouverte</c>, <c>relais passé à Mme Roy</c>, <c>conclu ensemble</c>. Pure.
/// </summary>
public static class NextStepWords
{
    private const int Year = 365;
    private const int Month = 30;
    private const int Week = 7;
    private const RegexOptions Shape = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Regex RhythmShape = new(
        @"^(se revoir |meet (again )?)?((toutes|tous) les |chaque |every )?(?<amount>[0-9]{1,3})? ?(?<unit>j|jours?|d|days?|s|sem|semaines?|w|weeks?|m|mois|months?|an|ans|annees?|years?)$", Shape);

    private static readonly Regex BackByShape = new("^(se revoir |meet again )?(d'ici (le |au )?|d'ici a |avant le |by |before )(?<day>.+)$", Shape);
    private static readonly Regex DoorShape = new("^(la )?porte( reste)?( ouverte)?$|^(the )?(open door|door( is)? open)$", Shape);
    private static readonly Regex EndedShape = new("^(suivi )?conclu( ensemble)?( ?; ?la porte reste ouverte)?$|^concluded( together)?( ?; ?the door stays open)?$", Shape);
    private static readonly Regex HandedOverShape = new("^relais( passe)?( a)?$|^handed over( to)?$", Shape);
    private static readonly Regex ToWhomShape = new(@"^\s*(relais(\s+passé)?\s+(à|a|au|aux)|handed\s+over\s+to)\s+(?<who>\S.*)$", Shape | RegexOptions.IgnoreCase | RegexOptions.Singleline);

    /// <summary>The choices that are offered beside the field, in the words of the session form; each is understood.</summary>
    public static IReadOnlyList<string> Offered(Words words) =>
    [
        words["NextStep.Quick.Week"],
        words["NextStep.Quick.TwoWeeks"],
        words["NextStep.Quick.Month"],
        words["NextStep.Quick.ThreeMonths"],
        words["NextStep.DoorOpen"],
        words["NextStep.HandedOver.Label"],
        words.Of(NextStepKind.EndedTogether),
    ];

    /// <summary>Whether nothing is said: an empty field, or no more than a dash.</summary>
    public static bool SaysNothing(string? typed) => typed is null || !typed.Any(char.IsLetterOrDigit);

    /// <summary>Reads what was typed; <c>null</c> if it is not understood, or says nothing.</summary>
    /// <param name="typed">The text.</param>
    /// <param name="saidOn">The day on which it was said: a date is read as later than it.</param>
    public static NextStepForm? Read(string? typed, DateOnly saidOn)
    {
        if (SaysNothing(typed) || typed!.Length > WrittenText.LongestLine)
        {
            return null;
        }

        string text = FoldedText.Fold(typed).TrimEnd('…', '.', ' ');
        if (Rhythm(text) is { } days)
        {
            return new NextStepForm { Kind = NextStepKind.Every, Days = days };
        }

        NextStepKind? kind = DoorShape.IsMatch(text) ? NextStepKind.DoorOpen : EndedShape.IsMatch(text) ? NextStepKind.EndedTogether : HandedOverShape.IsMatch(text) ? NextStepKind.HandedOver : null;
        if (kind is { } known)
        {
            return new NextStepForm { Kind = known };
        }

        if (ToWhomShape.Match(typed) is { Success: true } handed && handed.Groups["who"].Value.Trim() is var who && who.Any(char.IsLetterOrDigit))
        {
            return new NextStepForm { Kind = NextStepKind.HandedOver, ToWhom = who };
        }

        string day = BackByShape.Match(text) is { Success: true } by ? by.Groups["day"].Value : text;
        return FreeDate.ReadComing(day, saidOn) is { } back ? new NextStepForm { Kind = NextStepKind.BackBy, BackBy = back } : null;
    }

    /// <summary>The agreed interval in days; months have 30 and twelve of them 365, as everywhere in the journal.</summary>
    private static int? Rhythm(string text)
    {
        Match match = RhythmShape.Match(text);
        if (!match.Success || (!match.Groups["amount"].Success && text.Length < 3))
        {
            return null;
        }

        int amount = match.Groups["amount"].Success ? int.Parse(match.Groups["amount"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 1;
        return match.Groups["unit"].Value[0] switch
        {
            'j' or 'd' => amount,
            's' or 'w' => Week * amount,
            'm' => amount == 12 ? Year : Month * amount,
            _ => Year * amount,
        };
    }
}
