using System.Globalization;
using System.Text;
using CareJournal.Absences;
using CareJournal.AwayReview;
using CareJournal.Conditions;
using CareJournal.Dates;
using CareJournal.Decisions;
using CareJournal.Episodes;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Reviews;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Visits;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.Acts;

/// <summary>After any sequence of acts, undoing the last one restores the result of every rule, and redoing it brings it back.</summary>
public sealed class UndoPropertyTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private const int Runs = 12;
    private readonly TestJournal _journal = shared.Journal;

    [Fact]
    public void Undo_of_any_act_restores_the_result_of_every_rule_and_redo_brings_it_back() =>
        Prop.ForAll(Courses(), course => HoldsAsync(course).GetAwaiter().GetResult()).Check(seed: 20261102, cases: Runs);

    [Fact]
    public void Undo_of_a_whole_course_backwards_leaves_nothing() =>
        Prop.ForAll(Courses(), course => EmptiesAsync(course).GetAwaiter().GetResult()).Check(seed: 20261103, cases: Runs);

    private async Task<bool> HoldsAsync((int Kind, int Choice)[] course)
    {
        Guid[] people = [await PatientAsync(_journal), await PatientAsync(_journal)];
        foreach ((int kind, int choice) in course)
        {
            string before = await AnswersAsync(people);
            SaveOutcome.Saved? saved = await ActAsync(people, kind, choice);
            if (saved is null || saved.ActId == Guid.Empty)
            {
                Assert.Equal(before, await AnswersAsync(people));
                continue;
            }

            string after = await AnswersAsync(people);
            SaveOutcome.Saved undone = IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(saved.ActId));
            Assert.Equal(before, await AnswersAsync(people));
            IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(undone.ActId));
            Assert.Equal(after, await AnswersAsync(people));
        }

        return true;
    }

    private async Task<bool> EmptiesAsync((int Kind, int Choice)[] course)
    {
        Guid[] people = [await PatientAsync(_journal), await PatientAsync(_journal)];
        string nothing = await AnswersAsync(people);
        List<Guid> acts = [];
        foreach ((int kind, int choice) in course)
        {
            acts.Add((await ActAsync(people, kind, choice))?.ActId ?? Guid.Empty);
        }

        foreach (Guid act in Enumerable.Reverse(acts).Where(act => act != Guid.Empty))
        {
            IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(act));
        }

        Assert.Equal(nothing, await AnswersAsync(people));
        return true;
    }

    /// <summary>Performs one act of the practitioner; returns null when it does not apply.</summary>
    private async Task<SaveOutcome.Saved?> ActAsync(Guid[] people, int kind, int choice)
    {
        Guid person = people[choice % 2];
        DateOnly day = Day("2024-01-01").AddDays(choice * 97 % 1000);
        PatientTimeline timeline = (await _journal.Get<TimelineReader>().ReadAsync(person))!;
        Guid? visit = timeline.Held.Count == 0 ? null : timeline.Held[choice % timeline.Held.Count].Id;
        RecordedEpisode? period = timeline.Episodes.Count == 0 ? null : timeline.Episodes[choice % timeline.Episodes.Count].Episode;
        NextStepForm? step = (choice % 4) switch
        {
            0 => new NextStepForm { Kind = NextStepKind.Every, Days = 14 + choice },
            1 => new NextStepForm { Kind = NextStepKind.BackBy, BackBy = Day("2027-01-04") },
            2 => new NextStepForm { Kind = NextStepKind.DoorOpen },
            _ => null,
        };
        VisitForm log = new()
        {
            PatientId = person,
            HeldOn = day,
            NextStep = step,
            Episode = (EpisodeChoice)(choice % 3),
            JustifiesRhythm = choice % 5 == 0 ? "le sens" : null,
            Note = choice % 3 == 0 ? "un mot" : null,
            Scores = { [(Instrument)(choice % 8)] = choice % 10, [Instrument.Pain] = choice % 7 == 0 ? null : choice % 10 },
        };
        VisitRecorder visits = _journal.Get<VisitRecorder>();
        SaveOutcome? outcome = kind switch
        {
            0 or 1 or 2 => await visits.RecordAsync(log),
            3 when visit is { } id => await ChangeAsync(id, log),
            4 when visit is { } id => await visits.VoidAsync(id, await RevisionAsync(id)),
            5 when visit is { } id => await visits.MoveAsync(id, await RevisionAsync(id), people[(choice + 1) % 2]),
            6 when visit is { } id => await _journal.Get<EpisodeRecorder>().OpenAtAsync(id),
            7 when visit is { } id => await _journal.Get<EpisodeRecorder>().ContinueAsync(id),
            8 when period is not null => await _journal.Get<EpisodeRecorder>().CloseAsync(period.Id, period.Revision, Day("2026-11-20")),
            9 when period is not null => await _journal.Get<EpisodeRecorder>().ReopenAsync(period.Id, period.Revision),
            10 when period is not null => await _journal.Get<EpisodeRecorder>().DescribeAsync(new EpisodeForm { Id = period.Id, PatientId = person, Revision = period.Revision, Title = $"période {choice}" }),
            11 when step is not null => await _journal.Get<NextStepRecorder>().SayAsync(person, step),
            12 => await DecideAsync(_journal, person, (AwayList)(choice % 4), (AwayDecisionKind)(choice % 3), Day("2026-12-24")),
            13 => await _journal.Get<PatientRecorder>().CloseAsync(person, PatientClosing.HandedOver, "au revoir"),
            14 => await _journal.Get<PatientRecorder>().ReopenAsync(person),
            15 => await visits.PlanAsync(Guid.CreateVersion7(), person, Day("2026-12-07"), new TimeOnly(9, 0)),
            16 => await _journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.InMonth(2024, 1 + (choice % 12)), Ongoing = choice % 2 == 0, PeakPain = choice % 10 }),
            17 => await _journal.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Start = FuzzyDate.InSeason(2024, Season.Winter).Roughly(), Words = "un changement" }),
            18 => await _journal.Get<AbsenceNoteRecorder>().RecordAsync(new AbsenceNoteForm { PatientId = person, From = day, HowItWas = HowItWas.RatherWell }),
            19 => await _journal.Get<ReviewRecorder>().JustifyAsync(person, "le sens du rythme"),
            20 => await _journal.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = person, Label = "lombalgie", Onset = FuzzyDate.InYear(2019) }),
            _ => null,
        };
        return outcome as SaveOutcome.Saved;
    }

    private async Task<SaveOutcome> ChangeAsync(Guid visit, VisitForm said)
    {
        VisitForm form = await FormAsync(_journal, visit, said.Note);
        form.HeldOn = said.HeldOn;
        form.NextStep = said.NextStep ?? form.NextStep;
        form.JustifiesRhythm = said.JustifiesRhythm;
        form.Scores.Clear();
        foreach ((Instrument instrument, int? value) in said.Scores)
        {
            form.Scores[instrument] = value;
        }

        return await _journal.Get<VisitRecorder>().RecordAsync(form);
    }

    private async Task<int> RevisionAsync(Guid visit) => (await FormAsync(_journal, visit)).Revision;

    /// <summary>Returns the results of all rules for these people as text, without revisions, since an undo is itself a change.</summary>
    private async Task<string> AnswersAsync(Guid[] people)
    {
        StringBuilder answers = new();
        foreach (Guid person in people)
        {
            PatientTimeline timeline = (await _journal.Get<TimelineReader>().ReadAsync(person))!;
            AwayJudgement judgement = _journal.Judge(person);
            answers.AppendLine(CultureInfo.InvariantCulture, $"{judgement.State} [{string.Join(',', judgement.Lists.Order())}] {judgement.Step} {judgement.Series} {timeline.Patient.Closing} {timeline.Patient.ClosedOn}");
            answers.AppendJoin('\n', timeline.Course.Intervals.Select(interval => $"{interval.From} {interval.To} {interval.Class}")).AppendLine();
            answers.AppendJoin('\n', timeline.Gaps.Select(gap => $"{gap.From} {gap.To} {gap.AgreedUntil} {string.Join(',', gap.Notes.Select(note => note.Id))}")).AppendLine();
            answers.AppendJoin('\n', timeline.LooseNotes.Select(note => note.Id)).AppendLine();
            answers.AppendJoin('\n', timeline.Episodes.Select(period => $"{period.Episode.Id} {period.Episode.Title} {period.First} {period.Last} {period.Visits} {period.OnHold} {period.Episode.ClosedOn}")).AppendLine();
            answers.AppendJoin('\n', timeline.Held.Concat(timeline.NotHeld).Concat(timeline.Planned).Select(visit => visit with { Revision = 0 })).AppendLine();
            answers.AppendJoin('\n', timeline.Steps).AppendLine();
            answers.AppendJoin('\n', timeline.Curves.SelectMany(curve => curve.Runs.Select(run => $"{curve.Instrument} {string.Join(' ', run.Select(answer => $"{answer.TakenOn}={answer.Value}").Order())}"))).AppendLine();
            answers.AppendJoin('\n', timeline.FlareUps.Select(flareUp => $"{flareUp.Start} {flareUp.End} {flareUp.PeakPain}")).AppendLine();
            answers.AppendJoin('\n', timeline.LifeEvents.Select(lifeEvent => $"{lifeEvent.Start} {lifeEvent.Words}")).AppendLine();
        }

        return answers.ToString();
    }

    private static Arbitrary<(int Kind, int Choice)[]> Courses() => Arb.From(
        from count in Gen.Choose(1, 12)
        from acts in Gen.ArrayOf(Gen.Choose(0, 20).SelectMany(kind => Gen.Choose(0, 40).Select(choice => (kind, choice))), count)
        select acts);
}
