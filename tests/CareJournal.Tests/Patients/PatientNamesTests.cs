using CareJournal.Acts;
using CareJournal.Storage;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Patients;

/// <summary>The search by name: in memory, in step with what is saved, gone when the journal locks.</summary>
public sealed class PatientNamesTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    private PatientNames Names => _journal.Get<PatientNames>();

    public void Dispose() => _journal.Dispose();

    [Theory]
    [InlineData("coe")]
    [InlineData("Cœ")]
    [InlineData("anne coe")]
    [InlineData("coeur aNN")]
    [InlineData("d'ange")]
    [InlineData("ÂNGE")]
    public async Task Accents_ligatures_case_order_and_apostrophes_do_not_hide_a_person(string typed)
    {
        await PatientAsync(_journal, "Cœur d’Angé", "Anne-Laure");
        Assert.Single(Names.Find(typed, 10));
    }

    [Theory]
    [InlineData("c")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("c !")]
    [InlineData("xo")]
    [InlineData("oeur")]
    public async Task Nobody_is_shown_for_one_letter_or_for_the_middle_of_a_name(string? typed)
    {
        await PatientAsync(_journal, "Cœur", "Anne");
        Assert.Empty(Names.Find(typed, 10));
    }

    [Fact]
    public async Task A_name_is_found_as_soon_as_it_is_saved_changed_or_taken_back()
    {
        Assert.Empty(Names.Find("martin", 10));
        Guid person = await PatientAsync(_journal, "Martin", "Claude");
        Assert.Equal(person, Assert.Single(Names.Find("martin", 10)).Id);

        PatientForm form = (await _journal.Get<PatientReader>().ReadAsync(person))!.Form;
        form.FamilyName = "Bernard";
        SaveOutcome.Saved renamed = IsSaved(await _journal.Get<PatientRecorder>().RecordAsync(form));
        Assert.Empty(Names.Find("martin", 10));
        Assert.Single(Names.Find("bernard", 10));

        IsSaved(await _journal.Get<UndoRecorder>().UndoAsync(renamed.ActId));
        Assert.Single(Names.Find("martin", 10));
    }

    [Fact]
    public async Task Names_are_forgotten_when_the_journal_locks_and_read_again_when_it_opens()
    {
        await PatientAsync(_journal, "Martin", "Claude");
        Assert.Single(Names.Find("martin", 10));
        _journal.File.Lock();
        Assert.Throws<JournalLockedException>(() => Names.Find("martin", 10));
        Assert.IsType<UnlockOutcome.Opened>(_journal.File.Unlock(TestJournal.Passphrase));
        Assert.Single(Names.Find("martin", 10));
    }
}
