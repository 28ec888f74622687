using CareJournal.Timelines;

namespace CareJournal.Web.Timelines;

/// <summary>
/// The state of the reading column of a person's page. From near it holds the days of the drawing; on a narrow screen, which has no drawing, the last visit,
/// then the latest period, and what was asked for before it.
/// </summary>
public sealed class PersonReading
{
    private IReadOnlyList<ReadingItem>? _all;
    private PatientTimeline? _of;
    private int _count;
    private bool _goesOn;

    /// <summary>Creates what is read of a person.</summary>
    /// <param name="narrow">Whether there is no room for the drawing.</param>
    public PersonReading(bool narrow = false) => Narrow = narrow;

    /// <summary>Whether there is no room for the drawing.</summary>
    public bool Narrow { get; private set; }

    /// <summary>The days on the drawing; <c>null</c> until a movement ended.</summary>
    public TimelineView? View { get; private set; }

    /// <summary>What is read; <c>null</c> while the drawing shows it.</summary>
    public ReadingWindow? Window { get; private set; }

    /// <summary>Whether it is read from its first item on, because one came from what is earlier.</summary>
    public bool AtFirst { get; private set; }

    /// <summary>Whether one reads.</summary>
    public bool IsOn => Narrow || View?.Stop >= TimelineStop.Season;

    /// <summary>Whether something can be read in its place in the column: now, or after the drawing has moved to its mark. A fact has no mark.</summary>
    public bool Has(string key) => _all is not null && (TimelineItem.IsFact(key) ? Window!.Items : _all).Any(item => ReadingKeys.Has(item, key));

    /// <summary>Takes the days on the drawing; returns whether what is read changes.</summary>
    public bool Rest(PatientTimeline timeline, TimelineView view)
    {
        bool was = IsOn;
        View = view;
        (AtFirst, _goesOn) = (_goesOn, false);
        if (Narrow || (!was && !IsOn))
        {
            return false;
        }

        Arrange(timeline, chosen: null);
        return true;
    }

    /// <summary>Takes the width of the drawing's frame in pixels; returns whether what is read changes.</summary>
    public bool Measure(PatientTimeline timeline, double pixels, string? chosen)
    {
        bool was = Narrow;
        Narrow = pixels < TimelineDrawing.Narrow;
        if (was != Narrow)
        {
            Arrange(timeline, chosen);
        }

        return was != Narrow;
    }

    /// <summary>Computes what is read. On a narrow screen what is chosen is among it, however long ago it was.</summary>
    /// <param name="timeline">The person's timeline; <c>null</c> where there is none.</param>
    /// <param name="chosen">The key of the chosen item.</param>
    public void Arrange(PatientTimeline? timeline, string? chosen)
    {
        _all = !IsOn || timeline is null ? null : _all is not null && ReferenceEquals(_of, timeline) ? _all : ReadingItem.Of(timeline);
        _of = timeline;
        if (_all is null || !Narrow)
        {
            Window = _all is null ? null : ReadingWindow.Of(_all, View!.From, View.To);
            return;
        }

        _count = Math.Max(_count, ReadingWindow.FromLastVisit(_all));
        for (int index = 0; chosen is { Length: > 0 } && index < _all.Count; index++)
        {
            _count = ReadingKeys.Has(_all[index], chosen) ? Math.Max(_count, _all.Count - index) : _count;
        }

        Window = ReadingWindow.Last(_all, _count);
    }

    /// <summary>Reads what is earlier too, on a narrow screen: the latest period from its beginning, then more of what was before it.</summary>
    public void ReadMore(PatientTimeline timeline)
    {
        int period = ReadingWindow.Latest(_all!);
        _count = _count < period ? period : _count + ReadingWindow.More;
        Arrange(timeline, chosen: null);
    }

    /// <summary>Returns as many days as the drawing shows, with one day near their edge, so that the way to it is read.</summary>
    /// <param name="day">The day.</param>
    /// <param name="ends">Whether the days end with it, else they begin with it.</param>
    public (DateOnly From, DateOnly To) DaysTo(DateOnly day, bool ends)
    {
        _goesOn = !ends;
        int days = View!.To.DayNumber - View.From.DayNumber;
        DateOnly from = day.AddDays(ends ? -(days * 9 / 10) : -(days / 10));
        return (from, from.AddDays(days));
    }
}
