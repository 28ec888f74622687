using CareJournal.Measures;

namespace CareJournal.Demo;

/// <summary>
/// Generates the answers to the scales over one course: a slow latent course per scale (AR(1), phi 0.8 a week, deviation 0.9), partly shared
/// between the scales, with decaying flare-ups on top, of which only some raise pain; then noise, and unanswered questions.
/// Some curves rise, some do not.
/// </summary>
internal sealed class Ratings
{
    private const double WeeklyPhi = 0.8;
    private const double Deviation = 0.9;
    private const double Shared = 0.6;
    private const double Declined = 0.01;
    private static readonly Instrument[] All =
        [Instrument.Activities, Instrument.Sleep, Instrument.Stress, Instrument.MentalLoad, Instrument.Work, Instrument.Confidence, Instrument.Pain, Instrument.OwnActivity];

    private readonly SeededStream _stream;
    private readonly IReadOnlyList<FlareFact> _flares;
    private readonly IReadOnlyList<Instrument> _own;
    private readonly bool _ownActivity;
    private readonly double _missing;
    private readonly double _asked;
    private readonly double _drift;
    private readonly double[] _means;
    private readonly double[] _states;
    private readonly double[] _halfLives;
    private DateOnly? _first;
    private DateOnly _last;

    public Ratings(SeededStream stream, IReadOnlyList<FlareFact> flares, IReadOnlyList<Instrument> own, bool ownActivity, double missing, double asked)
    {
        (_stream, _flares, _own, _ownActivity, _missing, _asked) = (stream, flares, own, ownActivity, missing, asked);
        _drift = stream.Normal(-0.06, 0.14);
        double usual = Math.Clamp(stream.Normal(4.5, 1.2), 2, 7);
        _means = [.. All.Select(_ => Math.Clamp(usual + stream.Normal(0, 0.8), 1, 8))];
        _states = [.. All.Append(Instrument.Pain).Select(_ => stream.Normal(0, Deviation))];
        _halfLives = [.. flares.Select(_ => stream.Between(10.0, 25.0))];
    }

    /// <summary>Returns the answers of one session; call it in the order of the sessions.</summary>
    /// <param name="day">The session's day.</param>
    /// <param name="all">Whether all scales are asked: at the start, on a return, and when taking stock.</param>
    public IReadOnlyList<SyntheticScore> At(DateOnly day, bool all)
    {
        Advance(day);
        if (!all && !_stream.Chance(_asked))
        {
            return [];
        }

        List<SyntheticScore> scores = [];
        for (int index = 0; index < All.Length; index++)
        {
            Instrument instrument = All[index];
            if (IsAsked(instrument, all) && !_stream.Chance(_missing))
            {
                scores.Add(new SyntheticScore(instrument, _stream.Chance(Declined) ? null : Answer(index, day)));
            }
        }

        return scores;
    }

    private bool IsAsked(Instrument instrument, bool all) => instrument switch
    {
        Instrument.Activities => true,
        Instrument.OwnActivity => _ownActivity && (all || _stream.Chance(0.4)),
        _ => all || _own.Contains(instrument),
    };

    private int Answer(int index, DateOnly day)
    {
        Instrument instrument = All[index];
        double years = (day.DayNumber - _first!.Value.DayNumber) / 365.0;
        double drift = instrument == Instrument.Pain ? 0 : _drift * years;
        double burden = _means[index] + drift + (Shared * _states[^1]) + ((1 - Shared) * _states[index]) + Flared(instrument, day) + _stream.Normal(0, 0.7);
        InstrumentScale scale = InstrumentScale.Of(instrument);
        double answer = scale.Better == Better.Up ? scale.Maximum - burden : burden;
        return (int)Math.Clamp(Math.Round(answer), scale.Minimum, scale.Maximum);
    }

    private double Flared(Instrument instrument, DateOnly day)
    {
        double added = 0;
        for (int index = 0; index < _flares.Count; index++)
        {
            FlareFact flare = _flares[index];
            if (day >= flare.On && (flare.Hurts || instrument is Instrument.Activities or Instrument.Sleep or Instrument.OwnActivity))
            {
                added += flare.Weight * Math.Pow(0.5, (day.DayNumber - flare.On.DayNumber) / _halfLives[index]);
            }
        }

        return added;
    }

    private void Advance(DateOnly day)
    {
        _first ??= _last = day;
        double kept = Math.Pow(WeeklyPhi, (day.DayNumber - _last.DayNumber) / 7.0);
        for (int index = 0; index < _states.Length; index++)
        {
            _states[index] = (kept * _states[index]) + _stream.Normal(0, Deviation * Math.Sqrt(1 - (kept * kept)));
        }

        _last = day;
    }
}
