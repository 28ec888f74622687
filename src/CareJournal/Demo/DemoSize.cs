namespace CareJournal.Demo;

/// <summary>The number of invented people that a journal is filled with.</summary>
public enum DemoSize
{
    /// <summary>60 people over ten years: for demonstration. The first one is written by hand.</summary>
    Demo,

    /// <summary>3,000 people and about 50,000 visits over ten years: one full practice.</summary>
    Practice,

    /// <summary>7,000 people, about 140,000 visits and 600,000 measures over thirty years: the largest journal that is planned for.</summary>
    Career,
}

/// <summary>The figures behind a size.</summary>
/// <param name="People">How many people, the first one included.</param>
/// <param name="Years">Years from the first visit of all to today.</param>
/// <param name="EssayYears">The longest course of a person who comes and goes, in years.</param>
/// <param name="ImpressionShare">Share of sessions with an impression, 0 to 1.</param>
/// <param name="NoteShare">Share of sessions with a longer note, 0 to 1.</param>
/// <param name="MissingFrom">Smallest share of unanswered questions, per person.</param>
/// <param name="MissingTo">Largest share of unanswered questions, per person.</param>
internal sealed record DemoScale(
    int People, int Years, int EssayYears, double ImpressionShare, double NoteShare, double MissingFrom, double MissingTo)
{
    public static DemoScale Of(DemoSize size) => size switch
    {
        DemoSize.Demo => new(60, 11, 10, 0.95, 0.2, 0.1, 0.35),
        DemoSize.Practice => new(3_000, 10, 8, 0.85, 0.1, 0.1, 0.35),
        _ => new(7_000, 30, 12, 0.85, 0.06, 0.1, 0.35),
    };
}
