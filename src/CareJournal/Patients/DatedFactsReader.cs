using CareJournal.Conditions;
using CareJournal.Contacts;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Patients;

/// <summary>Reads the dated facts of a person, as they will be after the act that is being written.</summary>
internal static class DatedFactsReader
{
    /// <summary>Returns the fact that a row records; <c>null</c> for one that was withdrawn, is only planned, or has no date of its own.</summary>
    public static DatedFact? Of(RecordedRow row) => row switch
    {
        { VoidedAtUtc: not null } => null,
        Visit { Status: VisitStatus.Held } visit => On(DatedFactKind.Visit, visit.HeldOn),
        Measure measure => On(DatedFactKind.Measure, measure.TakenOn),
        FlareUp flareUp => new DatedFact(DatedFactKind.FlareUp, flareUp.Start, flareUp.End),
        LifeEvent lifeEvent => new DatedFact(DatedFactKind.LifeEvent, lifeEvent.Start, lifeEvent.End),
        Goal goal => On(DatedFactKind.Goal, goal.SetOn),
        GoalStep step => On(DatedFactKind.Goal, step.On, step is not { ReviewId: not null, VisitId: null }),
        Tool tool => On(DatedFactKind.Tool, tool.MetOn),
        ToolStep step => On(DatedFactKind.Tool, step.On, step is not { ReviewId: not null, VisitId: null }),
        WordToSelf word => On(DatedFactKind.WordToSelf, word.On),
        Condition { Onset: { } onset } => new DatedFact(DatedFactKind.Condition, onset),
        Contact contact => On(DatedFactKind.Contact, contact.On, contact.From == ContactFrom.Person),
        Review review => On(DatedFactKind.Review, review.TakenOn, whileAlive: false),
        NextStep step => On(DatedFactKind.NextStep, step.SaidOn, whileAlive: false),
        _ => null,
    };

    /// <summary>Reads all facts of one person. Rows that the act has changed count with their new values, including those that it restores or moves to this person.</summary>
    public static async Task<IReadOnlyList<DatedFact>> ReadAsync(JournalContext journal, Guid patientId) =>
    [
        .. await OfAsync<Visit>(journal, patientId),
        .. await OfAsync<Measure>(journal, patientId),
        .. await OfAsync<FlareUp>(journal, patientId),
        .. await OfAsync<LifeEvent>(journal, patientId),
        .. await OfAsync<Goal>(journal, patientId),
        .. await OfAsync<GoalStep>(journal, patientId),
        .. await OfAsync<Tool>(journal, patientId),
        .. await OfAsync<ToolStep>(journal, patientId),
        .. await OfAsync<WordToSelf>(journal, patientId),
        .. await OfAsync<Condition>(journal, patientId),
        .. await OfAsync<Contact>(journal, patientId),
        .. await OfAsync<Review>(journal, patientId),
        .. await OfAsync<NextStep>(journal, patientId),
    ];

    private static async Task<IEnumerable<DatedFact>> OfAsync<T>(JournalContext journal, Guid patientId)
        where T : PatientRow
    {
        await journal.Set<T>().Where(row => row.PatientId == patientId).LoadAsync();
        return journal.Set<T>().Local.Where(row => row.PatientId == patientId).Select(Of).OfType<DatedFact>();
    }

    private static DatedFact On(DatedFactKind kind, DateOnly day, bool whileAlive = true) => new(kind, FuzzyDate.OnDay(day), WhileAlive: whileAlive);
}
