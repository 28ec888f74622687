using CareJournal.Absences;
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
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>
/// The journal's tables. One short-lived context per operation, created by <see cref="JournalFile"/>; never kept in a component.
/// A migration is added by <c>dotnet ef migrations add Name --project src/CareJournal --output-dir Storage/Migrations</c>.
/// </summary>
public sealed class JournalContext(DbContextOptions<JournalContext> options) : DbContext(options)
{
    /// <summary>People.</summary>
    public DbSet<Patient> Patients => Set<Patient>();

    /// <summary>Reasons for follow-up.</summary>
    public DbSet<Condition> Conditions => Set<Condition>();

    /// <summary>Periods of follow-up.</summary>
    public DbSet<EpisodeOfCare> Episodes => Set<EpisodeOfCare>();

    /// <summary>Sessions, planned and held.</summary>
    public DbSet<Visit> Visits => Set<Visit>();

    /// <summary>Next steps: what was said about the next time.</summary>
    public DbSet<NextStep> NextSteps => Set<NextStep>();

    /// <summary>Answers to the scales.</summary>
    public DbSet<Measure> Measures => Set<Measure>();

    /// <summary>Flare-ups as reported.</summary>
    public DbSet<FlareUp> FlareUps => Set<FlareUp>();

    /// <summary>Life events as reported.</summary>
    public DbSet<LifeEvent> LifeEvents => Set<LifeEvent>();

    /// <summary>Notes on how pauses were.</summary>
    public DbSet<AbsenceNote> AbsenceNotes => Set<AbsenceNote>();

    /// <summary>Reviews, where stock was taken.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Prompts to take stock that were put away.</summary>
    public DbSet<PromptDismissal> PromptDismissals => Set<PromptDismissal>();

    /// <summary>Goals, in the people's own words.</summary>
    public DbSet<Goal> Goals => Set<Goal>();

    /// <summary>States of goals, each from a day on.</summary>
    public DbSet<GoalStep> GoalSteps => Set<GoalStep>();

    /// <summary>Tools that people lean on.</summary>
    public DbSet<Tool> Tools => Set<Tool>();

    /// <summary>States of tools, each from a day on.</summary>
    public DbSet<ToolStep> ToolSteps => Set<ToolStep>();

    /// <summary>Words for when it overflows.</summary>
    public DbSet<WordToSelf> WordsToSelf => Set<WordToSelf>();

    /// <summary>News exchanged without a visit.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Decisions of the follow-up review.</summary>
    public DbSet<AwayDecision> AwayDecisions => Set<AwayDecision>();

    /// <summary>Closed days of the practice.</summary>
    public DbSet<Closure> Closures => Set<Closure>();

    /// <summary>The practice's settings: one row.</summary>
    public DbSet<PracticeSettings> Settings => Set<PracticeSettings>();

    /// <summary>The practitioner's snippets.</summary>
    public DbSet<Snippet> Snippets => Set<Snippet>();

    /// <summary>Views of everybody that the practitioner saved.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>The places of automatic copies.</summary>
    public DbSet<CopyPlace> CopyPlaces => Set<CopyPlace>();

    /// <summary>Texts being typed: not part of the record.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>All acts, in order.</summary>
    public DbSet<Act> Acts => Set<Act>();

    /// <summary>Rows as they were before each act.</summary>
    public DbSet<RowVersion> RowVersions => Set<RowVersion>();

    /// <summary>The links of the record chain, one for each act.</summary>
    public DbSet<ChainLink> ChainLinks => Set<ChainLink>();

    /// <summary>The current act; nothing recorded can be saved without one.</summary>
    public Act? CurrentAct { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(JournalContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Guid>().HaveConversion<GuidAsBytes>();
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantAsUtc>();
        configurationBuilder.Properties<FuzzyDate>().HaveConversion<FuzzyDateAsText>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
