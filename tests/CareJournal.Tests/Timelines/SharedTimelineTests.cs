using System.Reflection;
using CareJournal.Absences;
using CareJournal.Acts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Measures;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Timelines;

/// <summary>What may be looked at together with the person: a list of what is shown.</summary>
public sealed class SharedTimelineTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private static readonly DateOnly Today = Day("2026-11-22");
    private static readonly Guid Person = Guid.CreateVersion7();

    private readonly TestJournal _journal = shared.Journal;

    [Fact]
    public void No_private_field_has_a_place_in_it()
    {
        string[] isPrivate =
        [
            nameof(Visit.Impression), nameof(Visit.Note), nameof(Visit.RedFlags), nameof(Visit.SamePain), nameof(Visit.Hidden), nameof(Visit.ThirdParty), nameof(Visit.HeldBy), nameof(Visit.EpisodeId),
            nameof(Patient.StandingNote), nameof(Patient.Phone), nameof(Patient.Email), nameof(Patient.BirthDate), nameof(Patient.ClosingWords),
            nameof(AbsenceNote.HowItWas), nameof(AbsenceNote.WhyNoSession),
            nameof(NextStep.Reason), nameof(NextStep.ToWhom), nameof(NextStep.Alongside), nameof(NextStep.DecidedBy), nameof(NextStep.WishedDays), nameof(NextStep.PossibleDays),
            nameof(Episodes.EpisodeOfCare.Title), nameof(Episodes.EpisodeOfCare.Aim),
        ];
        HashSet<Type> seen = [];
        Assert.DoesNotContain(Places(typeof(SharedTimeline), seen), place => isPrivate.Contains(place));
        Assert.DoesNotContain(seen, type => type.IsSubclassOf(typeof(RecordedRow)));
        Assert.Contains(typeof(SharedStep), seen);
    }

    [Fact]
    public void A_session_shows_its_date_and_what_was_agreed_and_only_that_there_is_a_text()
    {
        Visit visit = Held("2026-03-02", form => form.Agreed = "Marcher dix minutes.");
        NextStep first = NextStep.Say(Person, visit.Id, visit.HeldOn, 1, new NextStepForm { Kind = NextStepKind.Every, Days = 14 });
        NextStep last = NextStep.Say(Person, visit.Id, visit.HeldOn, 2, new NextStepForm { Kind = NextStepKind.DoorOpen, SignsToComeBack = "Deux nuits sans sommeil.", Reason = "secret", Alongside = "secret" });
        SharedVisit read = Assert.Single(Share(Rows(visit) with { Steps = [last, first] }).Visits);
        Assert.Equal((visit.Id, Day("2026-03-02"), "Marcher dix minutes.", true), (read.Id, read.Day, read.Agreed, read.HasText));
        Assert.Equal(new SharedStep(NextStepKind.DoorOpen, null, null, null, "Deux nuits sans sommeil."), read.Step);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void A_hidden_or_confided_session_is_a_bare_date_like_one_of_which_nothing_was_written(bool hidden, bool thirdParty)
    {
        Visit visit = Held("2026-03-02", form => (form.Agreed, form.Hidden, form.ThirdParty) = ("Se taire.", hidden, thirdParty));
        SharedTimelineRows rows = Rows(visit) with
        {
            Steps = [NextStep.Say(Person, visit.Id, visit.HeldOn, 1, new NextStepForm { Kind = NextStepKind.DoorOpen, SignsToComeBack = "secret" })],
            Measures = [Measure.Create(Person, visit.Id, visit.HeldOn, Instrument.Pain, 8)],
        };
        SharedTimeline read = Share(rows);
        Assert.Equal(new SharedVisit(visit.Id, visit.HeldOn), Assert.Single(read.Visits));
        Assert.Empty(read.Answers);
    }

    [Fact]
    public void A_pause_is_as_long_as_it_was_though_the_session_beside_it_is_hidden()
    {
        Visit before = Held("2025-01-06");
        Visit hidden = Held("2026-01-05", form => form.Hidden = true);
        SharedTimelineRows rows = Rows(before, hidden) with
        {
            Steps = [NextStep.Say(Person, hidden.Id, hidden.HeldOn, 1, new NextStepForm { Kind = NextStepKind.BackBy, BackBy = Day("2026-09-01") })],
        };
        PatientTimeline drawn = Share(rows).AsDrawn();
        Assert.Equal([(Day("2025-01-06"), Day("2026-01-05"), null), (Day("2026-01-05"), null, Day("2026-09-01"))], drawn.Gaps.Select(gap => ((DateOnly, DateOnly?, DateOnly?))(gap.From, gap.To, gap.AgreedUntil)));
    }

    [Fact]
    public void Missed_cancelled_and_forgotten_appointments_are_left_out_and_the_next_one_is_there()
    {
        Visit missed = Visit.Plan(Guid.CreateVersion7(), Person, Day("2026-02-02"), null);
        missed.NotHeld(VisitStatus.NoShow);
        Visit forgotten = Visit.Plan(Guid.CreateVersion7(), Person, Day("2026-11-21"), null);
        Visit next = Visit.Plan(Guid.CreateVersion7(), Person, Day("2026-12-01"), null);
        Assert.Equal([new SharedVisit(next.Id, next.HeldOn, IsPlanned: true)], Share(Rows(missed, forgotten, next)).Visits);
    }

    [Fact]
    public void Flare_ups_and_life_events_are_there_as_told_and_never_the_hidden_or_confided_ones()
    {
        SharedTimelineRows rows = Rows() with
        {
            FlareUps = [Flare("Le déménagement."), Flare("secret", hidden: true), Flare("secret", thirdParty: true)],
            LifeEvents = [Event("Naissance de Léo."), Event("secret", hidden: true), Event("secret", thirdParty: true)],
        };
        SharedTimeline read = Share(rows);
        Assert.Equal("Le déménagement.", Assert.Single(read.FlareUps).WhatCameBefore);
        Assert.Equal("Naissance de Léo.", Assert.Single(read.LifeEvents).Words);
        PatientTimeline drawn = read.AsDrawn();
        Assert.Equal((rows.FlareUps[0].Id, rows.FlareUps[0].Start, null, 9), (drawn.FlareUps[0].Id, drawn.FlareUps[0].Start, drawn.FlareUps[0].End, drawn.FlareUps[0].PeakPain));
        Assert.Equal((rows.LifeEvents[0].Id, rows.LifeEvents[0].Start, Impact.HelpedALot), (drawn.LifeEvents[0].Id, drawn.LifeEvents[0].Start, drawn.LifeEvents[0].Impact));
    }

    [Fact]
    public void Of_a_pause_only_the_persons_own_words_are_there()
    {
        SharedTimelineRows rows = Rows(Held("2025-01-06"), Held("2026-01-05")) with { AbsenceNotes = [Told("J’ai repris la danse."), Told(null)] };
        SharedTimeline read = Share(rows);
        Assert.Equal("J’ai repris la danse.", Assert.Single(read.Pauses).Words);
        AbsenceNote drawn = Assert.Single(read.AsDrawn().Gaps[0].Notes);
        Assert.Equal(("J’ai repris la danse.", HowItWas.NotSaid, WhyNoSession.NotKnown), (drawn.Words, drawn.HowItWas, drawn.WhyNoSession));
    }

    [Fact]
    public void What_is_drawn_has_no_period_no_text_of_ones_own_and_no_closure()
    {
        Visit visit = Held("2026-03-02");
        visit.EpisodeId = Guid.CreateVersion7();
        PatientTimeline drawn = Share(Rows(visit)).AsDrawn();
        Assert.True(drawn.Shared);
        Assert.Empty(drawn.Episodes);
        Assert.Empty(drawn.Closures);
        Assert.Null(Assert.Single(drawn.Held).Impression);
        Assert.Null(drawn.Patient.StandingNote);
        Assert.Equal("Dominique Exemple", drawn.Patient.Name);
    }

    [Fact]
    public async Task The_text_of_one_session_is_read_on_request_and_never_that_of_a_hidden_one_or_of_somebody_elses()
    {
        Guid person = await PatientAsync(_journal);
        Guid other = await PatientAsync(_journal, given: "Camille");
        Guid open = await LoggedAsync(person, "2026-03-02", hidden: false);
        Guid hidden = await LoggedAsync(person, "2026-03-09", hidden: true);
        SharedTimelineReader reader = _journal.Get<SharedTimelineReader>();
        Assert.Equal("Une phrase à moi.", await reader.ReadTextAsync(person, open));
        Assert.Null(await reader.ReadTextAsync(person, hidden));
        Assert.Null(await reader.ReadTextAsync(other, open));
        Assert.Equal([true, false], (await reader.ReadAsync(person))!.Visits.Select(visit => visit.HasText));
        Assert.Null(await reader.ReadAsync(Guid.NewGuid()));
    }

    private async Task<Guid> LoggedAsync(Guid person, string on, bool hidden) =>
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = Day(on), Impression = "Une phrase à moi.", Hidden = hidden })).RowId;

    /// <summary>The names of all properties that can be reached from a type, our own types within it included.</summary>
    private static IEnumerable<string> Places(Type type, HashSet<Type> seen)
    {
        foreach (PropertyInfo place in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.NonPublic))
        {
            yield return place.Name;
            foreach (Type inner in new[] { place.PropertyType }.Concat(place.PropertyType.GetGenericArguments()).Where(inner => inner.Assembly == type.Assembly && seen.Add(inner)))
            {
                foreach (string name in Places(inner, seen))
                {
                    yield return name;
                }
            }
        }
    }

    private static SharedTimeline Share(SharedTimelineRows rows) => SharedTimeline.Create(rows, Today);

    private static SharedTimelineRows Rows(params Visit[] visits)
    {
        Patient patient = new() { Id = Person };
        Assert.Empty(patient.Describe(new PatientForm { FamilyName = "Exemple", GivenName = "Dominique", StandingNote = "secret" }, Today));
        return new SharedTimelineRows { Patient = patient, Visits = visits };
    }

    private static Visit Held(string on, Action<VisitForm>? more = null)
    {
        VisitForm form = new() { PatientId = Person, HeldOn = Day(on), Impression = "secret", Note = "secret" };
        more?.Invoke(form);
        Visit visit = Visit.Blank(Guid.CreateVersion7(), Person);
        Assert.Empty(visit.Hold(form, Today, null));
        return visit;
    }

    private static FlareUp Flare(string before, bool hidden = false, bool thirdParty = false)
    {
        FlareUp flareUp = new() { PatientId = Person };
        Assert.Empty(flareUp.Describe(new FlareUpForm { PatientId = Person, Start = FuzzyDate.InMonth(2025, 3), Ongoing = true, PeakPain = 9, WhatCameBefore = before, Hidden = hidden, ThirdParty = thirdParty }, Today, null));
        return flareUp;
    }

    private static LifeEvent Event(string words, bool hidden = false, bool thirdParty = false)
    {
        LifeEvent lifeEvent = new() { PatientId = Person };
        Assert.Empty(lifeEvent.Describe(new LifeEventForm { PatientId = Person, Start = FuzzyDate.InYear(2024), Impact = Impact.HelpedALot, Words = words, Hidden = hidden, ThirdParty = thirdParty }, Today, null));
        return lifeEvent;
    }

    private static AbsenceNote Told(string? words)
    {
        AbsenceNote note = new() { PatientId = Person };
        Assert.Empty(note.Describe(new AbsenceNoteForm { PatientId = Person, From = Day("2025-01-07"), To = Day("2026-01-04"), HowItWas = HowItWas.RatherHard, WhyNoSession = WhyNoSession.DidNotDareReturn, Words = words }, Today));
        return note;
    }
}
