using CareJournal.Acts;
using CareJournal.Web.Security;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Controls;

/// <summary>Tests what is shown after a refused save: the problem at each field, and beside the button how many there are.</summary>
public sealed class SaveAnswerTests
{
    [Fact]
    public void The_fields_that_are_refused_are_counted_beside_the_button()
    {
        using Speaking speaking = Speaking.French();
        SaveAnswer answer = new(speaking.Words);
        answer.Take(new SaveOutcome.Invalid([new Problem("Note", ProblemKind.TooLong, 100_000), new Problem("Note", ProblemKind.Missing), new Problem("HeldOn", ProblemKind.DateNotUnderstood)]));
        Assert.Equal("Rien n’est enregistré : 2 champs sont à revoir.", answer.Sentence!.Replace('\u00a0', ' '));
        answer.Take(SaveOutcome.Because("Note", ProblemKind.Missing));
        Assert.Equal("Rien n’est enregistré : un champ est à revoir.", answer.Sentence!.Replace('\u00a0', ' '));
        answer.Clear();
        answer.NotUnderstood("End");
        answer.Say("StartsAt", "Heure non comprise.");
        Assert.Equal("Rien n’est enregistré : 2 champs sont à revoir.", answer.Sentence!.Replace('\u00a0', ' '));
        answer.Take(new SaveOutcome.Saved(Guid.Empty, Guid.Empty));
        Assert.Null(answer.Sentence);
    }
}
