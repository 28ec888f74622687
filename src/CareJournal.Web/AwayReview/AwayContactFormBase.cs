using CareJournal.Acts;
using CareJournal.Contacts;
using CareJournal.Web.Kit;

namespace CareJournal.Web.AwayReview;

/// <summary>What the two forms have in common that record an exchange with their act: its words are kept as a draft while they are typed.</summary>
public abstract class AwayContactFormBase : AwayFormBase
{
    /// <summary>The exchange as it is typed.</summary>
    protected ContactForm Contact { get; private set; } = null!;

    /// <summary>Keeps it.</summary>
    protected FormKeeper<ContactForm>? Keeper { get; set; }

    /// <summary>Its day as it is typed.</summary>
    protected string? On { get; set; }

    /// <summary>What is wrong with its day, as a sentence.</summary>
    protected string? OnProblem => NotUnderstood ? Wording["ProblemKind.DateNotUnderstood"] : Problem(nameof(ContactForm.On));

    private bool NotUnderstood => !string.IsNullOrWhiteSpace(On) && FreeDate.Read(On, Today) is null;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Contact = new ContactForm { PatientId = PatientId };
        On = Wording["Date.Today"];
    }

    /// <summary>Takes over what was typed earlier.</summary>
    protected void Restore((ContactForm Form, IReadOnlyDictionary<string, string> Fields) draft)
    {
        Contact = draft.Form;
        On = FormDraft.Day(draft.Fields.GetValueOrDefault(nameof(ContactForm.On), On ?? ""), Keeper!.TypedOn, Today, Wording);
    }

    /// <summary>Records the exchange as it stands in the fields; writes nothing while its day is not understood.</summary>
    /// <param name="kind">What is done with it.</param>
    /// <param name="record">Records it.</param>
    protected async Task RecordAsync(ActKind kind, Func<ContactForm, Task<SaveOutcome>> record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Contact.DraftId, IReadOnlyDictionary<string, string> typed) = await Keeper!.TakeAsync();
        On = typed.GetValueOrDefault(nameof(ContactForm.On), On ?? "");
        if (NotUnderstood)
        {
            return;
        }

        Contact.On = FreeDate.Read(On, Today);
        SaveOutcome outcome = await record(Contact);
        if (outcome is SaveOutcome.Saved)
        {
            await Keeper.SettledAsync();
        }

        await TellAsync(kind, outcome);
    }
}
