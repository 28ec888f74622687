namespace CareJournal.Measures;

/// <summary>One answer to one question. A missing answer is normal: it is never carried forward.</summary>
public sealed class Measure : PatientRow
{
    /// <summary>The visit at which it was given, if any.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The day the answer is about.</summary>
    public required DateOnly TakenOn { get; set; }

    /// <summary>The question that was asked.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>The version of the question's wording.</summary>
    public required int InstrumentVersion { get; init; }

    /// <summary>The answer; <c>null</c> exactly when the person preferred not to answer.</summary>
    public int? Value { get; private set; }

    /// <summary>The lowest possible answer.</summary>
    public required int Minimum { get; init; }

    /// <summary>The highest possible answer.</summary>
    public required int Maximum { get; init; }

    /// <summary>Which way is better.</summary>
    public required Better Better { get; init; }

    /// <summary>The number of days the question looks back.</summary>
    public required int RecallDays { get; init; }

    /// <summary>The source of the answer.</summary>
    public MeasureSource Source { get; init; }

    /// <summary>Whether the person preferred not to answer.</summary>
    public bool Declined { get; private set; }

    /// <summary>Creates an answer; throws when it is outside the scale (forms refuse that first).</summary>
    public static Measure Create(Guid patientId, Guid? visitId, DateOnly takenOn, Instrument instrument, int? value)
    {
        InstrumentScale scale = InstrumentScale.Of(instrument);
        Measure measure = new()
        {
            PatientId = patientId,
            VisitId = visitId,
            TakenOn = takenOn,
            Instrument = instrument,
            InstrumentVersion = scale.Version,
            Minimum = scale.Minimum,
            Maximum = scale.Maximum,
            Better = scale.Better,
            RecallDays = scale.RecallDays,
        };
        measure.Answer(value);
        return measure;
    }

    /// <summary>Changes the answer; <c>null</c> means that the person preferred not to answer.</summary>
    public void Answer(int? value)
    {
        if (value is { } given && (given < Minimum || given > Maximum))
        {
            throw new ArgumentOutOfRangeException(nameof(value), given, "The answer lies outside its scale.");
        }

        Value = value;
        Declined = value is null;
    }
}

/// <summary>The sources of an answer.</summary>
public enum MeasureSource
{
    /// <summary>Said in session.</summary>
    SaidInSession,

    /// <summary>From memory, about an earlier time.</summary>
    FromMemory,

    /// <summary>Brought by the person.</summary>
    BroughtByPerson,
}
