using CareJournal.Storage;

namespace CareJournal.Closures;

/// <summary>Records when the practice is closed.</summary>
public sealed class ClosureRecorder(JournalWriter writer)
{
    /// <summary>Adds a closure, past or future; both days are included.</summary>
    public Task<SaveOutcome> AddAsync(DateOnly from, DateOnly to, string? label) =>
        writer.WriteAsync(ActKind.ClosuresChanged, null, journal =>
        {
            if (to < from)
            {
                return Task.FromResult(SaveOutcome.Because(nameof(Closure.To), ProblemKind.EndBeforeStart));
            }

            if (WrittenText.TooLong(nameof(Closure.Label), label, WrittenText.LongestLine).FirstOrDefault() is { } problem)
            {
                return Task.FromResult<SaveOutcome>(new SaveOutcome.Invalid([problem]));
            }

            Closure closure = new() { From = from, To = to, Label = WrittenText.CleanLine(label) };
            journal.Add(closure);
            return Task.FromResult<SaveOutcome>(new SaveOutcome.Saved(closure.Id, Guid.Empty));
        });

    /// <summary>Removes a closure.</summary>
    public Task<SaveOutcome> RemoveAsync(Guid id) =>
        writer.WriteAsync(ActKind.ClosuresChanged, null, async journal =>
        {
            if (await journal.FindRecordedAsync<Closure>(id) is not { } closure)
            {
                return new SaveOutcome.NotFound();
            }

            closure.Void(journal.CurrentAct!.AtUtc);
            return new SaveOutcome.Saved(id, Guid.Empty);
        });
}
