// Opens a journal and logs visits; after each answer "saved" it writes down what it was told was kept, past every cache:
//
//     dotnet CareJournal.Crash.dll FOLDER PASSPHRASE PATIENT ACKNOWLEDGED COUNT [truncate]
//
// With "truncate" the rollback journal is emptied and not deleted, as on Windows.
//
// One line for each visit: its id and the SHA-256 of its note. What stands there must be found in the journal, whatever happens.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareJournal;
using CareJournal.Acts;
using CareJournal.Measures;
using CareJournal.Storage;
using CareJournal.Visits;
using Microsoft.Extensions.DependencyInjection;

if (args is not [var folder, var passphrase, var patient, var acknowledgedPath, var count, .. var more])
{
    return 2;
}

JournalPragmas.EmptiesRollbackJournal |= more is ["truncate"];

await using ServiceProvider services = new ServiceCollection()
    .AddSingleton(TimeProvider.System)
    .AddCareJournal(new JournalFolder(folder))
    .BuildServiceProvider();
if (services.GetRequiredService<JournalFile>().Unlock(passphrase) is not UnlockOutcome.Opened)
{
    return 3;
}

VisitRecorder recorder = services.GetRequiredService<VisitRecorder>();
using FileStream acknowledged = new(acknowledgedPath, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0, FileOptions.WriteThrough);
DateOnly first = new(2001, 1, 1);
for (int number = 0; number < int.Parse(count, CultureInfo.InvariantCulture); number++)
{
    // Short notes and notes of several pages.
    string note = Convert.ToHexString(RandomNumberGenerator.GetBytes(number % 3 == 0 ? 20_000 : 40));
    VisitForm form = new()
    {
        PatientId = Guid.Parse(patient),
        HeldOn = first.AddDays(RandomNumberGenerator.GetInt32(9_000)),
        Note = note,
        Scores = { [Instrument.Sleep] = 5, [Instrument.Pain] = 5 },
    };

    // A hand that does not wait presses twice.
    SaveOutcome[] answers = await Task.WhenAll(recorder.RecordAsync(form), recorder.RecordAsync(form));
    if (!Array.TrueForAll(answers, answer => answer is SaveOutcome.Saved))
    {
        return 4;
    }

    string line = string.Create(CultureInfo.InvariantCulture, $"{form.Id:N} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(note)))}\n");
    await acknowledged.WriteAsync(Encoding.ASCII.GetBytes(line));
}

return 0;
