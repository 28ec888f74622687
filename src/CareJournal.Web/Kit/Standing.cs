namespace CareJournal.Web.Kit;

/// <summary>A goal or a tool as a line: what it is, where it stands, what was said of it.</summary>
/// <typeparam name="TState">Where it may stand.</typeparam>
/// <param name="Id">The row.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Words">What it is called.</param>
/// <param name="State">Where it stands.</param>
/// <param name="About">Since when, and what else tells it apart.</param>
/// <param name="Said">What was said of it, oldest first.</param>
/// <param name="Open">Whether it is still on its way.</param>
/// <param name="Pending">What is said of it by the form beside it, and not recorded yet, in one line.</param>
/// <param name="Line">The line of that.</param>
/// <param name="NewWords">What that calls it from now on.</param>
public sealed record Standing<TState>(
    Guid Id, int Revision, string Words, TState State, string About, IReadOnlyList<string> Said, bool Open, string? Pending = null, string? Line = null, string? NewWords = null)
    where TState : struct, Enum;

/// <summary>Where a goal or a tool stands now, as it is chosen.</summary>
/// <typeparam name="TState">Where it may stand.</typeparam>
/// <param name="Id">The row.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Line">What was said of it, in a line.</param>
/// <param name="NewWords">What it is called from now on, where that changes.</param>
/// <param name="DraftId">The draft that held the words while they were typed.</param>
public sealed record StandingMove<TState>(Guid Id, TState State, string? Line, string? NewWords, Guid? DraftId)
    where TState : struct, Enum;
