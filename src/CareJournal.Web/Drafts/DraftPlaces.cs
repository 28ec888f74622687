using CareJournal.AwayReview;
using CareJournal.Conditions;
using CareJournal.Drafts;
using CareJournal.Patients;
using CareJournal.Timelines;
using CareJournal.Visits;

namespace CareJournal.Web.Drafts;

/// <summary>Checks whether the form of a draft still exists: the person, and the row, pause or line that was being changed.</summary>
public sealed class DraftPlaces(TimelineReader timelines, VisitReader visits, ConditionReader conditions, SnippetReader snippets, AwayReader away)
{
    /// <summary>Whether the form can be opened and can read the draft.</summary>
    public async Task<bool> OpensAsync(DraftAnswer draft)
    {
        if (DraftText.Read(draft.Text) is null)
        {
            return false;
        }

        return draft.PatientId is { } person ? await OpensAsync(draft, person) : (draft.Form, draft.TargetId) switch
        {
            ("person" or "snippet" or "check-in", null) => true,
            ("snippet", { } snippet) => (await snippets.ReadAsync()).Any(found => found.Id == snippet),
            _ => false,
        };
    }

    private async Task<bool> OpensAsync(DraftAnswer draft, Guid person)
    {
        if (await timelines.ReadAsync(person) is not { } timeline)
        {
            return false;
        }

        return (Urls.FormOf(draft.Form), draft.TargetId) switch
        {
            ("visit" or "past" or "review" or "flareup" or "lifeevent" or "contact" or "word" or "goal" or "tool" or "condition", null) => true,
            ("nextstep" or "intouch" or "conclude", null) => IsAmong(person, await OfSilenceAsync()),
            ("news", null) => IsAmong(person, (await OfSilenceAsync()).Where(row => row.Facts.CheckIn is CheckInConsent.ByPhone or CheckInConsent.InWriting)),
            ("rhythm" or "justify", null) => IsAmong(person, (await away.ReadAsync()).SeriesToReview),
            ("person", { } row) => row == person,
            ("pause", _) => timeline.Gaps.Any(gap => TimelineItem.Gap(gap.From) == draft.Form && gap.Note?.Id == draft.TargetId),
            ("visit" or "change", { } visit) => (await visits.ReadAsync(visit))?.Form.PatientId == person,
            ("review", { } review) => timeline.Reviews.Any(found => found.Id == review),
            ("flareup", { } flareUp) => timeline.FlareUps.Any(found => found.Id == flareUp),
            ("lifeevent", { } lifeEvent) => timeline.LifeEvents.Any(found => found.Id == lifeEvent),
            ("period", { } period) => timeline.Episodes.Any(found => found.Episode.Id == period),
            ("contact", { } contact) => timeline.Contacts.Any(found => found.Id == contact),
            ("goal", { } goal) => timeline.Goals.Any(found => found.Id == goal),
            ("tool", { } tool) => timeline.Tools.Any(found => found.Id == tool),
            ("condition", { } condition) => (await conditions.ReadAsync(person)).Any(found => found.Id == condition),
            _ => false,
        };
    }

    private async Task<IEnumerable<AwayRow>> OfSilenceAsync() => await away.ReadAsync() is var rows ? [.. rows.Late, .. rows.Undecided, .. rows.DoorOpen] : [];

    private static bool IsAmong(Guid person, IEnumerable<AwayRow> rows) => rows.Any(row => row.Facts.PatientId == person);
}
