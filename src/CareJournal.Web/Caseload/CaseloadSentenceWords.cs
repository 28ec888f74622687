using CareJournal.Caseload;
using CareJournal.Web.Kit;

namespace CareJournal.Web.Caseload;

/// <summary>The parts of the filter's sentence in words.</summary>
internal static class CaseloadSentenceWords
{
    /// <summary>A part as it stands in the sentence: « sans séance depuis 6 mois ».</summary>
    public static string Of(CaseloadCriterion criterion, Wording wording) => criterion.Kind switch
    {
        CaseloadCriterionKind.SilentFor => wording["CaseloadCriterionKind.SilentFor", wording.Count(criterion.Number ?? 0, "Duration.Months")],
        CaseloadCriterionKind.FlareUpTold => wording["CaseloadCriterionKind.FlareUpTold", wording.Count(criterion.Number ?? 0, "Duration.Months")],
        CaseloadCriterionKind.AtLeastVisits => wording["CaseloadCriterionKind.AtLeastVisits", wording.Count(criterion.Number ?? 0, "Count.Visits")],
        CaseloadCriterionKind.Condition => wording["CaseloadCriterionKind.Condition", criterion.Condition?.Label ?? ""],
        CaseloadCriterionKind.Period => wording["CaseloadCriterionKind.Period", wording.Of(criterion.Because)],
        _ => wording[$"CaseloadCriterionKind.{criterion.Kind}"],
    };
}
