namespace CareJournal.Dates;

/// <summary>The time between two neighbouring visit days.</summary>
/// <param name="Rhythm">The rhythm at the first of the two.</param>
/// <param name="To">The later visit's day.</param>
public sealed record VisitInterval(Rhythm Rhythm, DateOnly To)
{
    /// <summary>The earlier visit's day.</summary>
    public DateOnly From => Rhythm.At;

    /// <summary>Length in days.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>Regular, stretched or a gap. Computed once, since a course reads it many times.</summary>
    public IntervalClass Class { get; } = Rhythm.Judge(To.DayNumber - Rhythm.At.DayNumber);
}
