using CareJournal.Patients;
using CareJournal.Web.Patients;

namespace CareJournal.Web.Visits;

/// <summary>Tests how the header of a person's pages shows what is to be kept in mind.</summary>
public sealed class PersonHeaderTests
{
    [Fact]
    public async Task A_long_standing_note_is_named_by_its_beginning_and_opens_to_the_whole()
    {
        await using var test = PeopleTestContext.French();
        string note = $"Prothèse de hanche.\n{string.Join(' ', Enumerable.Repeat("Marcher", 20))}";
        var page = await OpenAsync(test, note);
        string beginning = page.Find("summary .beginning").TextContent;
        Assert.StartsWith("Prothèse de hanche. Marcher", beginning, StringComparison.Ordinal);
        Assert.EndsWith("Marcher…", beginning, StringComparison.Ordinal);
        Assert.Equal(note, page.Find("details > p").TextContent);
    }

    [Fact]
    public async Task A_short_standing_note_is_read_whole_with_nothing_to_open()
    {
        await using var test = PeopleTestContext.French();
        var page = await OpenAsync(test, "Prothèse de hanche.");
        Assert.Empty(page.FindAll("details"));
        Assert.EndsWith("Prothèse de hanche.", page.Find(".standing").TextContent, StringComparison.Ordinal);
    }

    private static async Task<IRenderedComponent<PersonHeader>> OpenAsync(PeopleTestContext test, string note)
    {
        var person = PeopleTestContext.Saved(await test.Get<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = "Vasseur", GivenName = "Claire", StandingNote = note })).RowId;
        var timeline = await test.TimelineAsync(person);
        return test.Context.Render<PersonHeader>(parameters => parameters.Add(header => header.Timeline, timeline));
    }
}
