using CareJournal.Acts;
using CareJournal.Goals;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Visits;
using static CareJournal.Support.Some;

namespace CareJournal.Search;

/// <summary>Tests about whom a theme is written, as the index knows it.</summary>
public sealed class ThemeReaderTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public async Task A_theme_is_listed_with_the_people_in_whose_texts_it_is_and_a_longer_word_is_another()
    {
        Assert.Empty(await _journal.Get<ThemeReader>().ReadAsync());
        Guid first = await PatientAsync(_journal, "Petit", "Jean");
        Guid second = await PatientAsync(_journal, "Grand", "Anne");
        await VisitAsync(_journal, first, "2025-01-06", note: "Nuits courtes. #Sommeil #travail");
        await VisitAsync(_journal, first, "2025-02-03", note: "Encore (#sommeil).");
        IsSaved(await _journal.Get<GoalRecorder>().RecordAsync(new GoalForm { PatientId = second, Words = "Dormir #sommeil" }));
        Guid other = await VisitAsync(_journal, second, "2025-03-03", note: "#sommeilleuse, et le travail");
        Assert.Equal([$"sommeil {Written(first, second)}", $"sommeilleuse {Written(second)}", $"travail {Written(first)}"], await ThemesAsync());

        IsSaved(await _journal.Get<VisitRecorder>().VoidAsync(other, 1));
        Assert.Equal([$"sommeil {Written(first, second)}", $"travail {Written(first)}"], await ThemesAsync());
    }

    [Theory]
    [InlineData("(#sommeil), #SOMMEIL et #Éveil #l’été #a#b ##double # seul C#5 😀#soir (#un)#deux")]
    [InlineData("#sommeil-profond #mal_de_dos ＃travail #2026 #œil #٣ #李 #straße")]
    public async Task The_index_has_the_themes_that_are_read_in_a_text(string note)
    {
        await VisitAsync(_journal, await PatientAsync(_journal), "2025-01-06", note: note);
        Assert.Equal(TextThemes.Of(note).Order(StringComparer.Ordinal), (await _journal.Get<ThemeReader>().ReadAsync()).Select(theme => theme.Word).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Fifty_themes_are_the_most_that_a_filter_offers()
    {
        Guid person = await PatientAsync(_journal);
        await VisitAsync(_journal, person, "2025-01-06", note: string.Join(' ', Enumerable.Range(0, 60).Select(number => $"#theme{number:00}")));
        await VisitAsync(_journal, person, "2025-02-03", note: "#theme59");
        IReadOnlyList<PeopleTheme> themes = await _journal.Get<ThemeReader>().ReadAsync();
        Assert.Equal(50, themes.Count);
        Assert.Contains(themes, theme => theme.Word == "theme59");
        Assert.All(themes, theme => Assert.Equal([person], theme.People));
    }

    [Fact]
    public async Task A_locked_journal_tells_nothing()
    {
        _journal.File.Lock();
        await Assert.ThrowsAsync<JournalLockedException>(_journal.Get<ThemeReader>().ReadAsync);
    }

    private async Task<IEnumerable<string>> ThemesAsync() => (await _journal.Get<ThemeReader>().ReadAsync()).Select(theme => $"{theme.Word} {Written([.. theme.People])}");

    private static string Written(params Guid[] people) => string.Join(' ', people.Order());
}
