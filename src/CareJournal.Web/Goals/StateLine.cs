namespace CareJournal.Web.Goals;

/// <summary>A goal or a tool as a line: its words, its state and its history.</summary>
/// <typeparam name="TState">The possible states.</typeparam>
/// <param name="Id">The row.</param>
/// <param name="Revision">The revision that was read.</param>
/// <param name="Words">Its words.</param>
/// <param name="State">Its current state.</param>
/// <param name="About">Since when, and what else distinguishes it.</param>
/// <param name="Said">Its history, oldest first.</param>
/// <param name="Open">Whether it is still open.</param>
/// <param name="Pending">The change collected by the form beside it and not recorded yet, in one line.</param>
/// <param name="Line">The note of that change.</param>
/// <param name="NewWords">The wording of that change.</param>
public sealed record StateLine<TState>(
    Guid Id, int Revision, string Words, TState State, string About, IReadOnlyList<string> Said, bool Open, string? Pending = null, string? Line = null, string? NewWords = null)
    where TState : struct, Enum;

/// <summary>The chosen state of a goal or a tool.</summary>
/// <typeparam name="TState">The possible states.</typeparam>
/// <param name="Id">The row.</param>
/// <param name="State">Its state.</param>
/// <param name="Line">A one-line note.</param>
/// <param name="NewWords">Its words from now on, if they change.</param>
/// <param name="DraftId">The draft that kept the words while they were typed.</param>
public sealed record StateMove<TState>(Guid Id, TState State, string? Line, string? NewWords, Guid? DraftId)
    where TState : struct, Enum;
