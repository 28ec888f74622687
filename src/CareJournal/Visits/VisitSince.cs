using CareJournal.Absences;
using CareJournal.FlareUps;
using CareJournal.LifeEvents;
using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Visits;

/// <summary>Records what was reported in a session about the time since the session before: a note on the pause, flare-ups, life events.</summary>
internal static class VisitSince
{
    /// <summary>
    /// Records it with the visit, as reported on its day; what is reported in a visit that is hidden or from a third party is so too. The form has no problem left,
    /// as the visit's own form was checked with it.
    /// </summary>
    public static async Task RecordAsync(JournalContext journal, Visit visit, VisitSinceForm since, DateOnly today, LifeSpan life)
    {
        if (!since.SaysNothingOfThePause)
        {
            await DescribePauseAsync(journal, visit, since, today, life);
        }

        foreach (FlareUpForm form in since.FlareUps)
        {
            form.ReportedOn = visit.HeldOn;
            (form.Hidden, form.ThirdParty) = (form.Hidden || visit.Hidden, form.ThirdParty || visit.ThirdParty);
            await AddAsync(journal, new FlareUp { Id = form.Id, PatientId = visit.PatientId }, flareUp => flareUp.Describe(form, today, life));
        }

        foreach (LifeEventForm form in since.LifeEvents)
        {
            form.ReportedOn = visit.HeldOn;
            (form.Hidden, form.ThirdParty) = (form.Hidden || visit.Hidden, form.ThirdParty || visit.ThirdParty);
            await AddAsync(journal, new LifeEvent { Id = form.Id, PatientId = visit.PatientId }, lifeEvent => lifeEvent.Describe(form, today, life));
        }
    }

    /// <summary>Finds what was reported in a visit, tracked: rows that the act made which logged it. Of an act with several visits, those of its day.</summary>
    public static async Task<IReadOnlyList<PatientRow>> OfAsync(JournalContext journal, Visit visit)
    {
        var acts = await journal.RowVersions.Where(version => version.RowId == visit.Id).Select(version => version.ActId)
            .Join(journal.Acts, id => id, act => act.Id, (_, act) => new { act.Id, act.Kind })
            .Where(act => act.Kind == ActKind.VisitLogged || act.Kind == ActKind.PastVisitsLogged).ToListAsync();
        Guid[] ids = [.. acts.Select(act => act.Id)];
        HashSet<Guid> made = [.. await journal.RowVersions.Where(version => ids.Contains(version.ActId) && version.Before == null).Select(version => version.RowId).ToListAsync()];
        bool alone = acts.TrueForAll(act => act.Kind == ActKind.VisitLogged);
        return
        [
            .. await journal.FlareUps.Where(row => row.PatientId == visit.PatientId && made.Contains(row.Id) && (alone || row.ReportedOn == visit.HeldOn)).ToListAsync(),
            .. await journal.LifeEvents.Where(row => row.PatientId == visit.PatientId && made.Contains(row.Id) && (alone || row.ReportedOn == visit.HeldOn)).ToListAsync(),
            .. await journal.AbsenceNotes.Where(row => row.PatientId == visit.PatientId && made.Contains(row.Id) && (alone || row.ReportedOn == visit.HeldOn)).ToListAsync(),
        ];
    }

    // The pause is the time after the session before, as the file has it now; without an earlier one the note stands on the session's day.
    private static async Task DescribePauseAsync(JournalContext journal, Visit visit, VisitSinceForm since, DateOnly today, LifeSpan life)
    {
        DateOnly? before = await journal.Visits
            .Where(other => other.PatientId == visit.PatientId && other.Status == VisitStatus.Held && other.HeldOn < visit.HeldOn && other.Id != visit.Id)
            .MaxAsync(other => (DateOnly?)other.HeldOn);
        AbsenceNoteForm form = new()
        {
            PatientId = visit.PatientId,
            From = before?.AddDays(1) ?? visit.HeldOn,
            To = before is null ? visit.HeldOn : null,
            HowItWas = since.HowItWas,
            WhyNoSession = since.WhyNoSession,
            Words = since.Words,
            ReportedOn = visit.HeldOn,
        };
        await AddAsync(journal, new AbsenceNote { Id = form.Id, PatientId = visit.PatientId }, note => note.Describe(form, today, life));
    }

    private static async Task AddAsync<T>(JournalContext journal, T row, Func<T, IReadOnlyList<Problem>> describe)
        where T : PatientRow
    {
        if (await journal.FindRecordedAsync<T>(row.Id) is null)
        {
            if (describe(row) is [var problem, ..])
            {
                throw new InvalidOperationException($"A reported {typeof(T).Name} was not checked with its session: {problem.Kind} at {problem.Field}.");
            }

            journal.Add(row);
        }
    }
}
