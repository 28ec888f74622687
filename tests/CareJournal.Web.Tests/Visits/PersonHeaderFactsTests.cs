using CareJournal.Dates;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Timelines;
using CareJournal.Visits;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Visits;

/// <summary>Tests what the header of a person's pages says, and under which name.</summary>
public sealed class PersonHeaderFactsTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private readonly Speaking _french = Speaking.French();

    public void Dispose() => _french.Dispose();

    [Fact]
    public void An_agreed_rhythm_and_an_observed_one_are_two_figures_each_under_its_own_name()
    {
        TimelineRows rows = Rows("2026-09-13", "2026-09-27", "2026-10-11", "2026-10-25", "2026-11-08") with
        {
            Steps = [new TimelineStep { SaidOn = new(2026, 11, 8), Number = 1, Kind = NextStepKind.Every, Days = 28, DecidedBy = DecidedBy.Both }],
        };
        Assert.Equal(
            ["Rythme convenu : 4 semaines", "Rythme observé : 2 semaines", "Dernière séance : il y a 2 semaines", "La suite : Se revoir toutes les 4 semaines, décidé à deux"],
            Known(rows));
        Assert.DoesNotContain(Known(rows with { Steps = [] }), fact => fact.StartsWith("Rythme convenu", StringComparison.Ordinal));
        Assert.DoesNotContain(Known(rows with { Visits = rows.Visits.Take(2).ToArray() }), fact => fact.StartsWith("Rythme observé", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reason_begins_when_the_person_says_it_did_and_no_more_precisely()
    {
        TimelineRows rows = Rows("2026-11-08") with
        {
            Conditions = [new(Number(3), "Genou", FuzzyDate.InYear(2019).Roughly()), new(Number(1), "Mal de dos", FuzzyDate.InSeason(2014, Season.Spring)), new(Number(2), "Nuque", null)],
        };
        Assert.Equal("Motif : Mal de dos, début au printemps 2014 ; Nuque ; Genou, début vers 2019", Known(rows)[0]);
    }

    [Fact]
    public void The_state_says_whether_the_door_is_open_and_who_decided()
    {
        TimelineRows quiet = Rows("2025-11-08") with { Steps = [new TimelineStep { SaidOn = new(2025, 11, 8), Number = 1, Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both }] };
        Assert.Equal("Porte ouverte, décidé à deux", Of(quiet).State);
        Assert.Equal(["Dernière séance : il y a 1 an"], Known(quiet));

        TimelineRows closed = quiet with { Patient = new TimelinePatient { Id = Guid.NewGuid(), Closing = PatientClosing.ClosedOnMySide, ClosedOn = new(2026, 3, 12) } };
        Assert.Equal("Suivi clos de mon côté, le 12 mars 2026", Plain(Of(closed).State));
        Assert.Equal(["Dernière séance : il y a 1 an"], Known(closed));
    }

    [Fact]
    public void What_is_not_known_yet_is_said_or_left_out()
    {
        Assert.Equal(["Dernière séance : pas encore"], Known(Rows()));
        Assert.Equal(["Dernière séance : il y a 2 semaines", "La suite : pas encore dite"], Known(Rows("2026-11-08")));
    }

    private static TimelineRows Rows(params string[] days) => new()
    {
        Patient = new TimelinePatient { Id = Guid.NewGuid(), GivenName = "Claire", FamilyName = "Exemple", BirthDate = new(1972, 5, 4) },
        Visits = [.. days.Select(day => new TimelineVisit(Guid.CreateVersion7(), null, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), null, VisitStatus.Held, null))],
    };

    private PersonHeaderFacts Of(TimelineRows rows) => PersonHeaderFacts.Of(PatientTimeline.Create(rows, Today), null, _french.Words);

    private string[] Known(TimelineRows rows) => [.. Of(rows).Known.Select(fact => Plain($"{fact.Name} : {fact.Words}"))];

    private static string Plain(string words) => words.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static Guid Number(int number) => new(number, 0, 0, new byte[8]);
}
