using CareJournal.Patients;
using CareJournal.Search;
using CareJournal.Web.Controls;

namespace CareJournal.Web.Shell;

/// <summary>An entry of the palette: a page, an act or a person.</summary>
/// <param name="Words">Its name.</param>
/// <param name="Address">Its address.</param>
/// <param name="About">What distinguishes it from another of the same name, if anything.</param>
/// <param name="Searched">What is searched for in the whole journal there; <c>null</c> for any other entry.</param>
public sealed record PaletteEntry(string Words, string Address, string? About = null, string? Searched = null)
{
    private const int MostPeople = 6;
    private const int FewestLettersOfAct = 3;

    /// <summary>
    /// Finds the entries that match the typed text: pages and acts whose words begin so, in any order; from two letters on, people, each with
    /// the act of logging their session; last, the search for the text in the whole journal. Nobody is named before a letter is typed: others may see the screen.
    /// </summary>
    /// <param name="typed">The typed text.</param>
    /// <param name="here">The person whose page is open, if one is.</param>
    /// <param name="names">The names to search.</param>
    /// <param name="words">The reader's language.</param>
    public static Found<PaletteEntry> Find(string typed, Guid? here, PatientNames names, Words words)
    {
        string[] wanted = FoldedText.Words(typed);
        string[] act = FoldedText.Words(words["Button.LogVisit"]);
        string[] named = [.. wanted.Where(word => word.Length < FewestLettersOfAct || !Begins(act, word))];
        Found<PatientName> found = Found.First(names.Find(string.Join(' ', named)), MostPeople);
        IReadOnlyList<PatientName> people = found.Items;
        return new Found<PaletteEntry>(
        [
            .. Places(here, words).Where(place => wanted.All(word => Begins(FoldedText.Words(place.Words), word))),
            .. named.Length < wanted.Length ? [] : people.Select(person => new PaletteEntry(person.Name, Urls.Person(person.Id), Birth(person, words))),
            .. people.Select(person => new PaletteEntry($"{words["Button.LogVisit"]} · {person.Name}", Urls.LogSession(person.Id), Birth(person, words))),
            .. SearchQuery.Of(typed).Expression is null ? [] : new[] { new PaletteEntry(words["Search.For", typed.Trim()], Urls.Search, Searched: typed.Trim()) },
        ], found.More);
    }

    private static IEnumerable<PaletteEntry> Places(Guid? person, Words words)
    {
        if (person is { } id)
        {
            yield return new(words["Button.LogVisit"], Urls.LogSession(id));
            yield return new(words["Review.Title"], Urls.TakeStock(id));
            yield return new(words["Button.AddFlareUp"], Urls.AddTo(id, TimelineItem.NewFlareUp));
            yield return new(words["Button.AddLifeEvent"], Urls.AddTo(id, TimelineItem.NewLifeEvent));
            yield return new(words["Rhythm.Title"], Urls.Rhythm(id));
            yield return new(words["Button.EditPerson"], Urls.EditPerson(id));
            yield return new(words["Button.Print"], Urls.Print(id));
        }

        yield return new(words["App.Today"], Urls.Today);
        yield return new(words["App.People"], Urls.People);
        yield return new(words["App.Away"], Urls.Away);
        yield return new(words["App.Caseload"], Urls.Caseload);
        yield return new(words["Search.Title"], Urls.Search);
        yield return new(words["Returns.Title"], Urls.Returns);
        yield return new(words["Year.Title"], Urls.Year);
        yield return new(words["Button.AddPatient"], Urls.NewPerson);
        yield return new(words["App.Settings"], Urls.Settings);
    }

    private static string? Birth(PatientName person, Words words) =>
        person.Mark is { } mark ? string.Join(" · ", words.Marked(mark)) : person.BirthDate is { } birth ? words.Date(birth) : null;

    private static bool Begins(string[] words, string typed) => Array.Exists(words, word => word.StartsWith(typed, StringComparison.Ordinal));
}
