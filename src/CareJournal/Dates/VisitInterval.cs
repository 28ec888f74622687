namespace CareJournal.Dates;

/// <summary>How the time between two visits compares with the rhythm at the first of them.</summary>
public enum IntervalClass
{
    /// <summary>Within the rhythm.</summary>
    Regular,

    /// <summary>Longer than usual, and no gap yet.</summary>
    Stretched,

    /// <summary>Lived time without a logged session: neither cure, nor loss, nor failure.</summary>
    Gap,
}

/// <summary>How close the sessions stand, for drawing; taken from one interval.</summary>
public enum Phase
{
    /// <summary>Up to 21 days apart.</summary>
    Close,

    /// <summary>22 to 45 days apart.</summary>
    Spaced,

    /// <summary>46 days apart up to the threshold of a gap.</summary>
    Light,

    /// <summary>A gap: no session logged, state unknown.</summary>
    None,
}

/// <summary>The time between two neighbouring visit days.</summary>
/// <param name="Rhythm">The rhythm at the first of the two.</param>
/// <param name="To">The later visit's day.</param>
public sealed record VisitInterval(Rhythm Rhythm, DateOnly To)
{
    /// <summary>The earlier visit's day.</summary>
    public DateOnly From => Rhythm.At;

    /// <summary>Length in days.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>Regular, stretched or a gap. Judged once: a course asks for it again and again.</summary>
    public IntervalClass Class { get; } = Rhythm.Judge(To.DayNumber - Rhythm.At.DayNumber);

    /// <summary>How close the two visits stand.</summary>
    public Phase Phase => Class == IntervalClass.Gap ? Phase.None : Days <= 21 ? Phase.Close : Days <= 45 ? Phase.Spaced : Phase.Light;
}
