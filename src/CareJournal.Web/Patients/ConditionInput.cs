using CareJournal.Conditions;
using CareJournal.Web.Drafts;

namespace CareJournal.Web.Patients;

/// <summary>A reason for follow-up while it is typed: its beginning stays the typed text until it is read.</summary>
public sealed record ConditionInput
{
    /// <summary>The reason.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The revision that was read; 0 for a new one.</summary>
    public int Revision { get; init; }

    /// <inheritdoc cref="Condition.Label"/>
    public string Label { get; set; } = "";

    /// <inheritdoc cref="Condition.Onset"/>
    public string Onset { get; set; } = "";

    /// <inheritdoc cref="Condition.BodySites"/>
    public string BodySites { get; set; } = "";

    /// <inheritdoc cref="Condition.Icd11Code"/>
    public string Icd11Code { get; set; } = "";

    /// <inheritdoc cref="Condition.SecondCode"/>
    public string SecondCode { get; set; } = "";

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Label + Onset + BodySites + Icd11Code + SecondCode);

    /// <summary>Writes out a beginning that was typed on an earlier day.</summary>
    public void WriteOut(DateOnly typedOn, DateOnly today, Words words) => Onset = DateText.WrittenOut(Onset, DateTextKind.Vague, typedOn, today, words);

    /// <summary>The recorded values as input; the beginning in words that <see cref="FreeFuzzyDate"/> reads back.</summary>
    public static ConditionInput Of(ConditionForm form, Words words) =>
        new ConditionInput
        {
            Id = form.Id,
            Revision = form.Revision,
            Label = form.Label ?? "",
            Onset = form.Onset is { } onset ? words.Fuzzy(onset) : "",
            BodySites = form.BodySites ?? "",
            Icd11Code = form.Icd11Code ?? "",
            SecondCode = form.SecondCode ?? "",
        };

    /// <summary>The typed values, as recorded.</summary>
    public ConditionForm ToForm(Guid patientId, DateOnly today) => new()
    {
        Id = Id,
        PatientId = patientId,
        Revision = Revision,
        Label = Label,
        Onset = FreeFuzzyDate.Read(Onset, today),
        BodySites = BodySites,
        Icd11Code = Icd11Code,
        SecondCode = SecondCode,
    };

    /// <summary>Returns the validation problems.</summary>
    public IReadOnlyList<Problem> Problems(Guid patientId, DateOnly today, LifeSpan? life)
    {
        ConditionForm form = ToForm(patientId, today);
        Problem[] onset = form.Onset is null && !string.IsNullOrWhiteSpace(Onset) ? [new Problem(nameof(Onset), ProblemKind.DateNotUnderstood)] : [];
        return [.. onset, .. new Condition { PatientId = patientId }.Describe(form, today, life)];
    }
}
