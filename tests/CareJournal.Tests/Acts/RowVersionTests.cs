using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Visits;
using Microsoft.EntityFrameworkCore;
using static CareJournal.Support.Some;

namespace CareJournal.Acts;

/// <summary>The versions of rows: no change without an act, no act without its versions, and neither is ever overwritten.</summary>
public sealed class RowVersionTests(SharedJournal shared) : IClassFixture<SharedJournal>
{
    private readonly TestJournal _journal = shared.Journal;

    [Fact]
    public async Task A_recorded_row_cannot_change_outside_an_act()
    {
        Guid person = await PatientAsync(_journal);
        await using JournalContext context = _journal.Context();
        (await context.Patients.SingleAsync(patient => patient.Id == person)).Reopen();
        (await context.Patients.SingleAsync(patient => patient.Id == person)).Close(PatientClosing.HandedOver, Day("2026-11-22"), null);
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());
        Assert.Throws<InvalidOperationException>(() => context.SaveChanges());
        Assert.Null((await _journal.Get<PatientReader>().ReadAsync(person))!.Closing);
    }

    [Fact]
    public async Task Acts_and_versions_can_be_neither_changed_nor_deleted_and_recorded_rows_not_deleted()
    {
        Guid visit = await VisitAsync(_journal, await PatientAsync(_journal), "2026-10-05");
        foreach (Func<JournalContext, object> row in new Func<JournalContext, object>[]
        {
            context => context.Acts.First(act => act.Kind == ActKind.VisitLogged),
            context => context.RowVersions.First(version => version.RowId == visit),
            context => context.Visits.First(known => known.Id == visit),
        })
        {
            await using JournalContext deleting = _journal.Context();
            deleting.CurrentAct = new Act { AtUtc = DateTime.UnixEpoch, Kind = ActKind.VisitChanged };
            deleting.Remove(row(deleting));
            await Assert.ThrowsAsync<InvalidOperationException>(() => deleting.SaveChangesAsync());
        }

        await using JournalContext changing = _journal.Context();
        changing.Entry(await changing.Acts.FirstAsync(act => act.Kind == ActKind.VisitLogged)).Property(act => act.Reason).CurrentValue = "autre";
        await Assert.ThrowsAsync<InvalidOperationException>(() => changing.SaveChangesAsync());
        await using JournalContext rewriting = _journal.Context();
        rewriting.Entry(await rewriting.RowVersions.FirstAsync(version => version.RowId == visit)).Property(version => version.Before).CurrentValue = "{}";
        await Assert.ThrowsAsync<InvalidOperationException>(() => rewriting.SaveChangesAsync());
    }

    [Fact]
    public async Task Every_act_keeps_a_version_of_every_row_it_wrote()
    {
        Guid person = await PatientAsync(_journal);
        Guid visit = await VisitAsync(_journal, person, "2026-10-05", note: "avant");
        IsSaved(await _journal.Get<VisitRecorder>().RecordAsync(await FormAsync(_journal, visit, "après")));

        await using JournalContext context = _journal.Context();
        RowVersion[] versions = [.. context.RowVersions.Where(version => version.RowId == visit).OrderBy(version => version.RevisionAfter)];
        Assert.Equal([1, 2], versions.Select(version => version.RevisionAfter));
        Assert.Null(versions[0].Before);
        Assert.Equal("avant", RowJson.Text(versions[1].Before!, nameof(Visit.Note)));
        Assert.Empty(context.Acts.Where(act => !ActKinds.Events.Contains(act.Kind) && !context.RowVersions.Any(version => version.ActId == act.Id)));
        Assert.All(
            context.Model.GetEntityTypes().Where(type => typeof(RecordedRow).IsAssignableFrom(type.ClrType)),
            type => Assert.Equal(0, _journal.Ask<long>($"""SELECT COUNT(*) FROM "{type.GetTableName()}" t WHERE (SELECT COUNT(*) FROM "RowVersions" v WHERE v."RowId" = t."Id") <> t."Revision" """)));
    }

    [Fact]
    public async Task A_version_is_written_and_taken_back_by_column_so_that_those_of_former_programs_stay_readable()
    {
        Guid person = await PatientAsync(_journal);
        FlareUpForm form = new() { PatientId = person, Start = FuzzyDate.InMonth(2026, 2), ReportedOn = Day("2026-03-02") };
        IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(form));
        FlareUpForm later = new() { Id = form.Id, Revision = 1, PatientId = person, Start = FuzzyDate.InMonth(2026, 2), ReportedOn = Day("2026-04-06") };
        SaveOutcome.Saved changed = IsSaved(await _journal.Get<FlareUpRecorder>().RecordAsync(later));

        await using JournalContext context = _journal.Context();
        RowVersion version = await context.RowVersions.SingleAsync(version => version.RowId == form.Id && version.RevisionAfter == 2);
        Assert.Equal("2026-03-02", RowJson.Text(version.Before!, "ToldOn"));
        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(changed.ActId));
        Assert.Equal(Day("2026-03-02"), (await context.FlareUps.AsNoTracking().SingleAsync(flareUp => flareUp.Id == form.Id)).ReportedOn);
    }

    [Fact]
    public async Task Two_contexts_that_change_one_row_do_not_overwrite_each_other()
    {
        Guid person = await PatientAsync(_journal);
        SaveOutcome outcome = await _journal.Get<JournalWriter>().WriteAsync(ActKind.PatientChanged, person, async journal =>
        {
            Patient patient = (await journal.FindRecordedAsync<Patient>(person))!;
            patient.Close(PatientClosing.HandedOver, Day("2026-11-22"), null);
            await journal.Database.ExecuteSqlRawAsync("UPDATE \"Patients\" SET \"Revision\" = \"Revision\" + 1");
            return new SaveOutcome.Saved(person, Guid.Empty);
        });
        Assert.IsType<SaveOutcome.Stale>(outcome);
        Assert.Equal(1, (await _journal.Get<PatientReader>().ReadAsync(person))!.Form.Revision);
    }
}
