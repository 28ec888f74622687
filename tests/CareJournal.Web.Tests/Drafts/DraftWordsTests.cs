using System.Text.Json;
using System.Text.RegularExpressions;
using CareJournal.Drafts;
using CareJournal.Web.Goals;
using CareJournal.Web.Resources;

namespace CareJournal.Web.Drafts;

/// <summary>Tests drafts that are read without their form: nothing of them is lost, and nothing in them can break the reading.</summary>
public sealed class DraftWordsTests
{
    [Fact]
    public void Each_text_is_under_the_label_of_its_field_and_a_date_as_it_was_typed() => Assert.Equal(
        [("Visit.Date", "١٢/٣/١٩٧١"), ("Visit.Impression", "Marche mieux.\nDort moins."), ("Visit.Hidden", null)],
        Read("visit", """{"HeldOn":"١٢/٣/١٩٧١","Impression":"Marche mieux.\nDort moins.","Agreed":"  ","Hidden":"true","ThirdParty":"false"}"""));

    [Fact]
    public void What_was_gathered_from_goals_is_there_too_and_ids_and_days_are_no_words()
    {
        string chosen = """{"PatientId":"0195c0de-0000-7000-8000-000000000001","TakenOn":"2026-11-20","Goals":[{"GoalId":"0195c0de-0000-7000-8000-000000000002","State":3,"Line":"Jusqu’au pont."}]}""";
        Assert.Equal(
            [("Review.Situation", "Elle tient."), ("Review.TakenOn", "2026-11-20"), ("StateList.Line", "Jusqu’au pont.")],
            Read("review", JsonSerializer.Serialize(new Dictionary<string, string> { ["Situation"] = "Elle tient.", ["Choices"] = chosen })));
    }

    [Fact]
    public void A_field_that_no_form_has_is_called_by_its_own_name() =>
        Assert.Equal([("Posture", "Penche à gauche.")], Texts("visit", """{"Posture":"Penche à gauche."}""").Select(word => (word.Label ?? word.Name, word.Text)));

    [Theory]
    [InlineData("")]
    [InlineData("Marche mieux.")]
    [InlineData("[\"Marche mieux.\"]")]
    [InlineData("{\"Impression\":\"Marche mi")]
    [InlineData("moitié \ud83d seule")]
    [InlineData("{\"\\ud83d\":\"x\"}")]
    public void What_is_no_form_any_more_is_shown_as_it_is_stored_in_the_journal(string text)
    {
        DraftWords words = DraftWords.Of(Draft("visit", text));
        Assert.Empty(words.Texts);
        Assert.Equal(text, words.Raw);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("{\"a\":{\"b\":[1,null,\"c\"]}}")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("\"[\"")]
    [InlineData("\"{\\\"Goals\\\":null,\\\"Goals\\\":7}\"")]
    public void Whatever_is_in_a_field_is_read_and_taken_over_without_a_fault(string value)
    {
        foreach (string field in (string[])["Impression", "Choices", "HeldOn", "Hidden"])
        {
            DraftAnswer draft = Draft("visit", $$"""{"Note":"Le reste.","{{field}}":{{value}}}""");
            Assert.Contains(("Visit.Note", "Le reste."), DraftWords.Of(draft).Texts.Select(word => (word.Label, word.Text)));
            Assert.Equal("Le reste.", FormText<CareJournal.Visits.VisitForm>.Resume(new CareJournal.Visits.VisitForm { PatientId = Guid.CreateVersion7() }, DraftText.Read(draft.Text)!, Guid.CreateVersion7(), []).Note);
        }
    }

    [Fact]
    public void Every_text_field_that_is_kept_has_its_label_in_both_languages()
    {
        string web = Path.Combine(WordsFile.Repository, "src", "CareJournal.Web");
        string[] kept =
        [
            .. from file in Directory.EnumerateFiles(web, "*.*", SearchOption.AllDirectories)
               where Path.GetExtension(file) is ".razor" or ".cs" && !Regex.IsMatch(file.Replace('\\', '/'), "/(obj|bin)/")
               from Match field in Regex.Matches(File.ReadAllText(file), "(data-draft=\"(@\\(?(Prefix \\+ )?nameof\\(\\w+\\.)?|DateText \\w+ .*= new\\(nameof\\(\\w+\\.)(?<name>\\w+)")
               select field.Groups["name"].Value,
        ];
        Assert.True(kept.Length > 25, $"{kept.Length} fields found");
        Assert.DoesNotContain(kept, name => (DraftWords.LabelOf("visit", name) ?? DraftWords.LabelOf("snippet", name)) is not { } label || !WordsFile.French.ContainsKey(label) || !WordsFile.English.ContainsKey(label));
    }

    [Theory]
    [InlineData("visit")]
    [InlineData("change")]
    [InlineData("review")]
    [InlineData("flare-up")]
    [InlineData("life-event")]
    [InlineData("period")]
    [InlineData("word")]
    [InlineData("contact")]
    [InlineData("gap-2026-01-02")]
    [InlineData("goal")]
    [InlineData("tool")]
    [InlineData("person")]
    [InlineData("condition")]
    [InlineData("next-step")]
    [InlineData("in-touch")]
    [InlineData("conclude")]
    [InlineData("rhythm")]
    [InlineData("news")]
    [InlineData("justify")]
    [InlineData("snippet")]
    [InlineData("check-in")]
    [InlineData("a form of a later version")]
    public void Every_form_has_a_name_on_screen(string form) => Assert.Contains(DraftWords.FormKey(form), WordsFile.French.Keys);

    private static IEnumerable<(string? Label, string? Text)> Read(string form, string text) => Texts(form, text).Select(word => (word.Label, word.Text));

    private static IReadOnlyList<DraftWord> Texts(string form, string text) => DraftWords.Of(Draft(form, text)).Texts;

    private static DraftAnswer Draft(string form, string text) => new(Guid.CreateVersion7(), null, form, null, null, 1, text, new DateTime(2026, 11, 22, 13, 0, 0));
}
