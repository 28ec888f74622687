namespace CareJournal.Web;

/// <summary>An item selected on a timeline, as written in the address: a kind and a name.</summary>
/// <param name="Kind">The kind of item.</param>
/// <param name="Id">Its id; empty for a pause.</param>
/// <param name="Day">For a pause: the visit before it.</param>
public sealed record TimelineItem(TimelineItemKind Kind, Guid Id, DateOnly Day)
{
    /// <summary>In the address: a flare-up is being added.</summary>
    public const string NewFlareUp = "flare-up";

    /// <summary>In the address: a life event is being added.</summary>
    public const string NewLifeEvent = "life-event";

    private const string GapName = "gap-";
    private const string ColumnKind = "column";

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
    public static string Gap(DateOnly from) => GapName + from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether a name is that of a pause.</summary>
    public static bool IsGap(string name) => name.StartsWith(GapName, StringComparison.Ordinal);

    /// <summary>The name of a flare-up.</summary>
    public static string FlareUp(Guid id) => $"flare-up-{id}";

    /// <summary>The name of a life event.</summary>
    public static string LifeEvent(Guid id) => $"life-event-{id}";

    /// <summary>The name of a period.</summary>
    public static string Period(Guid id) => $"period-{id}";

    /// <summary>The name of a goal, a tool, a review, news or a word: it is in the list and in no lane.</summary>
    public static string Fact(Guid id) => $"fact-{id}";

    /// <summary>Whether a name is that of a fact without a mark on the drawing.</summary>
    public static bool IsFact(string name) => name.StartsWith("fact-", StringComparison.Ordinal);

    /// <summary>The name of a column of sessions; the script zooms to its days and opens nothing.</summary>
    public static string Column(DateOnly from, DateOnly to) =>
        string.Create(CultureInfo.InvariantCulture, $"{ColumnKind}-{from:yyyy-MM-dd}_{to:yyyy-MM-dd}");

    /// <summary>The kind of a name, for the script, which does not parse names.</summary>
    public static string KindOf(string name) => Kinds.Keys.FirstOrDefault(kind => IsOf(kind, name)) ?? ColumnKind;

    /// <summary>Reads a name; <c>null</c> if it is not valid.</summary>
    public static TimelineItem? Read(string? name)
    {
        foreach ((string prefix, TimelineItemKind kind) in Kinds)
        {
            if (name is not null && IsOf(prefix, name))
            {
                string rest = name[(prefix.Length + 1)..];
                return kind == TimelineItemKind.Gap
                    ? DateOnly.TryParseExact(rest, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? new TimelineItem(kind, Guid.Empty, day) : null
                    : Guid.TryParse(rest, out Guid id) ? new TimelineItem(kind, id, default) : null;
            }
        }

        return null;
    }

    private static bool IsOf(string kind, string name) => name.StartsWith(kind + "-", StringComparison.Ordinal);
}

/// <summary>The kinds of items of a timeline.</summary>
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
