using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.Patients;

namespace CareJournal.Web.Patients;

/// <summary>One person in the list of everybody, with what the list is sorted by.</summary>
/// <param name="Place">The place by family name, from 0.</param>
/// <param name="Standing">The person, their last session and where they are.</param>
/// <param name="Today">The practice's civil day.</param>
public sealed record PeopleRow(int Place, PersonStanding Standing, DateOnly Today)
{
    /// <summary>The height of a row in CSS pixels where it has one line, as <c>PeopleList.razor.css</c> draws it.</summary>
    public const float Height = 44;

    /// <summary>The person.</summary>
    public PatientName Person => Standing.Person;

    /// <summary>Days since birth; the most there can be where no day of birth is known, so that these people stand after the others.</summary>
    public int AgeInDays => Person.BirthDate is { } birth ? Today.DayNumber - birth.DayNumber : int.MaxValue;

    /// <summary>Days since the last session; the most there can be before the first one.</summary>
    public int Silence => Standing.LastVisit is { } last ? Today.DayNumber - last.DayNumber : int.MaxValue;

    /// <summary>Where the person is, in the order of the follow-up.</summary>
    public AwayState State => Standing.State;

    /// <summary>The first letter of the family name, a capital without accent; <c>#</c> where it has none.</summary>
    public char Letter => FoldedText.Words(Person.FamilyName) is [[var first, ..], ..] ? char.ToUpperInvariant(first) : '#';
}
