using CareJournal.Decisions;
using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.AwayReview;

/// <summary>Reads the review of follow-ups: who is in which list today, and why.</summary>
public sealed class AwayReader(IDbContextFactory<JournalContext> journals, VisitDates visitDates, PatientNames names, PracticeClock clock)
{
    private static readonly AwayList[] NoTask = [AwayList.DoorOpen];

    /// <summary>Reads the four lists, each sorted by what its question is about.</summary>
    public async Task<AwayAnswer> ReadAsync()
    {
        OpenDays open = await OpenDaysAsync();
        DateOnly today = clock.Today;
        int threshold = await ThresholdAsync();
        IReadOnlyCollection<AwayFacts> everybody = visitDates.All();
        DateOnly? before = everybody.SelectMany(facts => facts.Decisions).Where(decision => decision.DecidedOn < today).Max(decision => (DateOnly?)decision.DecidedOn);
        List<AwayRow> rows = [.. everybody
            .Select(facts => (facts, judgement: AwayJudgement.Judge(facts, today, open)))
            .Where(person => person.judgement.Lists.Count > 0)
            .Select(person => new AwayRow(names.Of(person.facts.PatientId)?.Name ?? "", person.facts, person.judgement, AwayJudgement.BandOf(person.facts.LastVisit!.Value, today))
            {
                Mark = names.Of(person.facts.PatientId)?.Mark,
                New = before is { } day ? NewSince(day, person.facts, person.judgement, open, threshold) : new HashSet<AwayList>(),
            })];
        return new AwayAnswer(
            today,
            [.. rows.Where(row => row.Judgement.Lists.Contains(AwayList.Late)).OrderBy(row => row.AgreedOn).ThenBy(row => row.Name, StringComparer.CurrentCulture)],
            [.. rows.Where(row => row.Judgement.Lists.Contains(AwayList.Undecided)).OrderBy(row => row.Facts.LastVisit).ThenBy(row => row.Name, StringComparer.CurrentCulture)],
            [.. rows.Where(row => row.Judgement.Lists.Contains(AwayList.TakeStock)).OrderByDescending(row => row.Judgement.Series!.Sessions).ThenBy(row => row.Name, StringComparer.CurrentCulture)],
            [.. rows.Where(row => row.Judgement.Lists.Contains(AwayList.DoorOpen)).OrderBy(row => row.Facts.LastVisit).ThenBy(row => row.Name, StringComparer.CurrentCulture)])
        {
            Before = before,
            ReturnedSince = before is { } last ? everybody.Count(facts => facts.Course.Gaps.Any(gap => gap.To > last)) : 0,
            NextUseful = rows.TrueForAll(row => row.Judgement.Lists.IsSubsetOf(NoTask)) ? NextReview.DayOf(everybody, today, open) : null,
        };
    }

    // Only those who are in a list are judged a second time: somebody is waiting for the page.
    private static HashSet<AwayList> NewSince(DateOnly before, AwayFacts facts, AwayJudgement now, OpenDays open, int threshold)
    {
        AwayFacts then = facts.AsOf(before, threshold);
        return now.Lists.Except(AwayJudgement.Judge(then, before, open).Lists).ToHashSet();
    }

    /// <summary>Reads everybody by family name, with their last visit and the state of their follow-up today: judged in one pass in memory.</summary>
    public async Task<(DateOnly Today, IReadOnlyList<PersonSummary> People)> ReadEverybodyAsync()
    {
        OpenDays open = await OpenDaysAsync();
        DateOnly today = clock.Today;
        Dictionary<Guid, AwayFacts> known = visitDates.All().ToDictionary(facts => facts.PatientId);
        return (today, [.. names.All()
            .Where(person => known.ContainsKey(person.Id))
            .Select(person => new PersonSummary(person, known[person.Id].LastVisit, AwayJudgement.Judge(known[person.Id], today, open).State) { Ending = FollowUpEnding.Of(known[person.Id], today) })]);
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

/// <summary>A person as shown in the list of everybody.</summary>
/// <param name="Person">The name.</param>
/// <param name="LastVisit">The last held visit, if there is one.</param>
/// <param name="State">The state of the follow-up today.</param>
public sealed record PersonSummary(PatientName Person, DateOnly? LastVisit, AwayState State)
{
    /// <summary>How the follow-up ended; <c>null</c> while it goes on.</summary>
    public FollowUpEnding? Ending { get; init; }
}

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

    /// <summary>The number of people who came back from an absence since <see cref="Before"/>.</summary>
    public int ReturnedSince { get; init; }

    /// <summary>The next day on which somebody comes onto a list; <c>null</c> if there is none, and while the lists are not empty.</summary>
    public DateOnly? NextUseful { get; init; }

    /// <summary>Whether the three lists of tasks are empty; an open door is not a task.</summary>
    public bool IsEmpty => Late.Count + Undecided.Count + SeriesToReview.Count == 0;
}

/// <summary>One person in a list.</summary>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Facts">What is recorded.</param>
/// <param name="Judgement">The result of the review.</param>
/// <param name="Band">How long ago the last visit was.</param>
public sealed record AwayRow(string Name, AwayFacts Facts, AwayJudgement Judgement, AwayBand Band)
{
    /// <summary>What distinguishes the person from others of the same name.</summary>
    public SecondMark? Mark { get; init; }

    /// <summary>The lists that the person was not yet in at the last review.</summary>
    public IReadOnlySet<AwayList> New { get; init; } = new HashSet<AwayList>();

    /// <summary>The date that was agreed, when it has passed.</summary>
    public DateOnly? AgreedOn =>
        Judgement.Step?.Agreement switch
        {
            { BackBy: { } backBy } => backBy,
            { EveryDays: { } days } agreement => (agreement.SaidOn > Facts.LastVisit ? agreement.SaidOn : Facts.LastVisit!.Value).AddDays(days),
            _ => null,
        };
}
