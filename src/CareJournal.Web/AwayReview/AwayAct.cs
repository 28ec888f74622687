using CareJournal.Decisions;

namespace CareJournal.Web.AwayReview;

/// <summary>What can be done about a row of the review.</summary>
public enum AwayAct
{
    /// <summary>Say what comes next.</summary>
    SettleNextStep,

    /// <summary>It is fine as it is, until the next visit. At once.</summary>
    LeaveInPeace,

    /// <summary>It is fine as it is, until a date.</summary>
    LeaveInPeaceUntil,

    /// <summary>News were exchanged.</summary>
    InTouch,

    /// <summary>Show it again on a date.</summary>
    Snooze,

    /// <summary>Concluded together: only with the words that were exchanged.</summary>
    ConcludedTogether,

    /// <summary>Closed by the practitioner alone. At once.</summary>
    CloseOnMySide,

    /// <summary>Ask for news, of a person who agreed to it.</summary>
    AskForNews,

    /// <summary>Say what justifies the rhythm today.</summary>
    TakeStock,

    /// <summary>The rhythm is intended: why, and until when.</summary>
    RhythmIntended,

    /// <summary>Take stock at the next session. At once.</summary>
    TakeStockNextTime,
}

/// <summary>Which acts suit which shelf, in the order in which they are offered; the place in it is also the act's key.</summary>
public static class AwayActs
{
    private static readonly AwayAct[] OnSilence =
    [
        AwayAct.SettleNextStep, AwayAct.LeaveInPeace, AwayAct.LeaveInPeaceUntil, AwayAct.InTouch, AwayAct.Snooze, AwayAct.ConcludedTogether, AwayAct.CloseOnMySide, AwayAct.AskForNews,
    ];

    private static readonly AwayAct[] OnSeries = [AwayAct.TakeStock, AwayAct.RhythmIntended, AwayAct.TakeStockNextTime, AwayAct.Snooze];

    private static readonly AwayAct[] OnSilenceRow = [AwayAct.SettleNextStep, AwayAct.LeaveInPeace, AwayAct.InTouch];

    private static readonly AwayAct[] OnSeriesRow = [AwayAct.TakeStock, AwayAct.TakeStockNextTime];

    /// <summary>The acts of a shelf; news are asked only of those who agreed.</summary>
    public static IReadOnlyList<AwayAct> Of(Shelf shelf, bool agreedToNews) =>
        shelf == Shelf.TakeStock ? OnSeries : agreedToNews ? OnSilence : OnSilence[..^1];

    /// <summary>Those of them that stand on the row itself, the first being what is asked for first; the others lie in its menu.</summary>
    public static IReadOnlyList<AwayAct> OnRow(Shelf shelf) => shelf == Shelf.TakeStock ? OnSeriesRow : OnSilenceRow;

    /// <summary>The act at a digit, 1 being the first; none where the acts are folded away and the digits cannot be seen. The place of the key counts, not its letter: a French keyboard writes other signs there.</summary>
    public static AwayAct? AtKey(Shelf shelf, bool agreedToNews, string? code)
    {
        if (shelf == Shelf.DoorOpen || code is null || !(code.StartsWith("Digit", StringComparison.Ordinal) || code.StartsWith("Numpad", StringComparison.Ordinal)))
        {
            return null;
        }

        IReadOnlyList<AwayAct> acts = Of(shelf, agreedToNews);
        int place = code[^1] - '1';
        return place >= 0 && place < acts.Count ? acts[place] : null;
    }

    /// <summary>The digit of an act, 1 for the first; none where no digit acts.</summary>
    public static int? Digit(Shelf shelf, bool agreedToNews, AwayAct act) =>
        shelf == Shelf.DoorOpen ? null : Of(shelf, agreedToNews).TakeWhile(other => other != act).Count() + 1;

    /// <summary>Whether the act is done at once; the others ask for a word or a date first.</summary>
    public static bool IsAtOnce(AwayAct act) => act is AwayAct.LeaveInPeace or AwayAct.CloseOnMySide or AwayAct.TakeStockNextTime;

    /// <summary>The key of the act's words.</summary>
    public static string KeyOf(AwayAct act) => act switch
    {
        AwayAct.SettleNextStep => "Button.SettleNextStep",
        AwayAct.TakeStock => "Button.TakeStock",
        _ => $"Away.Act.{act}",
    };
}
