using CareJournal.Acts;
using CareJournal.Closures;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Visits;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.AwayReview;

/// <summary>
/// On a real journal, over any sequence of acts: each changes the list it is about, of the person it is about, and nothing else; undoing
/// it restores every list. The review then gives what the rules give for the rows that are in the file.
/// </summary>
public sealed class ReviewActsPropertyTests
{
    private const int Courses = 2;
    private const int TimesEach = 2;

    private static readonly IReadOnlySet<AwayList> Nowhere = new HashSet<AwayList>();

    private readonly Dictionary<Doing, int> _done = [];

    private enum Doing
    {
        FineAsItIs, FineUntil, ShowAgain, InTouch, SettleNextStep, IntendRhythm, TakeStock, Plan, Close, Conclude, Reopen, Die, Come, CloseThePractice,
    }

    [Fact]
    public void An_act_changes_only_what_it_claims_and_its_undo_restores_every_list()
    {
        Prop.ForAll(Arb.From(Course()), course => HoldsAsync(course).GetAwaiter().GetResult()).Check(seed: 20261117, cases: Courses);
        Assert.All(Enum.GetValues<Doing>(), doing => Assert.True(_done.ContainsKey(doing), $"{doing} was refused each time."));
    }

    private async Task<bool> HoldsAsync((Doing Doing, int Choice)[] course)
    {
        using TestJournal journal = TestJournal.Open();
        IReadOnlyList<Guid> people = await PeopleAsync(journal);
        UndoRecorder undo = journal.Get<UndoRecorder>();
        foreach ((Doing doing, int choice) in course)
        {
            Dictionary<Guid, IReadOnlySet<AwayList>> before = await ListsAsync(journal, people);
            Done? done = await DoAsync(journal, people, before, doing, choice);
            if (done is null)
            {
                Same(before, await ListsAsync(journal, people), $"{doing} was refused");
                continue;
            }

            _done[doing] = _done.GetValueOrDefault(doing) + 1;
            Dictionary<Guid, IReadOnlySet<AwayList>> after = await ListsAsync(journal, people);
            Same(before.ToDictionary(person => person.Key, person => done.Claim(person.Key, person.Value, after[person.Key])), after, $"{doing}");
            SaveOutcome.Saved undone = IsSaved(await undo.UndoAsync(done.ActId));
            Same(before, await ListsAsync(journal, people), $"{doing}, taken back");
            if (choice % 3 > 0)
            {
                IsSaved(await undo.UndoAsync(undone.ActId));
                Same(after, await ListsAsync(journal, people), $"{doing}, done again");
            }

            journal.Clock.MoveTo(journal.Clock.Today.AddDays(choice % 9));
        }

        return true;
    }

    /// <summary>Performs one act; returns null where it was refused.</summary>
    private static async Task<Done?> DoAsync(TestJournal journal, IReadOnlyList<Guid> people, Dictionary<Guid, IReadOnlySet<AwayList>> before, Doing doing, int choice)
    {
        DateOnly today = journal.Clock.Today;
        DateOnly ahead = today.AddDays(1 + (choice % 60));

        // The practitioner decides about those whom the review shows: one of them, and others of the same list with them.
        Guid[] shown = [.. people.Where(person => before[person].Count > 0)];
        Guid[] likely = doing == Doing.Reopen ? [.. journal.Get<VisitDates>().All().Where(facts => facts.Closing is not null).Select(facts => facts.PatientId)] : shown;
        Guid person = likely.Length > 0 && (choice % 5 > 0 || doing == Doing.Reopen) ? likely[choice % likely.Length] : people[choice % people.Count];
        AwayList list = before[person].Count > 0 ? before[person].Order().ElementAt(choice % before[person].Count) : (AwayList)(choice % 4);
        Guid[] many = [.. shown.Where(other => other != person && before[other].Contains(list)).Take(choice % 3), person];
        AwaySeen[] seen = [.. many.Select(one => new AwaySeen(one, journal.FactsOf(one)!.LastVisit))];
        AwayDecisionRecorder review = journal.Get<AwayDecisionRecorder>();
        ContactForm contact = new() { PatientId = person, On = today, Words = "Au téléphone." };
        Claim leavesThisList = (one, stood, _) => many.Contains(one) ? Without(stood, list) : stood;
        Claim onlyOf(Func<IReadOnlySet<AwayList>, IReadOnlySet<AwayList>, IReadOnlySet<AwayList>> claim) => (one, stood, stands) => one == person ? claim(stood, stands) : stood;
        (SaveOutcome outcome, Claim claim) = doing switch
        {
            Doing.FineAsItIs => (await review.DecideAsync(seen, list, AwayDecisionKind.LeaveInPeace, null), leavesThisList),
            Doing.FineUntil => (await review.DecideAsync(seen, list, AwayDecisionKind.LeaveInPeace, ahead), leavesThisList),
            Doing.ShowAgain => (await review.DecideAsync(seen, list, AwayDecisionKind.Snooze, ahead), leavesThisList),
            Doing.InTouch => (await review.InTouchAsync(list, contact, choice % 2 == 0 ? ahead : null), onlyOf((stood, _) => Without(stood, list))),

            // Without a reason it may also end the quiet of a series that was intended.
            Doing.SettleNextStep => (await journal.Get<NextStepRecorder>().SayAsync(person, Step(choice, ahead)), onlyOf((_, stands) => Without(stands, AwayList.Late, AwayList.Undecided))),
            Doing.IntendRhythm => (
                await journal.Get<NextStepRecorder>().SayAsync(person, new NextStepForm { Kind = NextStepKind.Every, Days = 7, Reason = "après l’opération", ReviewOn = ahead }),
                onlyOf((_, _) => Nowhere)),
            Doing.TakeStock => (await journal.Get<ReviewRecorder>().JustifyAsync(person, "le sens"), onlyOf((stood, _) => Without(stood, AwayList.TakeStock))),
            Doing.Plan => (await journal.Get<VisitRecorder>().PlanAsync(Guid.CreateVersion7(), person, ahead, null), onlyOf((stood, _) => Without(stood, AwayList.Late, AwayList.Undecided, AwayList.DoorOpen))),
            Doing.Close => (await journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.ClosedOnMySide, null), onlyOf((_, _) => Nowhere)),
            Doing.Conclude => (await review.ConcludeAsync(contact), onlyOf((_, _) => Nowhere)),
            Doing.Reopen => (await journal.Get<PatientRecorder>().ReopenAsync(person), onlyOf((_, stands) => stands)),
            Doing.Die => (await DieAsync(journal, person), onlyOf((_, _) => Nowhere)),
            Doing.Come => (await journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = today }), onlyOf((_, stands) => Without(stands, AwayList.Late, AwayList.Undecided, AwayList.DoorOpen))),
            _ => (await journal.Get<ClosureRecorder>().AddAsync(today.AddDays(-choice), today, null), (_, stood, stands) => stands.Contains(AwayList.Late) ? stood : Without(stood, AwayList.Late)),
        };
        return outcome is SaveOutcome.Saved { ActId: var act } && act != Guid.Empty ? new Done(act, claim) : null;
    }

    private static NextStepForm Step(int choice, DateOnly ahead) => (choice % 4) switch
    {
        0 => new NextStepForm { Kind = NextStepKind.Every, Days = 7 + choice },
        1 => new NextStepForm { Kind = NextStepKind.BackBy, BackBy = ahead },
        2 => new NextStepForm { Kind = NextStepKind.EndedTogether },
        _ => new NextStepForm { Kind = NextStepKind.DoorOpen },
    };

    private static async Task<SaveOutcome> DieAsync(TestJournal journal, Guid person)
    {
        PatientForm form = (await journal.Get<PatientReader>().ReadAsync(person))!.Form;
        form.DeceasedOn = journal.Clock.Today;
        return await journal.Get<PatientRecorder>().RecordAsync(form);
    }

    private static HashSet<AwayList> Without(IEnumerable<AwayList> lists, params AwayList[] left) => [.. lists.Except(left)];

    private static void Same(Dictionary<Guid, IReadOnlySet<AwayList>> expected, Dictionary<Guid, IReadOnlySet<AwayList>> found, string what)
    {
        string Words(Dictionary<Guid, IReadOnlySet<AwayList>> lists) => string.Join("; ", found.Keys.Select(person => string.Join(' ', lists[person].Order())));
        Assert.True(Words(expected) == Words(found), $"{what}: [{Words(expected)}] was to stand there, and [{Words(found)}] does.");
    }

    /// <summary>Reads the lists of the review, which must be what the rules give for the rows in the file.</summary>
    private static async Task<Dictionary<Guid, IReadOnlySet<AwayList>>> ListsAsync(TestJournal journal, IReadOnlyList<Guid> people)
    {
        AwayAnswer answer = await journal.Get<AwayReader>().ReadAsync();
        Dictionary<Guid, IReadOnlySet<AwayList>> answered = people.ToDictionary(person => person, person => (IReadOnlySet<AwayList>)new[]
        {
            (AwayList.Late, answer.Late), (AwayList.Undecided, answer.Undecided), (AwayList.TakeStock, answer.SeriesToReview), (AwayList.DoorOpen, answer.DoorOpen),
        }.Where(list => list.Item2.Any(row => row.Facts.PatientId == person)).Select(list => list.Item1).ToHashSet());
        await using JournalContext rows = journal.Context();
        Same(Recorded(rows).ToDictionary(person => person.Id, person => person.Rows.ListsOn(journal.Clock.Today)), answered, "What the review answers");
        return answered;
    }

    private static IEnumerable<(Guid Id, RecordedPerson Rows)> Recorded(JournalContext rows)
    {
        ILookup<Guid, Visit> visits = rows.Visits.AsNoTracking().OrderBy(visit => visit.HeldOn).ToLookup(visit => visit.PatientId);
        ILookup<Guid, NextStep> said = rows.NextSteps.AsNoTracking().ToLookup(step => step.PatientId);
        ILookup<Guid, DateOnly> justified = rows.Reviews.AsNoTracking().Where(review => review.JustifiesRhythm != null).ToLookup(review => review.PatientId, review => review.TakenOn);
        ILookup<Guid, AwayDecision> decisions = rows.AwayDecisions.AsNoTracking().ToLookup(decision => decision.PatientId);
        DateSpan[] closures = [.. rows.Closures.AsNoTracking().AsEnumerable().Select(closure => closure.Span)];
        int threshold = rows.Settings.Single().GapThreshold;
        foreach (Patient person in rows.Patients.AsNoTracking())
        {
            yield return (person.Id, new RecordedPerson
            {
                Held = [.. visits[person.Id].Where(visit => visit.Status == VisitStatus.Held).Select(visit => visit.HeldOn)],
                Planned = [.. visits[person.Id].Where(visit => visit.Status == VisitStatus.Planned).Select(visit => visit.HeldOn)],
                Said = [.. said[person.Id].Select(step => new NextStepFact(step.Agreement, step.Kind, step.ReviewOn, step.Reason is not null, step.DecidedBy))],
                Justified = [.. justified[person.Id]],
                Decisions = [.. decisions[person.Id]],
                Closures = closures,
                Threshold = threshold,
                AskedFrom = person.AskedFrom,
                Closed = person.Closing is not null || person.DeceasedOn is not null,
            });
        }
    }

    /// <summary>Adds two people for each list, one on two lists, one with a past brought in from elsewhere, one without a session, and one who was handed over.</summary>
    private static async Task<IReadOnlyList<Guid>> PeopleAsync(TestJournal journal)
    {
        NextStepForm fortnightly = new() { Kind = NextStepKind.Every, Days = 14 };
        List<Guid> people = [];
        async Task AddAsync(NextStepForm? said, int times, int daysApart, int daysAgo, DateOnly? askedFrom = null)
        {
            PatientForm form = new() { FamilyName = $"Exemple {people.Count}", AskedFrom = askedFrom };
            people.Add(IsSaved(await journal.Get<PatientRecorder>().RecordAsync(form)).RowId);
            for (int place = times - 1; place >= 0; place--)
            {
                DateOnly day = journal.Clock.Today.AddDays(-daysAgo - (place * daysApart));
                IsSaved(await journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = people[^1], HeldOn = day, NextStep = place == 0 ? said : null }));
            }
        }

        foreach (int daysAgo in (int[])[60, 200])
        {
            await AddAsync(fortnightly, 3, 20, daysAgo);
            await AddAsync(null, 2, 20, 91 + daysAgo);
            await AddAsync(new NextStepForm { Kind = NextStepKind.DoorOpen }, 1, 0, 91 + daysAgo);
            await AddAsync(null, 3, 90, daysAgo / 10);
        }

        await AddAsync(fortnightly, 12, 7, 40);
        await AddAsync(fortnightly, 3, 14, 400, askedFrom: journal.Clock.Today.AddDays(-100));
        await AddAsync(null, 0, 0, 0);
        await AddAsync(null, 2, 14, 300);
        IsSaved(await journal.Get<PatientRecorder>().CloseAsync(people[^1], PatientClosing.HandedOver, null));
        return people;
    }

    private static Gen<(Doing Doing, int Choice)[]> Course() =>
        from doings in Gen.Shuffle(Enumerable.Repeat(Enum.GetValues<Doing>(), TimesEach).SelectMany(all => all))
        from choices in Gen.ArrayOf(Gen.Choose(0, 59), doings.Length)
        select doings.Zip(choices).ToArray();

    /// <summary>Returns the lists that a person must be on after an act, from those before it and, where the act claims no more, from those after it.</summary>
    private delegate IReadOnlySet<AwayList> Claim(Guid person, IReadOnlySet<AwayList> stood, IReadOnlySet<AwayList> stands);

    private sealed record Done(Guid ActId, Claim Claim);
}
