using CareJournal.Measures;

namespace CareJournal.Web.Kit;

/// <content>Words of the scales and of the ruler.</content>
public sealed partial class Wording
{
    /// <summary>The word at the better or the worse end of a scale.</summary>
    public string Anchor(Instrument instrument, bool best)
    {
        InstrumentScale scale = InstrumentScale.Of(instrument);
        bool upper = best == (scale.Better == Better.Up);
        return instrument == Instrument.Change
            ? this[upper ? "Measure.Change.7" : "Measure.Change.1"]
            : this[upper ? $"Measure.{instrument}.Ten" : $"Measure.{instrument}.Zero"];
    }

    /// <summary>The question of a scale, asked aloud.</summary>
    /// <param name="instrument">The scale.</param>
    /// <param name="place">The person's own activity, or the date since when; only where the question names one.</param>
    public string Question(Instrument instrument, string? place = null) => this[$"Measure.{instrument}.Question", place ?? ""];

    /// <summary>The year alone, as on a ruler.</summary>
    public static string YearOf(DateOnly day) => Year(day);

    /// <summary>The month alone, shortened, as on a ruler.</summary>
    public static string MonthShort(DateOnly day) => Culture.DateTimeFormat.GetAbbreviatedMonthName(day.Month);
}
