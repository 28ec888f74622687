using CareJournal.Timelines;

namespace CareJournal.Search;

/// <summary>What a search found.</summary>
/// <param name="Hits">The places, the latest day first; those without a day last.</param>
/// <param name="Count">How many places there are: more than are returned where there are more than <see cref="SearchReader.Most"/>.</param>
public sealed record SearchAnswer(IReadOnlyList<SearchHit> Hits, int Count);

/// <summary>A place in somebody's record where words were found.</summary>
/// <param name="PatientId">The person.</param>
/// <param name="Place">The kind of place.</param>
/// <param name="Id">The row that is shown there.</param>
/// <param name="When">When it was, as vaguely as it was reported; <c>null</c> where it has no date of its own.</param>
/// <param name="Excerpt">The words around what was found.</param>
public sealed record SearchHit(Guid PatientId, RecordPlace Place, Guid Id, FuzzyDate? When, string Excerpt)
{
    /// <summary>The day by which it is sorted: the middle of a vague date.</summary>
    public DateOnly? Day => When?.Middle;
}

/// <summary>A theme: a word that was written with # somewhere.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Places">In how many texts it occurs.</param>
public sealed record SearchTheme(string Word, int Places);
