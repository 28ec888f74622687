using CareJournal.Caseload;

namespace CareJournal.Web.Caseload;

/// <summary>Puts the parts of the filter's sentence into words.</summary>
internal static class CaseloadSentenceWords
{
    /// <summary>Returns a part as it is written in the sentence: « sans séance depuis 6 mois ».</summary>
    public static string Of(CaseloadCriterion criterion, Words words) => criterion.Kind switch
    {
        CaseloadCriterionKind.SilentFor => words["CaseloadCriterionKind.SilentFor", words.Count(criterion.Number ?? 0, "Duration.Months")],
        CaseloadCriterionKind.FlareUpTold => words["CaseloadCriterionKind.FlareUpTold", words.Count(criterion.Number ?? 0, "Duration.Months")],
        CaseloadCriterionKind.AtLeastVisits => words["CaseloadCriterionKind.AtLeastVisits", words.Count(criterion.Number ?? 0, "Count.Visits")],
        CaseloadCriterionKind.Condition => words["CaseloadCriterionKind.Condition", criterion.Condition?.Label ?? ""],
        CaseloadCriterionKind.Theme => words["CaseloadCriterionKind.Theme", criterion.Theme?.Word ?? ""],
        CaseloadCriterionKind.Period => words["CaseloadCriterionKind.Period", words.Of(criterion.Because)],
        _ => words[$"CaseloadCriterionKind.{criterion.Kind}"],
    };
}
