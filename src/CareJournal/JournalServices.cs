using CareJournal.Absences;
using CareJournal.AwayReview;
using CareJournal.Caseload;
using CareJournal.Closures;
using CareJournal.Conditions;
using CareJournal.Contacts;
using CareJournal.Decisions;
using CareJournal.Drafts;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.Keeping;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Search;
using CareJournal.Storage;
using CareJournal.Timelines;
using CareJournal.Today;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal;

/// <summary>Registers all services of the journal.</summary>
public static class JournalServices
{
    /// <summary>Adds the journal of one folder. The caller adds a <see cref="TimeProvider"/>. None keeps a context; all are singletons but <see cref="TimelineAhead"/>, of which each open page has its own.</summary>
    public static IServiceCollection AddCareJournal(this IServiceCollection services, JournalFolder folder) =>
        services
            .AddSingleton(folder)
            .AddSingleton<PracticeClock>()
            .AddSingleton<JournalFile>()
            .AddSingleton<IDbContextFactory<JournalContext>>(provider => provider.GetRequiredService<JournalFile>())
            .AddSingleton<JournalWriter>()
            .AddSingleton<PlaceDisk>()
            .AddSingleton<JournalCopier>()
            .AddSingleton<CopyPlaceReader>()
            .AddSingleton<CopyPlaceRecorder>()
            .AddSingleton<AutomaticCopies>()
            .AddSingleton<JournalRestore>()
            .AddSingleton<RestoreTrial>()
            .AddSingleton<JournalCheck>()
            .AddSingleton<TraceRecorder>()
            .AddSingleton<TraceReader>()
            .AddSingleton<PatientNames>()
            .AddSingleton<SearchReader>()
            .AddSingleton<ThemeReader>()
            .AddSingleton<VisitDates>()
            .AddSingleton<PatientReader>()
            .AddSingleton<PatientRecorder>()
            .AddSingleton<PatientMergeRecorder>()
            .AddSingleton<ConditionReader>()
            .AddSingleton<ConditionRecorder>()
            .AddSingleton<EpisodeRecorder>()
            .AddSingleton<VisitReader>()
            .AddSingleton<VisitRecorder>()
            .AddSingleton<PastVisitsReader>()
            .AddSingleton<PastVisitsRecorder>()
            .AddSingleton<DayListRecorder>()
            .AddSingleton<NextStepRecorder>()
            .AddSingleton<FlareUpRecorder>()
            .AddSingleton<LifeEventRecorder>()
            .AddSingleton<AbsenceNoteRecorder>()
            .AddSingleton<ReviewRecorder>()
            .AddSingleton<PromptDismissalRecorder>()
            .AddSingleton<GoalRecorder>()
            .AddSingleton<ToolRecorder>()
            .AddSingleton<WordToSelfRecorder>()
            .AddSingleton<ContactRecorder>()
            .AddSingleton<DraftReader>()
            .AddSingleton<DraftRecorder>()
            .AddSingleton<AwayDecisionRecorder>()
            .AddSingleton<ClosureRecorder>()
            .AddSingleton<SettingsReader>()
            .AddSingleton<SettingsRecorder>()
            .AddSingleton<VeilPinReader>()
            .AddSingleton<VeilPinRecorder>()
            .AddSingleton<SnippetReader>()
            .AddSingleton<SnippetRecorder>()
            .AddSingleton<SavedViewReader>()
            .AddSingleton<SavedViewRecorder>()
            .AddSingleton<IUndoRule, AwayDecisionUndoRule>()
            .AddSingleton<IUndoRule, DatedFactsUndoRule>()
            .AddSingleton<IUndoRule, VisitUndoRule>()
            .AddSingleton<UndoRecorder>()
            .AddSingleton<ActReader>()
            .AddSingleton<TimelineReader>()
            .AddScoped<TimelineAhead>()
            .AddSingleton<RecordSearchReader>()
            .AddSingleton<AwayReader>()
            .AddSingleton<AwayPersonReader>()
            .AddSingleton<AwayDayReader>()
            .AddSingleton<FollowUpGroundsReader>()
            .AddSingleton<CaseloadReader>()
            .AddSingleton<ReturnsReader>()
            .AddSingleton<YearReader>()
            .AddSingleton<TodayReader>();
}
