using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Patients;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Visits;

/// <summary>A pasted day list: every line is read, all sessions are planned or none, and what is unclear is given back as such.</summary>
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
    public void A_line_is_a_time_and_a_name(string line, string? at, string name)
    {
        DayListLine read = Assert.Single(DayListLines.Parse(line));
        Assert.Equal((at, name), (read.At?.ToString("HH:mm"), read.Name));
    }

    [Fact]
    public void Lines_keep_their_numbers_and_those_that_say_nothing_are_left_out()
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
    public async Task While_one_name_is_unknown_or_doubled_nothing_is_written_and_all_lines_are_given_back()
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
            [DayListFinding.Known, DayListFinding.SeveralOfThisName, DayListFinding.Unknown, DayListFinding.TwiceInTheList, DayListFinding.Deceased, DayListFinding.Unknown],
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
        Assert.Equal(DayListFinding.Known, Assert.Single(await Recorder.ReadAsync(Day("2026-11-23"), "9h Vasseur")).Finding);
        Assert.Equal(0, _journal.Ask<long>("SELECT COUNT(*) FROM \"Visits\""));
    }

    private Task<DayListOutcome> PlanAsync(string pasted, IReadOnlyDictionary<int, Guid?>? chosen = null) => Recorder.PlanAsync(Day("2026-11-22"), pasted, chosen);
}
