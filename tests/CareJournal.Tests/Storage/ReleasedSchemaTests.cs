using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Dates;
using CareJournal.FlareUps;
using CareJournal.Goals;
using CareJournal.Keeping;
using CareJournal.LifeEvents;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Support;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using static CareJournal.Support.Some;

namespace CareJournal.Storage;

/// <summary>Every journal that an earlier version wrote opens in this one with all it held, and its record chain is whole.</summary>
public sealed class ReleasedSchemaTests
{
    public static TheoryData<int> Versions => [.. Enumerable.Range(1, JournalSchema.Version)];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_journal_of_every_schema_opens_with_all_it_held_and_its_chain_is_whole(int version)
    {
        JournalFolder folder = new(Directory.CreateTempSubdirectory("carejournal-released-").FullName);
        ReleasedSchemas.PutInto(folder, version, TestJournal.Passphrase);
        (JournalDigest before, IReadOnlyDictionary<string, IReadOnlyList<string>> tables) = DigestOf(folder);
        Assert.True(before.Rows > 50, $"Only {before.Rows} rows.");

        using TestJournal journal = TestJournal.At(folder.Path);
        Assert.Equal(version < JournalSchema.Version, Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(TestJournal.Passphrase)).Upgraded);
        using (SqliteConnection connection = journal.Connection())
        {
            Assert.Equal(before, JournalDigest.Of(connection, tables));
        }

        Assert.IsType<CheckAnswer.Whole>(await journal.Get<JournalCheck>().RunAsync());
        Assert.Equal("Aline Ferrand", journal.Get<PatientNames>().All().Single().Name.ToString());
        Guid person = journal.Get<PatientNames>().All().Single().Id;
        IsSaved(await journal.Get<Visits.VisitRecorder>().RecordAsync(new Visits.VisitForm { PatientId = person, HeldOn = Day("2026-11-20"), Note = "La suite, dans le journal d'aujourd'hui." }));
        Assert.IsType<CheckAnswer.Whole>(await journal.Get<JournalCheck>().RunAsync());
    }

    [Fact]
    public async Task The_present_schema_has_its_file_and_its_tables_are_those_of_today()
    {
        using TestJournal journal = TestJournal.Open();
        await FillAsync(journal);
        if (Environment.GetEnvironmentVariable(ReleasedSchemas.WriteVariable) is { Length: > 0 } into)
        {
            foreach (int version in Enumerable.Range(1, JournalSchema.Version).Where(version => ReleasedSchemas.Read(version) is null))
            {
                await File.WriteAllTextAsync(Path.Combine(into, ReleasedSchemas.NameOf(version)), ReleasedSchemas.Write(journal, version));
            }
        }

        string? kept = ReleasedSchemas.Read(JournalSchema.Version);
        Assert.True(kept is not null, $"Schema {JournalSchema.Version} has no file: run this test with {ReleasedSchemas.WriteVariable} set to tests/CareJournal.Tests/Storage/Released, and commit what it wrote.");
        using SqliteConnection connection = journal.Connection();
        Assert.StartsWith(string.Concat(ReleasedSchemas.Structure(connection).Select(statement => statement + ";\n")), kept, StringComparison.Ordinal);
    }

    private static (JournalDigest Digest, IReadOnlyDictionary<string, IReadOnlyList<string>> Tables) DigestOf(JournalFolder folder)
    {
        using MasterKey master = ((KeyHeaderAnswer.Found)KeyHeader.ReadFrom(folder.KeyHeaderPath, FewestRounds.Quick)).Header.Unlock(TestJournal.Passphrase)!;
        using IDisposable key = EncryptedFileSystem.UseKey(folder.DatabasePath, master.Derive(JournalFile.FileKeyPurpose));
        using SqliteConnection connection = FirstVersion.Open(folder.DatabasePath, SqliteOpenMode.ReadOnly);
        return (JournalDigest.Of(connection), JournalDigest.TablesOf(connection));
    }

    // A little of each noun, with a change, a withdrawal and an undo, so that versions are in the file too.
    private static async Task FillAsync(TestJournal journal)
    {
        Guid person = await PatientAsync(journal, "Ferrand", "Aline");
        Guid first = await VisitAsync(journal, person, "2025-03-04", new NextStepForm { Kind = NextStepKind.Every, Days = 30 }, "le sens", "Elle a marché jusqu'à l'école.");
        Guid wrong = await VisitAsync(journal, person, "2025-04-08", note: "Saisie pour une autre.");
        await VisitAsync(journal, person, "2025-11-03", new NextStepForm { Kind = NextStepKind.DoorOpen }, note: "Retour après l'été, à son rythme.");
        IsSaved(await journal.Get<Visits.VisitRecorder>().RecordAsync(await FormAsync(journal, first, "Elle a marché jusqu'à l'école, deux fois.")));
        IsSaved(await journal.Get<Visits.VisitRecorder>().VoidAsync(wrong, 1));
        IsSaved(await journal.Get<FlareUpRecorder>().RecordAsync(new FlareUpForm { PatientId = person, Start = FuzzyDate.InYear(2024), WhatCameBefore = "un déménagement" }));
        SaveOutcome.Saved moved = IsSaved(await journal.Get<LifeEventRecorder>().RecordAsync(new LifeEventForm { PatientId = person, Start = FuzzyDate.InYear(2023), Words = "naissance d'un petit-fils" }));
        IsSaved(await journal.Get<UndoRecorder>().UndoAsync(moved.ActId));
        IsSaved(await journal.Get<ContactRecorder>().RecordAsync(new ContactForm { PatientId = person, On = Day("2025-09-01"), Words = "Elle va bien." }));
        IsSaved(await journal.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = person, Words = "jardiner une heure" }));
        for (int week = 0; week < 20; week++)
        {
            await VisitAsync(journal, person, Day("2026-01-05").AddDays(7 * week).ToString("yyyy-MM-dd"), note: $"Semaine {week + 1}.");
        }
    }
}
