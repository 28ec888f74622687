using CareJournal.Contacts;
using CareJournal.Web.Drafts;

namespace CareJournal.Web.AwayReview;

/// <summary>The base of the two forms that record an exchange together with their act: its words are kept as a draft while they are typed.</summary>
/// <typeparam name="TForm">The exchange, with what else the form asks for.</typeparam>
public abstract class AwayContactFormBase<TForm> : AwayFormBase
    where TForm : ContactForm
{
    /// <summary>The exchange as it is typed.</summary>
    protected TForm Contact { get; set; } = null!;

    /// <summary>The draft of the exchange.</summary>
    protected FormDraft<TForm>? Draft { get; set; }

    [Inject]
    private Words Words { get; init; } = null!;

    /// <summary>The day of the exchange as it is typed.</summary>
    protected DateText On { get; } = new(nameof(ContactForm.On));

    /// <summary>The problem of the day, as a sentence.</summary>
    protected string? OnProblem => NotUnderstood ? Words["ProblemKind.DateNotUnderstood"] : Problem(nameof(ContactForm.On));

    private bool NotUnderstood => !On.IsEmpty && On.Day(Today) is null;

    protected override void OnInitialized()
    {
        Contact = Create();
        On.Text = Words["Date.Today"];
    }

    /// <summary>Leaves the form without an act.</summary>
    protected Task LeaveAsync() => LeaveAsync(Draft);

    /// <summary>Creates the form before anything is typed.</summary>
    protected abstract TForm Create();

    /// <summary>Records the exchange as it is typed; writes nothing while its day is not understood.</summary>
    /// <param name="said">What is done by it, as a sentence without its full stop.</param>
    /// <param name="record">Records it.</param>
    protected async Task RecordAsync(string said, Func<TForm, Task<SaveOutcome>> record)
    {
        Guid? draft = await Draft!.TakeAsync();
        Contact.DraftId = draft;
        if (NotUnderstood)
        {
            return;
        }

        Contact.On = On.Day(Today);
        await ShowAsync(said, await record(Contact), Draft.SettledAsync);
    }
}
