using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Web.Kit;
using CareJournal.Web.Timelines;

namespace CareJournal.Web.App;

/// <summary>One place to go from anywhere.</summary>
/// <param name="Words">What it is called.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="About">What tells it apart from a namesake, if anything does.</param>
public sealed record PaletteEntry(string Words, string Address, string? About = null)
{
    private const int MostPeople = 6;
    private const int FewestLettersOfAct = 3;

    /// <summary>
    /// What matches what was typed: the pages and acts whose words begin so, in any order; from two letters on, people, each with
    /// the act of logging their session. Before a letter is typed nobody is named: others may see the screen.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="person">The person whose page is open, if one is.</param>
    /// <param name="names">The names at hand.</param>
    /// <param name="wording">The reader's language.</param>
    public static IReadOnlyList<PaletteEntry> Find(string typed, Guid? person, PatientNames names, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(wording);
        string[] wanted = FoldedText.Words(typed);
        string[] act = FoldedText.Words(wording["Button.LogVisit"]);
        string[] named = [.. wanted.Where(word => word.Length < FewestLettersOfAct || !Begins(act, word))];
        IReadOnlyList<PatientName> people = names.Find(string.Join(' ', named), MostPeople);
        return
        [
            .. Places(person, wording).Where(place => wanted.All(word => Begins(FoldedText.Words(place.Words), word))),
            .. named.Length < wanted.Length ? [] : people.Select(found => new PaletteEntry(found.Name, Urls.Person(found.Id), Birth(found, wording))),
            .. people.Select(found => new PaletteEntry($"{wording["Button.LogVisit"]} · {found.Name}", Urls.LogSession(found.Id), Birth(found, wording))),
        ];
    }

    private static IEnumerable<PaletteEntry> Places(Guid? person, Wording wording)
    {
        if (person is { } id)
        {
            yield return new(wording["Button.LogVisit"], Urls.LogSession(id));
            yield return new(wording["Review.Title"], Urls.TakeStock(id));
            yield return new(wording["Button.AddFlareUp"], Urls.AddTo(id, TimelineItem.NewFlareUp));
            yield return new(wording["Button.AddLifeEvent"], Urls.AddTo(id, TimelineItem.NewLifeEvent));
            yield return new(wording["Rhythm.Title"], Urls.Rhythm(id));
            yield return new(wording["Button.EditPerson"], Urls.EditPerson(id));
            yield return new(wording["Button.Print"], Urls.Print(id));
        }

        yield return new(wording["App.Today"], Urls.Today);
        yield return new(wording["App.People"], Urls.People);
        yield return new(wording["App.Away"], Urls.Away);
        yield return new(wording["App.Caseload"], Urls.Caseload);
        yield return new(wording["Returns.Title"], Urls.Returns);
        yield return new(wording["Year.Title"], Urls.Year);
        yield return new(wording["Button.AddPatient"], Urls.NewPerson);
        yield return new(wording["App.Settings"], Urls.Settings);
    }

    private static string? Birth(PatientName person, Wording wording) => person.BirthDate is { } birth ? wording.Date(birth) : null;

    private static bool Begins(string[] words, string typed) => Array.Exists(words, word => word.StartsWith(typed, StringComparison.Ordinal));
}
