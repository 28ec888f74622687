using CareJournal.Web.Host;

namespace CareJournal.Web.Controls;

/// <summary>The messages about the last save of a form: at each field, and below the form.</summary>
public sealed class SaveAnswer(Words words)
{
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>The error message of a field; <c>null</c> if there is none.</summary>
    public string? this[string field] => _problems.GetValueOrDefault(field);

    /// <summary>The message about the whole form, or how many fields have a problem: shown beside the save button. <c>null</c> if there is none.</summary>
    public string? Sentence { get; private set; }

    /// <summary>The reason why the act was refused, if it was.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>Whether any field has a problem.</summary>
    public bool HasProblems => _problems.Count > 0;

    /// <summary>Clears the last save.</summary>
    public void Clear()
    {
        _problems.Clear();
        Sentence = null;
        Refused = null;
    }

    /// <summary>Marks a field as typed and not understood; nothing typed is ever silently dropped.</summary>
    public void NotUnderstood(string field) => Say(field, words.Problem(new Problem(field, ProblemKind.DateNotUnderstood)));

    /// <summary>Sets the message of a field that could not even be read.</summary>
    public void Say(string field, string sentence)
    {
        _problems[field] = sentence;
        Sentence = words.Refused(_problems.Count);
    }

    /// <summary>Takes off the fields that are mended: the sentence counts those that are left, and goes with the last.</summary>
    /// <param name="wrong">What is still wrong, in any field; a field that had no problem gets none before the next save.</param>
    public void Narrow(IReadOnlyCollection<(string Field, string Sentence)> wrong)
    {
        foreach (string field in _problems.Keys.Except(wrong.Select(one => one.Field), StringComparer.Ordinal).ToList())
        {
            _problems.Remove(field);
        }

        foreach ((string field, string sentence) in wrong.Where(one => _problems.ContainsKey(one.Field)))
        {
            _problems[field] = sentence;
        }

        Sentence = HasProblems ? words.Refused(_problems.Count) : null;
    }

    /// <summary>Takes over the result of a save; returns the save if it was saved.</summary>
    public SaveOutcome.Saved? Take(SaveOutcome outcome)
    {
        Clear();
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                return saved;
            case SaveOutcome.Invalid(var problems):
                foreach (Problem problem in problems)
                {
                    Say(problem.Field, words.Problem(problem));
                }

                break;
            default:
                Refused = (outcome as SaveOutcome.Refused)?.Why;
                Sentence = SentenceOf(outcome, words);
                break;
        }

        return null;
    }

    /// <summary>The reason why nothing was written, in one sentence; <c>null</c> after a save. Problems of fields are shown at the fields, and counted here.</summary>
    /// <param name="outcome">The result of the save; <c>null</c> before one.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="stale">The key of the message for a save that came from another page meanwhile.</param>
    public static string? SentenceOf(SaveOutcome? outcome, Words words, string stale = "Fault.Stale") =>
        outcome switch
        {
            SaveOutcome.Refused(var why) => words.Of(why),
            SaveOutcome.Failed(var fault) => words.Of(fault),
            SaveOutcome.Stale => words[stale],
            SaveOutcome.NotFound => words["Fault.Unknown"],
            SaveOutcome.Invalid(var problems) => words.Refused(problems.Select(problem => problem.Field).Distinct(StringComparer.Ordinal).Count()),
            _ => null,
        };
}
