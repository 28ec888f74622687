using CareJournal.Patients;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Plans the visits of one day from a pasted list: all of them in one act, or none while a line is unclear.</summary>
public sealed class DayListRecorder(JournalWriter writer, IDbContextFactory<JournalContext> journals, PatientNames names, PracticeClock clock)
{
    /// <summary>Reads what each line would become; nothing is written.</summary>
    /// <param name="on">The day.</param>
    /// <param name="pasted">The list as it was pasted.</param>
    /// <param name="chosen">The chosen person by line number; <c>null</c> leaves the line out.</param>
    public async Task<IReadOnlyList<DayListRow>> ReadAsync(DateOnly on, string? pasted, IReadOnlyDictionary<int, Guid?>? chosen = null)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await ReadAsync(journal, on, pasted, chosen);
    }

    /// <summary>
    /// Plans the visits of a day, today or later. A person who is planned or was seen on that day already is left as they are, so that a
    /// list pasted twice plans nobody twice. While one line is unclear and nobody was chosen for it, nothing is written and all rows are returned.
    /// </summary>
    /// <inheritdoc cref="ReadAsync(DateOnly, string?, IReadOnlyDictionary{int, Guid?}?)"/>
    public async Task<DayListOutcome> PlanAsync(DateOnly on, string? pasted, IReadOnlyDictionary<int, Guid?>? chosen = null)
    {
        if (on < clock.Today)
        {
            return new DayListOutcome.DayIsPast();
        }

        IReadOnlyList<DayListRow> rows = [];
        int planned = 0;
        SaveOutcome outcome = await writer.WriteAsync(ActKind.DayListPlanned, null, async journal =>
        {
            rows = await ReadAsync(journal, on, pasted, chosen);
            if (rows.Any(row => row.IsUnclear))
            {
                return new SaveOutcome.NotFound();
            }

            foreach (DayListRow row in rows.Where(row => row.Finding == DayListFinding.Found))
            {
                journal.Add(Visit.Plan(Guid.CreateVersion7(), row.PatientId!.Value, on, row.Line.At));
                planned++;
            }

            return new SaveOutcome.Saved(Guid.Empty, Guid.Empty);
        });
        return outcome switch
        {
            SaveOutcome.Saved saved => new DayListOutcome.Planned(saved.ActId, planned, rows),
            SaveOutcome.Failed failed => new DayListOutcome.Failed(failed.Fault),
            _ => new DayListOutcome.Unclear(rows),
        };
    }

    private async Task<IReadOnlyList<DayListRow>> ReadAsync(JournalContext journal, DateOnly on, string? pasted, IReadOnlyDictionary<int, Guid?>? chosen)
    {
        var seen = await journal.Visits.AsNoTracking()
            .Where(visit => visit.HeldOn == on && (visit.Status == VisitStatus.Planned || visit.Status == VisitStatus.Held))
            .Select(visit => new { visit.PatientId, visit.StartsAt })
            .ToListAsync();
        List<DayListRow> rows = [];
        foreach (DayListLine line in DayListLines.Parse(pasted))
        {
            bool isChosen = chosen?.ContainsKey(line.Number) == true;
            IReadOnlyList<PatientName> people = isChosen
                ? [.. new[] { chosen![line.Number] is { } id ? names.Of(id) : null }.OfType<PatientName>()]
                : names.Named(line.Name);
            IReadOnlyList<PatientName> born = isChosen || !(line.Born < on) ? people : BornOn(line.Born.Value, people);
            bool otherBirth = born.Count == 0 && people.Count > 0;
            people = otherBirth ? people : born;
            Guid? only = people.Count == 1 ? people[0].Id : null;
            DayListFinding finding =
                isChosen && chosen![line.Number] is null ? DayListFinding.LeftOut
                : people.Count == 0 ? DayListFinding.Unknown
                : otherBirth ? DayListFinding.BornOnAnotherDay
                : only is null ? DayListFinding.SeveralOfThisName
                : await journal.Patients.AnyAsync(patient => patient.Id == only && patient.DeceasedOn != null) ? DayListFinding.Deceased
                : seen.Exists(visit => visit.PatientId == only && (line.At is null || visit.StartsAt is null || visit.StartsAt == line.At)) ? DayListFinding.AlreadyThere
                : rows.Exists(row => row.PatientId == only) && !isChosen ? DayListFinding.TwiceInTheList
                : DayListFinding.Found;
            rows.Add(new DayListRow(line, finding, only, people));
        }

        return rows;
    }

    // A day of birth in the list distinguishes namesakes, and shows that a person may be meant who is not in the journal yet.
    private static IReadOnlyList<PatientName> BornOn(DateOnly day, IReadOnlyList<PatientName> people) =>
        people.Any(person => person.BirthDate == day) ? [.. people.Where(person => person.BirthDate == day)] : [.. people.Where(person => person.BirthDate is null)];
}

/// <summary>The result for one line of a pasted day list.</summary>
/// <param name="Line">The line.</param>
/// <param name="Finding">What it would become, or why it is unclear.</param>
/// <param name="PatientId">The person, where there is exactly one.</param>
/// <param name="Candidates">Everybody with that name.</param>
public sealed record DayListRow(DayListLine Line, DayListFinding Finding, Guid? PatientId, IReadOnlyList<PatientName> Candidates)
{
    /// <summary>Whether somebody has to be chosen, or the line left out, before anything is written.</summary>
    public bool IsUnclear => Finding is DayListFinding.Unknown or DayListFinding.SeveralOfThisName or DayListFinding.TwiceInTheList or DayListFinding.Deceased or DayListFinding.BornOnAnotherDay;
}

/// <summary>The results for a line of a pasted day list.</summary>
public enum DayListFinding
{
    /// <summary>One person has that name: the visit is planned.</summary>
    Found,

    /// <summary>The person is planned or was seen on that day at that time already; nothing is added.</summary>
    AlreadyThere,

    /// <summary>The practitioner left the line out.</summary>
    LeftOut,

    /// <summary>Nobody has that name.</summary>
    Unknown,

    /// <summary>Several people have that name.</summary>
    SeveralOfThisName,

    /// <summary>The person is in an earlier line already; choosing them for this line plans a second visit.</summary>
    TwiceInTheList,

    /// <summary>The person has died.</summary>
    Deceased,

    /// <summary>The person with that name was born on another day than the list says.</summary>
    BornOnAnotherDay,
}

/// <summary>The result of planning a day list.</summary>
public abstract record DayListOutcome
{
    private DayListOutcome()
    {
    }

    /// <summary>The visits are on disk.</summary>
    /// <param name="ActId">The act, to undo it; empty when nobody had to be added.</param>
    /// <param name="Visits">The number of visits planned.</param>
    /// <param name="Rows">The result for each line.</param>
    public sealed record Planned(Guid ActId, int Visits, IReadOnlyList<DayListRow> Rows) : DayListOutcome;

    /// <summary>Nothing was written: some lines are unclear.</summary>
    public sealed record Unclear(IReadOnlyList<DayListRow> Rows) : DayListOutcome;

    /// <summary>Nothing was written: a visit can only be planned for today or later.</summary>
    public sealed record DayIsPast : DayListOutcome;

    /// <summary>Nothing was written: the disk or the file did not allow it.</summary>
    public sealed record Failed(StorageFault Fault) : DayListOutcome;
}
