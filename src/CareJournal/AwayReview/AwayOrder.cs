using CareJournal.Decisions;

namespace CareJournal.AwayReview;

/// <summary>The order in which the people of the review are looked at one by one: list after list, each person once, at their first list. Pure.</summary>
/// <param name="Turns">The people, in order.</param>
public sealed record AwayOrder(IReadOnlyList<AwayTurn> Turns)
{
    /// <summary>Puts the rows of the lists, in their order, one behind the other.</summary>
    public static AwayOrder Of(IEnumerable<(AwayList AwayList, IReadOnlyList<AwayRow> Rows)> lists) =>
        new([.. lists.SelectMany(list => list.Rows.Select(row => new AwayTurn(row, list.AwayList))).DistinctBy(turn => turn.PatientId)]);

    private AwayTurn? First => Turns is [var first, ..] ? first : null;

    /// <summary>Returns the person's place, from 0; -1 when they are not in the review.</summary>
    public int PlaceOf(Guid? patientId) => Turns.Index().FirstOrDefault(turn => turn.Item.PatientId == patientId, (-1, null!)).Index;

    /// <summary>Returns the turn of a person, else the first one; <c>null</c> when nobody is left.</summary>
    public AwayTurn? Find(Guid? patientId) => Turns.FirstOrDefault(turn => turn.PatientId == patientId) ?? First;

    /// <summary>Returns the turn so many places further on, 1 for the next and -1 for the one before; <c>null</c> beyond either end, and for somebody who is not in the review.</summary>
    public AwayTurn? Beside(Guid? patientId, int step) => PlaceOf(patientId) is >= 0 and var place ? Turns.ElementAtOrDefault(place + step) : null;

    /// <summary>
    /// Returns whose turn it is after an act: the first person behind the one it was about who is still there; after the last, the first of those that
    /// were passed over; the same person when only they are left; <c>null</c> when nobody is.
    /// </summary>
    /// <param name="patientId">The person whom the act was about.</param>
    /// <param name="before">The order before the act.</param>
    public AwayTurn? After(Guid patientId, AwayOrder before)
    {
        Dictionary<Guid, AwayTurn> left = Turns.ToDictionary(turn => turn.PatientId);
        int place = before.PlaceOf(patientId);
        return before.Turns.Skip(place + 1).Concat(before.Turns.Take(place))
            .Select(turn => left.GetValueOrDefault(turn.PatientId))
            .FirstOrDefault(turn => turn is not null) ?? First;
    }
}

/// <summary>One person in the order of the review.</summary>
/// <param name="Row">The person and the state of their follow-up.</param>
/// <param name="AwayList">The first list that they are in.</param>
public sealed record AwayTurn(AwayRow Row, AwayList AwayList)
{
    /// <summary>The person.</summary>
    public Guid PatientId => Row.Facts.PatientId;
}
