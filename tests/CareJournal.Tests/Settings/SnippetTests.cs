using CareJournal.Acts;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Settings;

/// <summary>The practitioner's own snippets of text, each with a unique name.</summary>
public sealed class SnippetTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();

    public void Dispose() => _journal.Dispose();

    [Theory]
    [InlineData("ep", "ep")]
    [InlineData(" ;ep ", "ep")]
    [InlineData("Été2", "Été2")]
    [InlineData("cœur", "cœur")]
    public async Task A_name_is_kept_without_its_sign(string typed, string kept)
    {
        IsSaved(await RecordAsync(typed, "Étirements, puis marche."));
        SnippetForm read = Assert.Single(await Reader.ReadAsync());
        Assert.Equal((kept, "Étirements, puis marche.", 1), (read.Name, read.Text, read.Revision));
    }

    [Theory]
    [InlineData("")]
    [InlineData(";")]
    [InlineData("e p")]
    [InlineData("e;p")]
    [InlineData("é!")]
    [InlineData(null)]
    public async Task What_cannot_be_typed_after_the_sign_is_no_name(string? typed) =>
        Assert.Equal(ProblemKind.NotAName, IsInvalid(await RecordAsync(typed, "x"), nameof(SnippetForm.Name)));

    [Fact]
    public async Task A_name_is_one_name_whatever_its_case_and_accents_until_it_is_free_again()
    {
        SaveOutcome.Saved first = IsSaved(await RecordAsync("été", "x"));
        Assert.Equal(ProblemKind.NameTaken, IsInvalid(await RecordAsync("ETE", "y"), nameof(SnippetForm.Name)));
        SaveOutcome.Saved removed = IsSaved(await Recorder.RemoveAsync(first.RowId, 1));
        IsSaved(await RecordAsync("ETE", "y"));
        Assert.Equal("y", Assert.Single(await Reader.ReadAsync()).Text);

        // Its name is in use again.
        Assert.IsType<SaveOutcome.Stale>(await _journal.Get<UndoRecorder>().UndoAsync(removed.ActId));
    }

    [Fact]
    public async Task A_snippet_is_changed_and_an_older_page_is_stale()
    {
        SaveOutcome.Saved first = IsSaved(await RecordAsync("ep", "x"));
        SnippetForm form = (await Reader.ReadAsync())[0];
        form.Text = "y";
        IsSaved(await Recorder.RecordAsync(form));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RecordAsync(form));
        Assert.IsType<SaveOutcome.Stale>(await Recorder.RemoveAsync(first.RowId, 1));
        Assert.Equal(ProblemKind.Missing, IsInvalid(await RecordAsync("ab", " "), nameof(SnippetForm.Text)));
    }

    private SnippetRecorder Recorder => _journal.Get<SnippetRecorder>();

    private SnippetReader Reader => _journal.Get<SnippetReader>();

    private Task<SaveOutcome> RecordAsync(string? name, string text) => Recorder.RecordAsync(new SnippetForm { Name = name, Text = text });
}
