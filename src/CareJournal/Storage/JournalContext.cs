using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Closures;
using CareJournal.Conditions;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.Drafts;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Settings;
using CareJournal.Tools;
using CareJournal.Visits;
using CareJournal.WordsToSelf;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Storage;

/// <summary>
/// The journal's tables. One short-lived context per operation, made by <see cref="JournalFile"/>; never kept in a component.
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

    /// <summary>What was said about the next time.</summary>
    public DbSet<NextStep> NextSteps => Set<NextStep>();

    /// <summary>Answers to the scales.</summary>
    public DbSet<Measure> Measures => Set<Measure>();

    /// <summary>Flare-ups as told.</summary>
    public DbSet<FlareUp> FlareUps => Set<FlareUp>();

    /// <summary>Life events as told.</summary>
    public DbSet<LifeEvent> LifeEvents => Set<LifeEvent>();

    /// <summary>How pauses were.</summary>
    public DbSet<AbsenceNote> AbsenceNotes => Set<AbsenceNote>();

    /// <summary>Where stock was taken.</summary>
    public DbSet<Review> Reviews => Set<Review>();

    /// <summary>Prompts to take stock that were put away.</summary>
    public DbSet<PromptDismissal> PromptDismissals => Set<PromptDismissal>();

    /// <summary>What matters, in the people's own words.</summary>
    public DbSet<Goal> Goals => Set<Goal>();

    /// <summary>Where goals stand, from which day on.</summary>
    public DbSet<GoalStep> GoalSteps => Set<GoalStep>();

    /// <summary>What people lean on.</summary>
    public DbSet<Tool> Tools => Set<Tool>();

    /// <summary>Where tools stand, from which day on.</summary>
    public DbSet<ToolStep> ToolSteps => Set<ToolStep>();

    /// <summary>Words for the day it overflows.</summary>
    public DbSet<WordToSelf> WordsToSelf => Set<WordToSelf>();

    /// <summary>News exchanged without a visit.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Decisions of the follow-up review.</summary>
    public DbSet<AwayDecision> AwayDecisions => Set<AwayDecision>();

    /// <summary>Closed days of the practice.</summary>
    public DbSet<Closure> Closures => Set<Closure>();

    /// <summary>The practice's settings: one row.</summary>
    public DbSet<PracticeSettings> Settings => Set<PracticeSettings>();

    /// <summary>The practitioner's own pieces of text.</summary>
    public DbSet<Snippet> Snippets => Set<Snippet>();

    /// <summary>Views of everybody that the practitioner keeps.</summary>
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <summary>What is being typed: no part of the record.</summary>
    public DbSet<Draft> Drafts => Set<Draft>();

    /// <summary>All acts, in order.</summary>
    public DbSet<Act> Acts => Set<Act>();

    /// <summary>Rows as they were before each act.</summary>
    public DbSet<RowVersion> RowVersions => Set<RowVersion>();

    /// <summary>The act under way; nothing recorded can be saved without one.</summary>
    public Act? CurrentAct { get; set; }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(JournalContext).Assembly);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Guid>().HaveConversion<GuidAsBytes>();
        configurationBuilder.Properties<DateTime>().HaveConversion<InstantAsUtc>();
        configurationBuilder.Properties<FuzzyDate>().HaveConversion<FuzzyDateAsText>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
