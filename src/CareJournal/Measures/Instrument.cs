using System.Collections.Frozen;

namespace CareJournal.Measures;

/// <summary>The questions that ship with the journal, in its own words. Single items: no validated threshold, no score of a person.</summary>
public enum Instrument
{
    /// <summary>Could the person do what matters, over the last 7 days.</summary>
    Activities,

    /// <summary>The one activity that the person named.</summary>
    OwnActivity,

    /// <summary>Sleep over the last 7 nights.</summary>
    Sleep,

    /// <summary>Stress over the last 7 days.</summary>
    Stress,

    /// <summary>Weight of all there was to think about, over the last 7 days.</summary>
    MentalLoad,

    /// <summary>Work, paid or not, at the moment.</summary>
    Work,

    /// <summary>Confidence to face a flare-up.</summary>
    Confidence,

    /// <summary>Pain over the last 7 days.</summary>
    Pain,

    /// <summary>Change since a printed date, from 1 (much better) to 7 (much worse).</summary>
    Change,
}

/// <summary>Which way is better.</summary>
public enum Better
{
    /// <summary>A higher number is better.</summary>
    Up,

    /// <summary>A lower number is better.</summary>
    Down,
}

/// <summary>The scale of an instrument.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Version">The version of its wording; stored with each answer.</param>
/// <param name="Minimum">The lowest whole number.</param>
/// <param name="Maximum">The highest whole number.</param>
/// <param name="Better">Which way is better; every curve is drawn with better upwards.</param>
/// <param name="RecallDays">The number of days the question looks back; 0 for the moment.</param>
public sealed record InstrumentScale(Instrument Instrument, int Version, int Minimum, int Maximum, Better Better, int RecallDays)
{
    private static readonly FrozenDictionary<Instrument, InstrumentScale> All = new InstrumentScale[]
    {
        new(Instrument.Activities, 1, 0, 10, Better.Up, 7),
        new(Instrument.OwnActivity, 1, 0, 10, Better.Up, 0),
        new(Instrument.Sleep, 1, 0, 10, Better.Up, 7),
        new(Instrument.Stress, 2, 0, 10, Better.Down, 7),
        new(Instrument.MentalLoad, 2, 0, 10, Better.Down, 7),
        new(Instrument.Work, 1, 0, 10, Better.Up, 0),
        new(Instrument.Confidence, 1, 0, 10, Better.Up, 0),
        new(Instrument.Pain, 2, 0, 10, Better.Down, 7),
        new(Instrument.Change, 1, 1, 7, Better.Down, 0),
    }.ToFrozenDictionary(scale => scale.Instrument);

    /// <summary>The curves that are drawn by default.</summary>
    public static IReadOnlyList<Instrument> Usual { get; } = [Instrument.Activities, Instrument.Sleep, Instrument.Stress, Instrument.Pain];

    /// <summary>The instruments that can be chosen for a person, beside those that everybody is asked.</summary>
    public static IReadOnlyList<Instrument> Offered { get; } =
        [.. Enum.GetValues<Instrument>().Except([Instrument.Activities, Instrument.OwnActivity])];

    /// <summary>Returns the scale of an instrument.</summary>
    public static InstrumentScale Of(Instrument instrument) => All[instrument];

    /// <summary>Whether the number is a valid answer.</summary>
    public bool Allows(int value) => value >= Minimum && value <= Maximum;

    /// <summary>Returns the position of an answer between worst (0) and best (1).</summary>
    public double Goodness(int value)
    {
        double share = (double)(value - Minimum) / (Maximum - Minimum);
        return Better == Better.Up ? share : 1 - share;
    }
}
