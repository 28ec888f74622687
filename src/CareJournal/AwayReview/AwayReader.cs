using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads the review of follow-ups: who stands on which shelf today, and why.</summary>
public sealed class AwayReader(IDbContextFactory<JournalContext> journals, VisitDates visitDates, PatientNames names, PracticeClock clock)
{
    /// <summary>The four shelves, each sorted by what its question is about.</summary>
    public async Task<AwayAnswer> ReadAsync()
    {
        OpenDays open = await OpenDaysAsync();
        DateOnly today = clock.Today;
        int threshold = await ThresholdAsync();
        IReadOnlyCollection<AwayFacts> everybody = visitDates.All();
        DateOnly? before = everybody.SelectMany(facts => facts.Decisions).Where(decision => decision.DecidedOn < today).Max(decision => (DateOnly?)decision.DecidedOn);
        List<AwayRow> rows = [.. everybody
            .Select(facts => (facts, judgement: AwayJudgement.Judge(facts, today, open)))
            .Where(person => person.judgement.Shelves.Count > 0)
            .Select(person => new AwayRow(names.Of(person.facts.PatientId)?.Name ?? "", person.facts, person.judgement, AwayJudgement.BandOf(person.facts.LastVisit!.Value, today))
            {
                New = before is { } day ? NewSince(day, person.facts, person.judgement, open, threshold) : new HashSet<Shelf>(),
            })];
        return new AwayAnswer(
            today,
            [.. rows.Where(row => row.Judgement.Shelves.Contains(Shelf.Late)).OrderBy(row => row.AgreedOn).ThenBy(row => row.Name, StringComparer.CurrentCulture)],
            [.. rows.Where(row => row.Judgement.Shelves.Contains(Shelf.Undecided)).OrderBy(row => row.Facts.LastVisit).ThenBy(row => row.Name, StringComparer.CurrentCulture)],
            [.. rows.Where(row => row.Judgement.Shelves.Contains(Shelf.TakeStock)).OrderByDescending(row => row.Judgement.Series!.Sessions).ThenBy(row => row.Name, StringComparer.CurrentCulture)],
            [.. rows.Where(row => row.Judgement.Shelves.Contains(Shelf.DoorOpen)).OrderBy(row => row.Facts.LastVisit).ThenBy(row => row.Name, StringComparer.CurrentCulture)])
        {
            Before = before,
            ReturnedSince = before is { } last ? everybody.Count(facts => facts.Course.Gaps.Any(gap => gap.To > last)) : 0,
        };
    }

    // Only those who stand on a shelf are judged a second time: a review is read while somebody waits for it.
    private static HashSet<Shelf> NewSince(DateOnly before, AwayFacts facts, AwayJudgement now, OpenDays open, int threshold)
    {
        AwayFacts then = facts.AsOf(before, threshold);
        return now.Shelves.Except(AwayJudgement.Judge(then, before, open).Shelves).ToHashSet();
    }

    /// <summary>Where one person stands today; <c>null</c> when they are not in the journal.</summary>
    public async Task<AwayJudgement?> JudgeAsync(Guid patientId) =>
        visitDates.Of(patientId) is { } facts ? AwayJudgement.Judge(facts, clock.Today, await OpenDaysAsync()) : null;

    /// <summary>Everybody by family name, with their last visit and where they stand today: judged in one pass over what is in memory.</summary>
    public async Task<(DateOnly Today, IReadOnlyList<PersonStanding> People)> ReadEverybodyAsync()
    {
        OpenDays open = await OpenDaysAsync();
        DateOnly today = clock.Today;
        Dictionary<Guid, AwayFacts> known = visitDates.All().ToDictionary(facts => facts.PatientId);
        return (today, [.. names.All()
            .Where(person => known.ContainsKey(person.Id))
            .Select(person => new PersonStanding(person, known[person.Id].LastVisit, AwayJudgement.Judge(known[person.Id], today, open).State))]);
    }

    private async Task<int> ThresholdAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await journal.Settings.Select(settings => settings.GapThreshold).FirstAsync();
    }

    private async Task<OpenDays> OpenDaysAsync()
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return new OpenDays((await journal.Closures.AsNoTracking().ToListAsync()).Select(closure => closure.Span));
    }
}

/// <summary>A person as they stand in the list of everybody.</summary>
/// <param name="Person">Who they are.</param>
/// <param name="LastVisit">The last held visit, if there is one.</param>
/// <param name="State">Where the follow-up stands today.</param>
public sealed record PersonStanding(PatientName Person, DateOnly? LastVisit, AwayState State);

/// <summary>The review of follow-ups on one day.</summary>
/// <param name="Today">The practice's civil day.</param>
/// <param name="Late">Agreed date passed: the oldest date first.</param>
/// <param name="Undecided">Next step to settle: the longest silence first.</param>
/// <param name="SeriesToReview">Time to take stock: the longest series first.</param>
/// <param name="DoorOpen">Door open: not a task.</param>
public sealed record AwayAnswer(
    DateOnly Today,
    IReadOnlyList<AwayRow> Late,
    IReadOnlyList<AwayRow> Undecided,
    IReadOnlyList<AwayRow> SeriesToReview,
    IReadOnlyList<AwayRow> DoorOpen)
{
    /// <summary>The last day before today on which something was decided in the review; <c>null</c> before the first.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>How many people came back from an absence since <see cref="Before"/>.</summary>
    public int ReturnedSince { get; init; }

    /// <summary>Whether the three shelves are empty; the open door is no task.</summary>
    public bool IsEmpty => Late.Count + Undecided.Count + SeriesToReview.Count == 0;
}

/// <summary>One person on a shelf.</summary>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Facts">What is recorded.</param>
/// <param name="Judgement">Where they stand.</param>
/// <param name="Band">How long ago the last visit was.</param>
public sealed record AwayRow(string Name, AwayFacts Facts, AwayJudgement Judgement, AwayBand Band)
{
    /// <summary>The shelves on which the person did not stand at the last review.</summary>
    public IReadOnlySet<Shelf> New { get; init; } = new HashSet<Shelf>();

    /// <summary>The date that was agreed, for an agreed date that has passed.</summary>
    public DateOnly? AgreedOn =>
        Judgement.Step?.Agreement switch
        {
            { BackBy: { } backBy } => backBy,
            { EveryDays: { } days } agreement => (agreement.SaidOn > Facts.LastVisit ? agreement.SaidOn : Facts.LastVisit!.Value).AddDays(days),
            _ => null,
        };

    /// <summary>The person's usual rhythm in days, where there is one.</summary>
    public decimal? UsualDays => Facts.Course.Latest?.Days;
}
