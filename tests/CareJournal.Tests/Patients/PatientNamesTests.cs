using CareJournal.Acts;
using CareJournal.Conditions;
using CareJournal.Storage;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Patients;

/// <summary>The search by name: in memory, up to date with what is saved, cleared when the journal locks.</summary>
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

    [Theory]
    [InlineData("L’Hermite", "lhermite", "l hermite", "l'hermite", "l’hermite", "LHERM", "hermite", "Mme l'hermite", "suzanne lhermite", "l hermite su")]
    [InlineData("D'Artois", "dartois", "d’artois", "artois")]
    [InlineData("O'Grady", "ogrady", "o grady", "O’GRADY")]
    [InlineData("N’Diaye", "ndiaye", "n'diaye", "diaye")]
    [InlineData("Ben Ali", "benali", "ben ali", "ben-ali", "ali")]
    [InlineData("Benali", "ben ali", "ben-ali")]
    [InlineData("Lhermite", "l'hermite", "l hermite")]
    [InlineData("de La Tour", "delatour", "de la tour", "latour", "la tour", "tour")]
    [InlineData("Saint-Aubin", "saintaubin", "saint aubin", "saint-au")]
    [InlineData("Yıldız", "yildiz", "yıldız", "YILDIZ", "YILDİZ")]
    [InlineData("Işık", "isik", "ışık")]
    [InlineData("Đặng", "dang", "đang", "Dặng")]
    [InlineData("Guðmundsdóttir", "gudmunds", "guðmunds")]
    [InlineData("Þórarinsson", "thorar", "þórar")]
    [InlineData("Sørensen", "sorensen")]
    [InlineData("Łukowska", "lukowska")]
    [InlineData("Saʿdi", "sadi", "sa'di")]
    [InlineData("李", "李")]
    public async Task A_name_is_found_in_each_way_it_is_typed(string family, params string[] typed)
    {
        Guid person = await PatientAsync(_journal, family, "Suzanne");
        await PatientAsync(_journal, "Voisin", "Élie");
        Assert.All(typed, text => Assert.Equal(person, Assert.Single(Names.Find(text, 10)).Id));
    }

    [Theory]
    [InlineData("mite")]
    [InlineData("l'hermitage")]
    [InlineData("lhermite suzon")]
    [InlineData("l")]
    [InlineData("suzannel")]
    public async Task What_is_no_beginning_of_a_name_finds_nobody(string typed)
    {
        await PatientAsync(_journal, "L’Hermite", "Suzanne");
        Assert.Empty(Names.Find(typed, 10));
    }

    [Theory]
    [InlineData("M. LHERMITE SUZANNE")]
    [InlineData("Mme L HERMITE")]
    [InlineData("M. le Dr L’HERMITE")]
    [InlineData("L'HERMITE S.")]
    [InlineData("Dr. Lhermite")]
    [InlineData("Pr L'HERMITE Suzanne Mme")]
    public async Task A_name_in_a_list_is_found_with_titles_capitals_and_without_its_apostrophe(string line)
    {
        Guid person = await PatientAsync(_journal, "L’Hermite", "Suzanne");
        await PatientAsync(_journal, "Hermitage", "Suzanne");
        Assert.Equal(person, Assert.Single(Names.Named(line)).Id);
    }

    [Fact]
    public async Task A_family_may_be_called_like_a_title_and_an_M_is_no_initial()
    {
        Guid maitre = await PatientAsync(_journal, "Maître", "Paul");
        await PatientAsync(_journal, "Petit", "Marc");
        await PatientAsync(_journal, "Petit", "Jean");
        await PatientAsync(_journal, "Roux", "Paul");
        Assert.Equal(maitre, Assert.Single(Names.Named("Maître Paul")).Id);
        Assert.Equal(2, Names.Named("M Petit").Count);
        Assert.Empty(Names.Named("P. M."));
    }

    [Fact]
    public async Task A_name_of_very_many_words_is_looked_for_without_keeping_anybody_waiting()
    {
        await PatientAsync(_journal, string.Concat(Enumerable.Repeat("a", 40)), "Anne");
        Assert.Empty(Names.Find(string.Concat(Enumerable.Repeat("a ", 15)) + "b", 10));
        Assert.Empty(Names.Find(string.Concat(Enumerable.Repeat("a ", 10_000)), 10));
    }

    [Fact]
    public async Task People_of_one_name_are_marked_by_their_birth_date_and_by_more_where_it_is_the_same()
    {
        Guid first = await PatientAsync(_journal, "Lemoine", "Odile", "1960-02-01");
        Assert.Null(Names.Of(first)!.Mark);

        Guid other = await PatientAsync(_journal, "LEMOINE", "odile", "1961-02-01");
        Assert.Equal(new SecondMark(Day("1960-02-01")), Names.Of(first)!.Mark);
        Assert.Equal(new SecondMark(Day("1961-02-01")), Names.Of(other)!.Mark);

        Guid twin = await PatientAsync(_journal, "Lemoine", "Odile", "1961-02-01");
        Assert.Equal(new SecondMark(Day("1960-02-01")), Names.Of(first)!.Mark);
        Assert.NotNull(Names.Of(other)!.Mark!.AddedAt);
        Assert.NotNull(Names.Of(twin)!.Mark!.AddedAt);

        IsSaved(await _journal.Get<ConditionRecorder>().RecordAsync(new ConditionForm { PatientId = twin, Label = "Migraine" }));
        Assert.Equal(new SecondMark(Day("1961-02-01"), "Migraine"), Names.Of(twin)!.Mark);
        Assert.NotNull(Names.Of(other)!.Mark!.AddedAt);

        await PatientAsync(_journal, "Lemoine", "Odile-Marie", "1961-02-01");
        Assert.Equal(4, Names.Find("lemoine").Count);
        Assert.Single(Names.Find("odile-marie"), person => person.Mark is null);
    }

    [Theory]
    [InlineData("Odile", "Lemoine", "1960-02-01", true)]
    [InlineData("odile", "LEMOINE", "1960-02-01", true)]
    [InlineData("Lemoine", "Odile", "1960-02-01", true)]
    [InlineData("Odile", "Le Moine", "1960-02-01", true)]
    [InlineData("Odile", "Lemoine", null, true)]
    [InlineData("Odile", "Lemoine", "1960-02-02", false)]
    [InlineData("Odile Anne", "Lemoine", "1960-02-01", false)]
    [InlineData("", "Lemoine", "1960-02-01", false)]
    [InlineData("O.", "Lemoine", "1960-02-01", false)]
    public async Task A_new_person_is_like_one_of_the_same_name_and_no_other_birth_date(string given, string family, string? birth, bool alike)
    {
        Guid recorded = await PatientAsync(_journal, "Lemoine", "Odile", "1960-02-01");
        PatientForm form = new() { GivenName = given, FamilyName = family, BirthDate = birth is null ? null : Day(birth) };
        Assert.Equal(alike ? [recorded] : [], Names.Alike(form).Select(person => person.Id));

        PatientForm same = (await _journal.Get<PatientReader>().ReadAsync(recorded))!.Form;
        Assert.Empty(Names.Alike(same));
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
