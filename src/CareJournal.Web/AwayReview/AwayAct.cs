using CareJournal.AwayReview;
using CareJournal.Decisions;
using CareJournal.Patients;

namespace CareJournal.Web.AwayReview;

/// <summary>The acts that can be done about a row of the review.</summary>
public enum AwayAct
{
    /// <summary>Record what comes next.</summary>
    SettleNextStep,

    /// <summary>Leave it as it is, until a date or the next visit.</summary>
    LeaveInPeace,

    /// <summary>Record that news were exchanged.</summary>
    InTouch,

    /// <summary>Show it again on a date.</summary>
    Snooze,

    /// <summary>Conclude the follow-up together: only with the words that were exchanged.</summary>
    ConcludedTogether,

    /// <summary>Close the follow-up by the decision of the practitioner alone.</summary>
    CloseOnMySide,

    /// <summary>Ask for news, of a person who agreed to it.</summary>
    AskForNews,

    /// <summary>Record what justifies the rhythm today.</summary>
    TakeStock,

    /// <summary>Record that the rhythm is intended: why, and until when.</summary>
    RhythmIntended,

    /// <summary>Take stock at the next session.</summary>
    TakeStockNextTime,
}

/// <summary>The acts that suit each list, in the order in which they are offered; the place of an act in it is also its digit.</summary>
public static class AwayActs
{
    private static readonly AwayAct[] OnSilence =
    [
        AwayAct.SettleNextStep, AwayAct.LeaveInPeace, AwayAct.InTouch, AwayAct.Snooze, AwayAct.ConcludedTogether, AwayAct.CloseOnMySide, AwayAct.AskForNews,
    ];

    private static readonly AwayAct[] OnSeries = [AwayAct.TakeStock, AwayAct.RhythmIntended, AwayAct.TakeStockNextTime, AwayAct.Snooze];

    private static readonly AwayAct[] OnSilenceRow = [AwayAct.SettleNextStep, AwayAct.LeaveInPeace, AwayAct.InTouch];

    private static readonly AwayAct[] OnSeriesRow = [AwayAct.TakeStock, AwayAct.TakeStockNextTime];

    private const int Large = 4;

    /// <summary>Returns the acts of a list; news are asked only of those who agreed.</summary>
    public static IReadOnlyList<AwayAct> Of(AwayList list, bool agreedToNews) =>
        list == AwayList.TakeStock ? OnSeries : agreedToNews ? OnSilence : OnSilence[..^1];

    /// <summary>Returns those of them that are buttons of the row itself, the most expected one first; the others are in its menu.</summary>
    public static IReadOnlyList<AwayAct> OnRow(AwayList list) => list == AwayList.TakeStock ? OnSeriesRow : OnSilenceRow;

    /// <summary>Returns the four that are the large choices beside one person; the others are in the menu behind them.</summary>
    public static IReadOnlyList<AwayAct> First(AwayList list) => [.. Of(list, agreedToNews: false).Take(Large)];

    /// <summary>Returns the act at a digit key; <c>null</c> where the acts are collapsed. The position of the key counts: a French keyboard types no digit there.</summary>
    public static AwayAct? AtKey(AwayList list, bool agreedToNews, string? code)
    {
        if (list == AwayList.DoorOpen || code is null || !(code.StartsWith("Digit", StringComparison.Ordinal) || code.StartsWith("Numpad", StringComparison.Ordinal)))
        {
            return null;
        }

        IReadOnlyList<AwayAct> acts = Of(list, agreedToNews);
        int place = code[^1] - '1';
        return place >= 0 && place < acts.Count ? acts[place] : null;
    }

    /// <summary>Returns the digit of an act, 1 for the first; <c>null</c> where no digit acts.</summary>
    public static int? Digit(AwayList list, bool agreedToNews, AwayAct act) =>
        list == AwayList.DoorOpen ? null : Of(list, agreedToNews).TakeWhile(other => other != act).Count() + 1;

    /// <summary>Whether the person of a row agreed to be asked for news.</summary>
    public static bool CanAsk(AwayRow row) => row.Facts.CheckIn is CheckInConsent.ByPhone or CheckInConsent.InWriting;

    /// <summary>Returns the act in whose form a draft was begun; <c>null</c> for forms of other pages.</summary>
    public static AwayAct? OfDraft(string form) => form switch
    {
        "next-step" => AwayAct.SettleNextStep,
        "in-touch" => AwayAct.InTouch,
        "conclude" => AwayAct.ConcludedTogether,
        "rhythm" => AwayAct.RhythmIntended,
        "news" => AwayAct.AskForNews,
        "justify" => AwayAct.TakeStock,
        _ => null,
    };

    /// <summary>Returns the resource key of the act's words.</summary>
    public static string KeyOf(AwayAct act) => act switch
    {
        AwayAct.SettleNextStep => "Button.SettleNextStep",
        AwayAct.TakeStock => "Button.TakeStock",
        _ => $"Away.Act.{act}",
    };
}
