using CareJournal.Vault;
using CareJournal.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Tests.Vault;

public sealed class RecoveryCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // Drawn from the seed, not created: created codes differ in each run.
    private static readonly Arbitrary<RecoveryCode> Codes = Arb.From(
        from characters in Gen.ArrayOf(Gen.Elements(Alphabet.ToCharArray()), 27)
        select Completed(new string(characters)));

    [Fact]
    public void A_code_has_seven_groups_of_four_without_look_alikes() =>
        Assert.All(Enumerable.Range(0, 100), _ => Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$", RecoveryCode.Create().Printed));

    [Fact]
    public void Two_codes_that_are_created_are_never_the_same() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => RecoveryCode.Create().Printed).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void What_was_printed_is_read_back() =>
        Prop.ForAll(Codes, code => RecoveryCode.TryParse(code.Printed, out var read) && read.Matches(code) && read.Printed == code.Printed)
            .Check(seed: 20261112);

    [Fact]
    public void Case_spaces_dashes_and_look_alikes_do_not_matter() =>
        Prop.ForAll(Codes, ArbMap.Default.ArbFor<int>(), (code, seed) =>
        {
            var random = new Random(seed);
            var typed = string.Concat(code.Printed.Where(character => character != '-').Select(character => Loosely(character, random)));
            return RecoveryCode.TryParse(typed, out var read) && read.Matches(code);
        }).Check(seed: 20261113);

    [Fact]
    public void Every_single_wrong_character_is_noticed()
    {
        var code = RecoveryCode.Create().Printed;
        for (var position = 0; position < code.Length; position++)
        {
            foreach (var other in Alphabet.Where(other => code[position] != '-' && code[position] != other))
            {
                Assert.False(RecoveryCode.TryParse(code[..position] + other + code[(position + 1)..], out _));
            }
        }
    }

    [Fact]
    public void Every_exchange_of_two_characters_is_noticed()
    {
        var code = RecoveryCode.Create().Printed.Replace("-", "", StringComparison.Ordinal);
        for (var first = 0; first < code.Length; first++)
        {
            for (var second = first + 1; second < code.Length; second++)
            {
                var exchanged = code.ToCharArray();
                (exchanged[first], exchanged[second]) = (exchanged[second], exchanged[first]);
                Assert.Equal(code[first] == code[second], RecoveryCode.TryParse(new string(exchanged), out _));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("----")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ-RST")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTK-0")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTU")]
    [InlineData("0123_4567_89AB_CDEF_GHJK_MNPQ_RSTK")]
    [InlineData("une phrase de passe tout à fait ordinaire")]
    public void What_is_no_code_is_refused(string? typed)
    {
        Assert.False(RecoveryCode.TryParse(typed, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void Any_text_is_read_or_refused_but_never_throws() =>
        Prop.ForAll<string?>(typed => RecoveryCode.TryParse(typed, out var code) == (code is not null)).Check(seed: 20261114);

    [Fact]
    public void A_text_that_should_be_a_code_is_parsed_or_throws()
    {
        Assert.Equal("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTK", RecoveryCode.Parse("o123 4567 89ab cdef ghjk mnpq rstk").Printed);
        Assert.Throws<FormatException>(() => RecoveryCode.Parse("0123"));
    }

    [Fact]
    public void Ten_thousand_codes_are_all_different() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => RecoveryCode.Create().Printed).Distinct().Count());

    // The last character is a checksum of the others: exactly one of the alphabet fits.
    [Theory]
    [InlineData("4567RSTK", true)]
    [InlineData("4567-rstk", true)]
    [InlineData(" 4567 – RSTK ", true)]
    [InlineData("0123RSTK", false)]
    [InlineData("4567", false)]
    [InlineData("4567RSTKX", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_code_is_typed_back_in_part_by_its_second_and_its_last_group(string? typed, bool matches) =>
        Assert.Equal(matches, RecoveryCode.Parse("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTK").MatchesInPart(typed));

    private static RecoveryCode Completed(string characters) =>
        Alphabet.Select(last => RecoveryCode.TryParse(characters + last, out var code) ? code : null).Single(code => code is not null)!;

    private static string Loosely(char character, Random random)
    {
        var typed = (character, random.Next(3)) switch
        {
            ('0', 1) => 'O',
            ('1', 1) => 'I',
            ('1', 2) => 'l',
            _ => character,
        };
        string[] between = ["", " ", "-", " - ", "\u2013", "\u00A0", "\t"];
        return (random.Next(2) == 0 ? char.ToLowerInvariant(typed) : typed) + between[random.Next(between.Length)];
    }
}
