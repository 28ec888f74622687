using CareJournal.AwayReview;
using CareJournal.Caseload;
using CareJournal.Episodes;

namespace CareJournal.Web.Caseload;

/// <summary>How everybody is looked at, as it stands in the address.</summary>
public sealed class CaseloadAddressTests
{
    private static readonly FollowUpCondition[] Conditions = [new(Guid.NewGuid(), "Lombalgie"), new(Guid.NewGuid(), "Épaule & nuque")];

    [Fact]
    public void What_is_written_is_read_again() => Assert.All(Choices(), choice =>
    {
        var read = CaseloadAddress.Read(CaseloadAddress.Write(choice), Conditions);
        Assert.Equal((choice.Align, choice.Second, choice.Rank, choice.Years), (read.Align, read.Second, read.Rank, read.Years));
        Assert.Equal(choice.Criteria, read.Criteria);
    });

    [Fact]
    public void No_word_of_the_record_stands_in_it()
    {
        CaseloadChoice choice = new() { Criteria = [new CaseloadCriterion(CaseloadCriterionKind.Condition) { Condition = Conditions[0] }] };
        Assert.DoesNotContain("ombalgie", CaseloadAddress.Write(choice), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?align=2&rank=7&years=3&second=&who=&who=Condition-zzz&who=Period-3&who=5")]
    [InlineData("align=Nowhere&who=Unknown-3&at=12")]
    public void What_is_not_understood_is_left_out(string query)
    {
        var choice = CaseloadAddress.Read(query, Conditions);
        Assert.Equal("", CaseloadAddress.Write(choice));
    }

    [Theory]
    [InlineData("who=SilentFor-0", 1)]
    [InlineData("who=SilentFor-99999", CaseloadCriterion.LargestNumber)]
    [InlineData("who=SilentFor-abc", 6)]
    [InlineData("who=SilentFor&who=SilentFor-3", 6)]
    public void A_figure_beyond_its_range_is_brought_back_into_it(string query, int number) =>
        Assert.Equal(number, Assert.Single(CaseloadAddress.Read(query, Conditions).Criteria).Number);

    private static IEnumerable<CaseloadChoice> Choices()
    {
        Random drawn = new(20261122);
        T One<T>(IReadOnlyList<T> among) => among[drawn.Next(among.Count)];
        for (var count = 0; count < 200; count++)
        {
            yield return new CaseloadChoice
            {
                Align = One(Enum.GetValues<CaseloadAnchor>()),
                Second = drawn.Next(2) == 0 ? null : One(Enum.GetValues<CaseloadAnchor>()),
                Rank = One(Enum.GetValues<CaseloadRank>()),
                Years = One(CaseloadChoice.Spans),
                Criteria = [.. Enum.GetValues<CaseloadCriterionKind>().Where(_ => drawn.Next(3) == 0).Select(kind => kind switch
                {
                    CaseloadCriterionKind.Condition => new CaseloadCriterion(kind) { Condition = One(Conditions) },
                    CaseloadCriterionKind.Period => new CaseloadCriterion(kind) { Because = One(Enum.GetValues<OpenedBecause>()) },
                    _ => new CaseloadCriterion(kind, CaseloadCriterion.UsualNumber(kind) is null ? null : drawn.Next(1, CaseloadCriterion.LargestNumber)),
                })],
            };
        }
    }
}
