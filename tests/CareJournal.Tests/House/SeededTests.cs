using CareJournal.Support;
using FsCheck.Fluent;

namespace CareJournal.House;

/// <summary>The message of a property test that fails, by which it can be understood and run again.</summary>
public sealed class SeededTests
{
    [Fact]
    public void A_property_that_does_not_hold_names_its_seed_and_its_smallest_case()
    {
        string said = MessageOf(7);
        Assert.Contains("With the seed 7", said, StringComparison.Ordinal);
        Assert.Matches(@"Shrunk:\s+50\b", said);
    }

    [Fact]
    public void The_same_seed_draws_the_same_cases()
    {
        List<int> first = Drawn(7);
        Assert.Equal(first, Drawn(7));
        Assert.NotEqual(first, Drawn(8));
    }

    private static string MessageOf(ulong seed) => Assert.Throws<Xunit.Sdk.FailException>(() =>
        Prop.ForAll(Numbers(), number => number < 50).Check(seed)).Message;

    private static List<int> Drawn(ulong seed)
    {
        List<int> drawn = [];
        Prop.ForAll(Numbers(), number =>
        {
            drawn.Add(number);
            return true;
        }).Check(seed);
        return drawn;
    }

    private static FsCheck.Arbitrary<int> Numbers() => Arb.From(Gen.Choose(0, 1000), number => number > 0 ? [number / 2, number - 1] : []);
}
