using CareJournal.Settings;

namespace CareJournal.Timelines;

/// <summary>Reads what there is to know before a session is written.</summary>
public sealed class BriefingReader(TimelineReader timelines, PracticeClock clock)
{
    /// <summary>The briefing; <c>null</c> when the person is not in the journal.</summary>
    /// <param name="patientId">The person.</param>
    /// <param name="on">The day of the session; today when it is left out.</param>
    public async Task<Briefing?> ReadAsync(Guid patientId, DateOnly? on = null) =>
        await timelines.ReadAsync(patientId) is { } timeline ? Briefing.Of(timeline, on ?? clock.Today) : null;
}
