using CareJournal.Acts;
using CareJournal.Web.Kit;

namespace CareJournal.Web.AwayReview;

/// <summary>Why nothing was written, said where it was asked for.</summary>
public static class AwayOutcome
{
    /// <summary>The sentence; <c>null</c> for what is saved. What is wrong with a field is said there, and counted here.</summary>
    public static string? SentenceOf(SaveOutcome? outcome, Wording wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return outcome switch
        {
            SaveOutcome.Refused(var why) => wording.Of(why),
            SaveOutcome.Failed(var fault) => wording.Of(fault),
            SaveOutcome.Stale => wording["Away.Stale"],
            SaveOutcome.NotFound => wording["Fault.Unknown"],
            SaveOutcome.Invalid(var problems) => wording.Refused(problems.Select(problem => problem.Field).Distinct(StringComparer.Ordinal).Count()),
            _ => null,
        };
    }
}
