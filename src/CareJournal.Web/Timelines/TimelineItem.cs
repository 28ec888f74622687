using System.Globalization;

namespace CareJournal.Web.Timelines;

/// <summary>What is chosen on a timeline, as it stands in the address: a kind and a name.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Id">Its id; empty for a pause.</param>
/// <param name="Day">For a pause: the visit before it.</param>
public sealed record TimelineItem(TimelineItemKind Kind, Guid Id, DateOnly Day)
{
    /// <summary>In the address: a flare-up is being added.</summary>
    public const string NewFlareUp = "flare-up";

    /// <summary>In the address: a life event is being added.</summary>
    public const string NewLifeEvent = "life-event";

    private static readonly Dictionary<string, TimelineItemKind> Kinds = new(StringComparer.Ordinal)
    {
        ["visit"] = TimelineItemKind.Visit,
        ["gap"] = TimelineItemKind.Gap,
        ["flare-up"] = TimelineItemKind.FlareUp,
        ["life-event"] = TimelineItemKind.LifeEvent,
        ["period"] = TimelineItemKind.Period,
        ["fact"] = TimelineItemKind.Fact,
    };

    /// <summary>The name of a visit.</summary>
    public static string Visit(Guid id) => $"visit-{id}";

    /// <summary>The name of a pause.</summary>
    public static string Gap(DateOnly from) => Urls.Pause(from);

    /// <summary>The name of a flare-up.</summary>
    public static string FlareUp(Guid id) => $"flare-up-{id}";

    /// <summary>The name of a life event.</summary>
    public static string LifeEvent(Guid id) => $"life-event-{id}";

    /// <summary>The name of a period.</summary>
    public static string Period(Guid id) => $"period-{id}";

    /// <summary>The name of a goal, a tool, a review, news or a word: it stands in the list and in no lane.</summary>
    public static string Fact(Guid id) => $"fact-{id}";

    /// <summary>The name of a column of sessions; the script comes closer to its days and opens nothing.</summary>
    public static string Column(DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"column-{from:yyyy-MM-dd}_{to:yyyy-MM-dd}");

    /// <summary>Reads a name; <c>null</c> when it is none.</summary>
    public static TimelineItem? Read(string? name)
    {
        foreach ((string prefix, TimelineItemKind kind) in Kinds)
        {
            if (name?.StartsWith(prefix + "-", StringComparison.Ordinal) == true)
            {
                string rest = name[(prefix.Length + 1)..];
                return kind == TimelineItemKind.Gap
                    ? DateOnly.TryParseExact(rest, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? new TimelineItem(kind, Guid.Empty, day) : null
                    : Guid.TryParse(rest, out Guid id) ? new TimelineItem(kind, id, default) : null;
            }
        }

        return null;
    }
}

/// <summary>What can be chosen on a timeline.</summary>
public enum TimelineItemKind
{
    /// <summary>A visit.</summary>
    Visit,

    /// <summary>A pause.</summary>
    Gap,

    /// <summary>A flare-up.</summary>
    FlareUp,

    /// <summary>A life event.</summary>
    LifeEvent,

    /// <summary>A period of follow-up.</summary>
    Period,

    /// <summary>A goal, a tool, a review, news or a word.</summary>
    Fact,
}
