using CareJournal.AwayReview;
using CareJournal.Patients;
using CareJournal.Web.Goals;

namespace CareJournal.Web.Patients;

/// <summary>A row of the list of all people, with the values it is sorted by.</summary>
/// <param name="Place">The rank by family name, from 0.</param>
/// <param name="Summary">The person, their last session and their state.</param>
/// <param name="Today">The practice's civil day.</param>
public sealed record PeopleRow(int Place, PersonSummary Summary, DateOnly Today)
{
    /// <summary>The height of a one-line row in CSS pixels, as <c>PeopleList.razor.css</c> draws it.</summary>
    public const float Height = 44;

    /// <summary>The person.</summary>
    public PatientName Person => Summary.Person;

    /// <summary>Days since birth; <see cref="int.MaxValue"/> if no day of birth is known, so that these people come last.</summary>
    public int AgeInDays => Person.BirthDate is { } birth ? Today.DayNumber - birth.DayNumber : int.MaxValue;

    /// <summary>Days since the last session; <see cref="int.MaxValue"/> before the first one.</summary>
    public int Silence => Summary.LastVisit is { } last ? Today.DayNumber - last.DayNumber : int.MaxValue;

    /// <summary>The person's state, in the order of the follow-up.</summary>
    public AwayState State => Summary.State;

    /// <summary>The first letter of the family name, a capital without accent; <c>#</c> if it has none.</summary>
    public char Letter => FoldedText.Words(Person.FamilyName) is [[var first, ..], ..] ? char.ToUpperInvariant(first) : '#';
}
