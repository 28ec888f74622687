namespace CareJournal.Conditions;

/// <summary>A reason for follow-up in plain words; codes are optional and never change what was written.</summary>
public sealed class Condition : PatientRow
{
    /// <summary>The reason, in plain words.</summary>
    public string Label { get; private set; } = "";

    /// <summary>The beginning, as the person remembers.</summary>
    public FuzzyDate? Onset { get; private set; }

    /// <summary>The places in the body.</summary>
    public string? BodySites { get; private set; }

    /// <summary>The ICD-11 code (MG30 and below for chronic pain), where it is used.</summary>
    public string? Icd11Code { get; private set; }

    /// <summary>A second code, such as ICD-10, where a payer asks for it.</summary>
    public string? SecondCode { get; private set; }

    /// <summary>Applies the form. Returns the problems found; with any, nothing changes.</summary>
    public IReadOnlyList<Problem> Describe(ConditionForm form, DateOnly today, LifeSpan? life)
    {
        List<Problem> problems =
        [
            .. WrittenText.TooLong(nameof(form.Label), form.Label, WrittenText.LongestLine),
            .. WrittenText.TooLong(nameof(form.BodySites), form.BodySites, WrittenText.LongestLine),
            .. WrittenText.TooLong(nameof(form.Icd11Code), form.Icd11Code, WrittenText.LongestLine),
            .. WrittenText.TooLong(nameof(form.SecondCode), form.SecondCode, WrittenText.LongestLine),
        ];
        if (WrittenText.Clean(form.Label) is null)
        {
            problems.Add(new Problem(nameof(form.Label), ProblemKind.Missing));
        }

        problems.AddRange(ClinicalDate.Problems(nameof(form.Onset), form.Onset, today, life));
        if (problems.Count == 0)
        {
            Label = WrittenText.CleanLine(form.Label) ?? "";
            Onset = form.Onset;
            BodySites = WrittenText.CleanLine(form.BodySites);
            Icd11Code = WrittenText.CleanLine(form.Icd11Code);
            SecondCode = WrittenText.CleanLine(form.SecondCode);
        }

        return problems;
    }
}

/// <summary>The form of a reason for follow-up.</summary>
public sealed class ConditionForm : PatientRowForm
{
    /// <inheritdoc cref="Condition.Label"/>
    public string? Label { get; set; }

    /// <inheritdoc cref="Condition.Onset"/>
    public FuzzyDate? Onset { get; set; }

    /// <inheritdoc cref="Condition.BodySites"/>
    public string? BodySites { get; set; }

    /// <inheritdoc cref="Condition.Icd11Code"/>
    public string? Icd11Code { get; set; }

    /// <inheritdoc cref="Condition.SecondCode"/>
    public string? SecondCode { get; set; }
}
