using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Patients;

/// <summary>Reads one person's details.</summary>
public sealed class PatientReader(IDbContextFactory<JournalContext> journals)
{
    /// <summary>Finds the entry into which a person's entry was merged, so that an old address still leads to them; <c>null</c> when it was not merged.</summary>
    public async Task<Guid?> MergedIntoAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        return await journal.Patients.IgnoreQueryFilters().Where(patient => patient.Id == patientId && patient.VoidedAtUtc != null).Select(patient => patient.MergedIntoId).FirstOrDefaultAsync();
    }

    /// <summary>Reads the details as a form to change them; <c>null</c> when the person is not in the journal.</summary>
    public async Task<PatientAnswer?> ReadAsync(Guid patientId)
    {
        await using JournalContext journal = await journals.CreateDbContextAsync();
        Patient? patient = await journal.Patients.AsNoTracking().FirstOrDefaultAsync(patient => patient.Id == patientId);
        return patient is null ? null : new PatientAnswer(
            patient.Name,
            patient.Closing,
            patient.ClosedOn,
            new PatientForm
            {
                Id = patient.Id,
                Revision = patient.Revision,
                FamilyName = patient.FamilyName,
                GivenName = patient.GivenName,
                BirthDate = patient.BirthDate,
                Sex = patient.Sex,
                Phone = patient.Phone,
                Email = patient.Email,
                StandingNote = patient.StandingNote,
                CheckInConsent = patient.CheckInConsent,
                OwnScales = patient.OwnScales,
                OwnActivity = patient.OwnActivity,
                InformedOn = patient.InformedOn,
                DeceasedOn = patient.DeceasedOn,
                AskedFrom = patient.AskedFrom,
            });
    }
}

/// <summary>One person's details.</summary>
/// <param name="Name">The name as it is shown.</param>
/// <param name="Closing">How the follow-up was closed, if it was.</param>
/// <param name="ClosedOn">When it was closed.</param>
/// <param name="Form">The details, to be changed.</param>
public sealed record PatientAnswer(string Name, PatientClosing? Closing, DateOnly? ClosedOn, PatientForm Form);
