using CareJournal.Acts;

namespace CareJournal.Web.Kit;

/// <summary>How the last save of a form ended, as the sentences to show: at each field, and below the form.</summary>
public sealed class SaveAnswer(Wording wording)
{
    private readonly Dictionary<string, string> _problems = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a field; <c>null</c> while all is well.</summary>
    public string? this[string field] => _problems.GetValueOrDefault(field);

    /// <summary>What is wrong with the whole, or how many fields are to be looked at again: said beside the button that saves. <c>null</c> while all is well.</summary>
    public string? Sentence { get; private set; }

    /// <summary>Why the act was refused, if it was.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>Whether nothing was said against it.</summary>
    public bool IsWell => _problems.Count == 0 && Sentence is null;

    /// <summary>Forgets the last save.</summary>
    public void Clear()
    {
        _problems.Clear();
        Sentence = null;
        Refused = null;
    }

    /// <summary>Names a field as something that was typed and not understood; nothing typed is ever dropped in silence.</summary>
    public void NotUnderstood(string field) => Say(field, wording.Problem(new Problem(field, ProblemKind.DateNotUnderstood)));

    /// <summary>Says what is wrong with a field that could not even be read.</summary>
    public void Say(string field, string sentence)
    {
        _problems[field] = sentence;
        Sentence = wording.Refused(_problems.Count);
    }

    /// <summary>Takes over how a save ended; answers the save when it is on disk.</summary>
    public SaveOutcome.Saved? Take(SaveOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        Clear();
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                return saved;
            case SaveOutcome.Invalid(var problems):
                foreach (Problem problem in problems)
                {
                    Say(problem.Field, wording.Problem(problem));
                }

                break;
            case SaveOutcome.Stale:
                Sentence = wording["Fault.Stale"];
                break;
            case SaveOutcome.NotFound:
                Sentence = wording["Fault.Unknown"];
                break;
            case SaveOutcome.Refused(var why):
                Refused = why;
                Sentence = wording.Of(why);
                break;
            case SaveOutcome.Failed(var fault):
                Sentence = wording.Of(fault);
                break;
        }

        return null;
    }
}
