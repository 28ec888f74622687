using CareJournal.Acts;
using CareJournal.Conditions;
using CareJournal.Dates;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Patients;

/// <summary>A reason for follow-up while it is typed: its beginning stays the text that was typed until it is read.</summary>
public sealed class ConditionDraft
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

    /// <summary>Whether the same stands in both.</summary>
    public bool Says(ConditionDraft other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Label, Onset, BodySites, Icd11Code, SecondCode) == (other.Label, other.Onset, other.BodySites, other.Icd11Code, other.SecondCode);
    }

    /// <summary>What is recorded, ready to be typed over; the beginning in words that <see cref="FreeFuzzyDate"/> reads back.</summary>
    public static ConditionDraft Of(ConditionForm form, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new ConditionDraft
        {
            Id = form.Id,
            Revision = form.Revision,
            Label = form.Label ?? "",
            Onset = form.Onset is { } onset ? wording.Fuzzy(onset) : "",
            BodySites = form.BodySites ?? "",
            Icd11Code = form.Icd11Code ?? "",
            SecondCode = form.SecondCode ?? "",
        };
    }

    /// <summary>What was typed, as it is recorded.</summary>
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

    /// <summary>What cannot be right.</summary>
    public IReadOnlyList<Problem> Problems(Guid patientId, DateOnly today, LifeSpan? life)
    {
        ConditionForm form = ToForm(patientId, today);
        Problem[] onset = form.Onset is null && !string.IsNullOrWhiteSpace(Onset) ? [new Problem(nameof(Onset), ProblemKind.DateNotUnderstood)] : [];
        return [.. onset, .. new Condition { PatientId = patientId }.Describe(form, today, life)];
    }
}
