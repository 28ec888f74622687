using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Today;
using static CareJournal.Support.Some;

namespace CareJournal.Visits;

/// <summary>A pasted day list: every line is read, all sessions are planned or none, and unclear lines are returned as such.</summary>
public sealed class DayListTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private DayListRecorder Recorder => _journal.Get<DayListRecorder>();

    public void Dispose() => _journal.Dispose();

    [Theory]
    [InlineData("9 h 30 Vasseur", "09:30", "Vasseur")]
    [InlineData("10:15 Marie Dupont", "10:15", "Marie Dupont")]
    [InlineData("14h Petit J.", "14:00", "Petit J.")]
    [InlineData("09h30 - Vasseur", "09:30", "Vasseur")]
    [InlineData("  • 9.05  Vasseur", "09:05", "Vasseur")]
    [InlineData("9\u00A0h\u00A030\u202FVasseur", "09:30", "Vasseur")]
    [InlineData("9h-9h45 Vasseur", "09:00", "Vasseur")]
    [InlineData("8:00 – 8:30\tVasseur Claire\tbilan", "08:00", "Vasseur Claire")]
    [InlineData("2:30 pm Smith", "14:30", "Smith")]
    [InlineData("12:15 am Smith", "00:15", "Smith")]
    [InlineData("18h Vasseur (domicile)", "18:00", "Vasseur")]
    [InlineData("Vasseur", null, "Vasseur")]
    [InlineData("3 Vasseur", null, "3 Vasseur")]
    [InlineData("25h Vasseur", null, "25h Vasseur")]
    [InlineData("9h99 Vasseur", null, "9h99 Vasseur")]
    [InlineData("Mme d’Été-Œuvre", null, "Mme d’Été-Œuvre")]
    [InlineData("09:00 M. L'HERMITE PAUL 06 12 34 56 78", "09:00", "M. L'HERMITE PAUL")]
    [InlineData("9h30 MME BEN ALI SAMIA - Suivi", "09:30", "MME BEN ALI SAMIA")]
    [InlineData("Suivi – Mme D’ARTOIS Léa", null, "Mme D’ARTOIS Léa")]
    [InlineData("10:15-11:00 | DE LA TOUR Paul | Bilan initial | +33 6 12 34 56 78", "10:15", "DE LA TOUR Paul")]
    [InlineData("11:00 AUBERT Alice née le 12/03/1971 (06.12.34.56.78)", "11:00", "AUBERT Alice")]
    [InlineData("AUBERT Alice 12.3.71 11h", "11:00", "AUBERT Alice")]
    [InlineData("29/11/2026 14:00 Dr VASSEUR, Claire tél. 0612345678", "14:00", "Dr VASSEUR, Claire")]
    [InlineData("08:30:00\tYILDIZ Ayşe\tayse@example.org", "08:30", "YILDIZ Ayşe")]
    [InlineData("06 12 34 56 78 MARTIN Rose 9 h 15", "09:15", "MARTIN Rose")]
    [InlineData("9h RDV suivi Petit J.", "09:00", "Petit J.")]
    [InlineData("٩:٣٠ Aubert", "09:30", "Aubert")]
    [InlineData("１４：３０ Aubert", "14:30", "Aubert")]
    [InlineData("९ h ३० Aubert", "09:30", "Aubert")]
    [InlineData("10h LÊ Thi", "10:00", "LÊ Thi")]
    [InlineData("10h NGUYEN Le", "10:00", "NGUYEN Le")]
    [InlineData("3 Hubert", null, "3 Hubert")]
    [InlineData("06.12.34.56.78 Dupont", null, "Dupont")]
    [InlineData("李 明 9:00", "09:00", "李 明")]
    public void A_line_is_a_time_and_a_name(string line, string? at, string name)
    {
        DayListLine read = Assert.Single(DayListLines.Parse(line));
        Assert.Equal((at, name), (read.At?.ToString("HH:mm"), read.Name));
    }

    [Theory]
    [InlineData("11:00 AUBERT Alice née le 12/03/1971", "1971-03-12")]
    [InlineData("AUBERT Alice 1971-03-12 11:00", "1971-03-12")]
    [InlineData("AUBERT Alice (DDN : ١٢/٠٣/١٩٧١)", "1971-03-12")]
    [InlineData("12/03/2026 11:00 AUBERT Alice", null)]
    [InlineData("AUBERT Alice 12/03/71", null)]
    [InlineData("AUBERT Alice 31/02/1971", null)]
    public void A_day_behind_the_name_may_be_a_day_of_birth(string line, string? born) =>
        Assert.Equal(born, Assert.Single(DayListLines.Parse(line)).Born?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\v")]
    [InlineData("\f")]
    [InlineData("\u0085")]
    [InlineData("\u2028")]
    [InlineData("\u2029")]
    public void Every_line_break_separates_two_sessions(string lineBreak) =>
        Assert.Equal(["Un", "Deux"], DayListLines.Parse($"9h Un{lineBreak}10h Deux").Select(line => line.Name));

    [Fact]
    public void No_list_that_can_be_pasted_throws()
    {
        AnyText.Throughout(5_000, 20261131, pasted => Assert.All(DayListLines.Parse(pasted), line => Assert.Contains(line.Name, char.IsLetter)));
    }

    [Fact]
    public async Task Lines_in_capitals_with_what_an_agenda_writes_around_a_name_are_read_to_the_person()
    {
        Guid hermite = await PatientAsync(_journal, "L’Hermite", "Paul");
        Guid benAli = await PatientAsync(_journal, "Ben Ali", "Samia");
        Guid artois = await PatientAsync(_journal, "D'Artois", "Léa");
        Guid tour = await PatientAsync(_journal, "de La Tour", "Paul");
        Guid yildiz = await PatientAsync(_journal, "Yıldız", "Ayşe");
        const string Pasted = "09:00 M. LHERMITE PAUL 06 12 34 56 78\n09:30 MME BENALI SAMIA - Suivi\nSuivi - Mme D’ARTOIS LÉA 10h\n10:30 DELATOUR PAUL né le 04/05/1970\n11:00\tYILDIZ AYSE\tBilan";
        IReadOnlyList<DayListRow> rows = await Recorder.ReadAsync(Day("2026-11-22"), Pasted);
        Assert.Equal([hermite, benAli, artois, tour, yildiz], rows.Select(row => row.PatientId!.Value));
        Assert.All(rows, row => Assert.Equal(DayListFinding.Found, row.Finding));
        Assert.All(rows, row => Assert.NotNull(row.Line.At));
    }

    [Fact]
    public async Task A_day_of_birth_in_the_list_distinguishes_namesakes_and_asks_about_somebody_born_on_another_day()
    {
        Guid older = await PatientAsync(_journal, "Aubert", "Alice", "1971-03-12");
        Guid younger = await PatientAsync(_journal, "Aubert", "Alice", "1999-01-02");
        Guid known = await PatientAsync(_journal, "Roux", "Paul", "1980-06-07");
        PatientForm undated = new() { FamilyName = "Blanc", GivenName = "Rose" };
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(undated));
        IReadOnlyList<DayListRow> rows = await Recorder.ReadAsync(Day("2026-11-22"), "9h AUBERT ALICE 12/03/1971\n10h AUBERT ALICE 02/01/1999\n11h ROUX PAUL 08/06/1980\n12h BLANC ROSE 01/01/1960\n13h ROUX PAUL 22/11/2026");
        Assert.Equal([older, younger, known, undated.Id, known], rows.Select(row => row.PatientId!.Value));
        Assert.Equal(
            [DayListFinding.Found, DayListFinding.Found, DayListFinding.BornOnAnotherDay, DayListFinding.Found, DayListFinding.TwiceInTheList],
            rows.Select(row => row.Finding));
        Assert.True(rows[2].IsUnclear);
    }

    [Fact]
    public void Lines_keep_their_numbers_and_those_without_a_name_are_left_out()
    {
        IReadOnlyList<DayListLine> lines = DayListLines.Parse("9h Un\r\n\r\n---\n10h30\n11h Deux");
        Assert.Equal([(1, "Un"), (5, "Deux")], lines.Select(line => (line.Number, line.Name)));
        Assert.Empty(DayListLines.Parse(null));
        Assert.Equal(DayListLines.Most, DayListLines.Parse(string.Join('\n', Enumerable.Repeat("9h Un", 5_000))).Count);
        Assert.Single(DayListLines.Parse("9h " + new string('x', 100_000)));
    }

    [Fact]
    public async Task A_list_of_known_names_is_planned_in_one_act_and_taken_back_as_one()
    {
        Guid vasseur = await PatientAsync(_journal, "Vasseur", "Claire");
        Guid dupont = await PatientAsync(_journal, "Dupont", "Marie");
        Guid petit = await PatientAsync(_journal, "Petit", "Jean");
        await PatientAsync(_journal, "Petit", "Marc");
        DayListOutcome.Planned planned = Assert.IsType<DayListOutcome.Planned>(await PlanAsync("14h Petit J.\n9 h 30 VASSEUR\n10:15 Mme Marie Dupont"));
        Assert.Equal(3, planned.Visits);
        TodayAnswer today = await _journal.Get<TodayReader>().ReadAsync();
        Assert.Equal(
            [(vasseur, new TimeOnly(9, 30)), (dupont, new TimeOnly(10, 15)), (petit, new TimeOnly(14, 0))],
            today.Sessions.Select(session => (session.PatientId, session.StartsAt!.Value)));
        Assert.All(today.Sessions, session => Assert.Equal(VisitStatus.Planned, session.Status));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(planned.ActId));
        Assert.Empty((await _journal.Get<TodayReader>().ReadAsync()).Sessions);
    }

    [Fact]
    public async Task While_one_name_is_unknown_or_doubled_nothing_is_written_and_all_lines_are_returned()
    {
        Guid vasseur = await PatientAsync(_journal, "Vasseur", "Claire");
        Guid first = await PatientAsync(_journal, "Petit", "Jean");
        Guid second = await PatientAsync(_journal, "Petit", "Jean", "1980-01-01");
        PatientForm dead = new() { FamilyName = "Roche", DeceasedOn = Day("2025-01-01") };
        IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(dead));
        long rows = _journal.Rows();
        const string Pasted = "9h Vasseur\n10h Petit\n11h Inconnu\n12h Vasseur\n14h Roche\n15h C.";
        DayListOutcome.Unclear unclear = Assert.IsType<DayListOutcome.Unclear>(await PlanAsync(Pasted));
        Assert.Equal(
            [DayListFinding.Found, DayListFinding.SeveralOfThisName, DayListFinding.Unknown, DayListFinding.TwiceInTheList, DayListFinding.Deceased, DayListFinding.Unknown],
            unclear.Rows.Select(row => row.Finding));
        Assert.Equal([first, second], unclear.Rows[1].Candidates.Select(person => person.Id).Order());
        Assert.Equal(rows, _journal.Rows());

        Dictionary<int, Guid?> chosen = new() { [2] = second, [3] = null, [4] = vasseur, [5] = null, [6] = null };
        Assert.Equal(3, Assert.IsType<DayListOutcome.Planned>(await PlanAsync(Pasted, chosen)).Visits);
        Assert.Equal([vasseur, second, vasseur], (await _journal.Get<TodayReader>().ReadAsync()).Sessions.Select(session => session.PatientId));
    }

    [Fact]
    public async Task A_list_pasted_twice_plans_nobody_twice()
    {
        await PatientAsync(_journal, "Vasseur", "Claire");
        await PatientAsync(_journal, "Dupont", "Marie");
        await PlanAsync("9h Vasseur");
        DayListOutcome.Planned again = Assert.IsType<DayListOutcome.Planned>(await PlanAsync("9h Vasseur\n10h Dupont"));
        Assert.Equal((1, DayListFinding.AlreadyThere), (again.Visits, again.Rows[0].Finding));
        DayListOutcome.Planned none = Assert.IsType<DayListOutcome.Planned>(await PlanAsync("Vasseur"));
        Assert.Equal((0, Guid.Empty), (none.Visits, none.ActId));
        Assert.Equal(2, (await _journal.Get<TodayReader>().ReadAsync()).Sessions.Count);
    }

    [Fact]
    public async Task A_day_that_is_past_is_answered_and_the_lines_can_be_looked_at_before()
    {
        await PatientAsync(_journal, "Vasseur", "Claire");
        Assert.IsType<DayListOutcome.DayIsPast>(await Recorder.PlanAsync(Day("2026-11-21"), "9h Vasseur"));
        Assert.Equal(DayListFinding.Found, Assert.Single(await Recorder.ReadAsync(Day("2026-11-23"), "9h Vasseur")).Finding);
        Assert.Equal(0, _journal.Ask<long>("SELECT COUNT(*) FROM \"Visits\""));
    }

    private Task<DayListOutcome> PlanAsync(string pasted, IReadOnlyDictionary<int, Guid?>? chosen = null) => Recorder.PlanAsync(Day("2026-11-22"), pasted, chosen);
}
