using CareJournal.Vault;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Tests.Vault;

public sealed class PassphraseTests
{
    [Theory]
    [InlineData("rivière calme !", true)]
    [InlineData("rivière calme!", false)]
    [InlineData("rivie\u0300re calme!", false)]
    [InlineData("🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊🌊", false)]
    public void Fifteen_characters_are_accepted_and_fourteen_are_not(string text, bool accepted) =>
        Assert.Equal(accepted, Passphrase.From(text).IsAccepted);

    [Fact]
    public void A_very_long_passphrase_counts_to_its_last_character()
    {
        var first = Passphrase.From(new string('a', 5000) + "b");
        var second = Passphrase.From(new string('a', 5000) + "c");

        Assert.True(first.IsAccepted);
        Assert.Equal(5001, first.Length);
        Assert.NotEqual(first.ToBytes(), second.ToBytes());
    }

    [Fact]
    public void The_longest_passphrase_is_taken_and_one_more_character_is_refused_before_anything_is_computed()
    {
        Assert.Equal(Passphrase.MostLength, Passphrase.From(new string('a', Passphrase.MostLength)).Length);
        Assert.False(Passphrase.IsTooLong(new string('a', Passphrase.MostLength)));
        Assert.True(Passphrase.IsTooLong(new string('a', Passphrase.MostLength + 1)));
        Assert.False(Passphrase.IsTooLong(null));
        Assert.Throws<ArgumentException>(() => Passphrase.From(new string('a', Passphrase.MostLength + 1)));
    }

    [Fact]
    public void The_strength_looks_at_a_bounded_beginning_alone()
    {
        var beginning = string.Concat(Enumerable.Range(0, PassphraseEstimate.LongestJudged).Select(number => (char)('a' + (number * 7 % 26))));
        Assert.Equal(PassphraseEstimate.Bits(beginning), PassphraseEstimate.Bits(beginning + new string('é', 1_000_000)));
        Assert.True(PassphraseEstimate.Bits(beginning[..^1]) > 0);
    }

    [Fact]
    public void Nothing_but_the_accents_is_normalised()
    {
        Assert.Equal(Passphrase.From("\u00E9t\u00E9").ToBytes(), Passphrase.From("e\u0301te\u0301").ToBytes());
        Assert.NotEqual(Passphrase.From("été").ToBytes(), Passphrase.From("ete").ToBytes());
        Assert.NotEqual(Passphrase.From("été").ToBytes(), Passphrase.From(" été").ToBytes());
        Assert.NotEqual(Passphrase.From("été").ToBytes(), Passphrase.From("Été").ToBytes());
    }

    [Fact]
    public void Any_text_is_taken_and_normalised_once() =>
        Prop.ForAll<string>(text =>
        {
            var once = Passphrase.From(text ?? "").ToBytes();
            return once.AsSpan().SequenceEqual(Passphrase.From(System.Text.Encoding.UTF8.GetString(once)).ToBytes());
        }).Check(seed: 20261108);

    [Theory]
    [InlineData("")]
    [InlineData("demo")]
    [InlineData("kT9#vQ2!mZ7@xL")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("abababababababababababababab")]
    [InlineData("motdepassemotdepasse")]
    [InlineData("Motdepasse2024!!")]
    [InlineData("azertyuiopqsdfghjklm")]
    [InlineData("12345678901234567890")]
    [InlineData("kinesitherapeute1985")]
    [InlineData("nicolasjulienthomas")]
    [InlineData("password password password")]
    [InlineData("abcdefghijklmnopqrstuvwxyz")]
    public void What_somebody_would_try_first_is_weak(string text) => Assert.Equal(Strength.Weak, Passphrase.From(text).Strength);

    [Theory]
    [InlineData("le chat dort sous la table")]
    [InlineData("kT9#vQ2!mZ7@xL4")]
    [InlineData("correct horse battery staple okapi")]
    public void An_ordinary_sentence_is_at_least_fair(string text) => Assert.NotEqual(Strength.Weak, Passphrase.From(text).Strength);

    [Theory]
    [InlineData("tortue violon grenier écume falaise bretelle")]
    [InlineData("kT9#vQ2!mZ7@xL4%wR8&")]
    public void Six_unusual_words_or_twenty_random_characters_are_strong(string text) => Assert.Equal(Strength.Strong, Passphrase.From(text).Strength);

    [Fact]
    public void A_piece_that_comes_again_adds_next_to_nothing() =>
        Prop.ForAll<NonEmptyString>(text => PassphraseEstimate.Bits(text.Get + text.Get + text.Get) <= PassphraseEstimate.Bits(text.Get) + 25)
            .Check(seed: 20261109);
}
