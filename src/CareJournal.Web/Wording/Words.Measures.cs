using CareJournal.Measures;

namespace CareJournal.Web.Wording;

/// <content>Words of the scales and of the ruler.</content>
public sealed partial class Words
{
    /// <summary>The label of the better or the worse end of a scale.</summary>
    public string Anchor(Instrument instrument, bool best)
    {
        InstrumentScale scale = InstrumentScale.Of(instrument);
        bool upper = best == (scale.Better == Better.Up);
        return instrument == Instrument.Change
            ? Answers(instrument)[upper ? ^1 : 0]
            : this[upper ? $"Measure.{instrument}.Ten" : $"Measure.{instrument}.Zero"];
    }

    /// <summary>The label of each answer, if a scale has them; empty if only its ends are named.</summary>
    public IReadOnlyList<string> Answers(Instrument instrument) => instrument == Instrument.Change
        ? [this["Measure.Change.1"], this["Measure.Change.2"], this["Measure.Change.3"], this["Measure.Change.4"], this["Measure.Change.5"], this["Measure.Change.6"], this["Measure.Change.7"]]
        : [];

    /// <summary>The question of a scale, asked aloud.</summary>
    /// <param name="instrument">The scale.</param>
    /// <param name="place">The person's own activity, or the date since when; only if the question names one.</param>
    public string Question(Instrument instrument, string? place = null) => this[$"Measure.{instrument}.Question", place ?? ""];

    /// <summary>The year alone, as on a ruler.</summary>
    public static string YearOf(DateOnly day) => Year(day);

    /// <summary>The month alone, shortened, as on a ruler.</summary>
    public static string MonthShort(DateOnly day) => Culture.DateTimeFormat.GetAbbreviatedMonthName(day.Month);
}
