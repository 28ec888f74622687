using CareJournal.Contacts;
using CareJournal.Drafts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Timelines;
using CareJournal.Tools;
using CareJournal.Visits;

namespace CareJournal.Web.Drafts;

/// <summary>Says whether a draft still has a form to go back to: the person, and the row, pause or line that was being changed.</summary>
public sealed class DraftPlaces(
    TimelineReader timelines, VisitReader visits, ReviewReader reviews, ContactReader contacts, GoalReader goals, ToolReader tools)
{
    /// <summary>Whether the form opens, and can read the draft.</summary>
    public async Task<bool> OpensAsync(DraftAnswer draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.PatientId is not { } person || Kit.DraftText.Read(draft.Text) is null || await timelines.ReadAsync(person) is not { } timeline)
        {
            return false;
        }

        return (Urls.FormOf(draft.Form), draft.TargetId) switch
        {
            ("visit" or "review" or "flareup" or "lifeevent" or "contact" or "word" or "goal" or "tool", null) => true,
            ("pause", _) => timeline.Gaps.Any(gap => Urls.Pause(gap.From) == draft.Form && gap.Note?.Id == draft.TargetId),
            ("visit" or "change", { } visit) => (await visits.ReadAsync(visit))?.Form.PatientId == person,
            ("review", { } review) => (await reviews.ReadAsync(person)).Any(known => known.Id == review),
            ("flareup", { } flareUp) => timeline.FlareUps.Any(known => known.Id == flareUp),
            ("lifeevent", { } lifeEvent) => timeline.LifeEvents.Any(known => known.Id == lifeEvent),
            ("period", { } period) => timeline.Episodes.Any(known => known.Episode.Id == period),
            ("contact", { } contact) => (await contacts.ReadAsync(person)).Any(known => known.Id == contact),
            ("goal", { } goal) => (await goals.ReadAsync(person)).Any(known => known.Goal.Id == goal),
            ("tool", { } tool) => (await tools.ReadAsync(person)).Any(known => known.Tool.Id == tool),
            _ => false,
        };
    }
}
