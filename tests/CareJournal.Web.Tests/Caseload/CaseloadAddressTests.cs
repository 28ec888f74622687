using CareJournal.AwayReview;
using CareJournal.Caseload;
using CareJournal.Episodes;
using CareJournal.Search;

namespace CareJournal.Web.Caseload;

/// <summary>Tests how the view of the overview is written into the address and read back.</summary>
public sealed class CaseloadAddressTests
{
    private static readonly FollowUpCondition[] Conditions = [new(Guid.NewGuid(), "Lombalgie"), new(Guid.NewGuid(), "Épaule & nuque")];

    [Fact]
    public void What_is_written_is_read_again() => Assert.All(Choices(), choice =>
    {
        var read = CaseloadAddress.Read(CaseloadAddress.Write(choice), Conditions);
        Assert.Equal((choice.Align, choice.Second, choice.Rank, choice.Years, choice.Ended), (read.Align, read.Second, read.Rank, read.Years, read.Ended));
        Assert.Equal(choice.Criteria, read.Criteria);
    });

    [Fact]
    public void No_word_of_the_record_is_in_the_address()
    {
        CaseloadChoice choice = new() { Criteria = [new CaseloadCriterion(CaseloadCriterionKind.Condition) { Condition = Conditions[0] }] };
        Assert.DoesNotContain("ombalgie", CaseloadAddress.Write(choice), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_theme_is_in_no_address_and_none_is_read_from_one()
    {
        CaseloadChoice choice = new CaseloadChoice { Ended = true }.With(new PeopleTheme("sommeil", new HashSet<Guid>()));
        Assert.Equal("ended=true", CaseloadAddress.Write(choice));
        Assert.Null(CaseloadAddress.Read("ended=true&who=Theme-sommeil", Conditions).Theme);
    }

    [Fact]
    public void A_span_that_is_not_offered_is_left_out_and_what_there_is_is_shown()
    {
        Assert.Equal((null, 4), (CaseloadAddress.Read("years=4", Conditions, usualYears: 4).Years, CaseloadAddress.Read("years=4", Conditions, usualYears: 4).ShownYears));
        Assert.Equal(5, CaseloadAddress.Read("years=5", Conditions, usualYears: 4).ShownYears);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?who=NotEnded&ended=maybe")]
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
                Years = drawn.Next(3) == 0 ? null : One(CaseloadChoice.Spans),
                Ended = drawn.Next(2) == 0,
                Criteria = [.. Enum.GetValues<CaseloadCriterionKind>().Where(kind => kind != CaseloadCriterionKind.Theme).Where(_ => drawn.Next(3) == 0).Select(kind => kind switch
                {
                    CaseloadCriterionKind.Condition => new CaseloadCriterion(kind) { Condition = One(Conditions) },
                    CaseloadCriterionKind.Period => new CaseloadCriterion(kind) { Because = One(Enum.GetValues<OpenedBecause>()) },
                    _ => new CaseloadCriterion(kind, CaseloadCriterion.UsualNumber(kind) is null ? null : drawn.Next(1, CaseloadCriterion.LargestNumber)),
                })],
            };
        }
    }
}
