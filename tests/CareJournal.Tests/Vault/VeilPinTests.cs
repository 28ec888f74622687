using CareJournal.Settings;
using CareJournal.Support;
using CareJournal.Vault;
using FsCheck;
using FsCheck.Fluent;
using static CareJournal.Support.Some;

namespace CareJournal.Tests.Vault;

public sealed class VeilPinTests
{
    [Fact]
    public void Only_the_same_digits_match_and_no_two_stored_forms_are_alike()
    {
        string stored = VeilPin.Stretch("4719");
        Assert.True(VeilPin.Matches(stored, "4719"));
        Assert.All((string?[])["4718", "04719", "4719 ", "471", "", null, "٤٧١٩"], other => Assert.False(VeilPin.Matches(stored, other)));
        Assert.NotEqual(stored, VeilPin.Stretch("4719"));
        Assert.DoesNotContain("4719", stored, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("210000.aGFsdA==")]
    [InlineData("x.aGFsdA==.aGFsdA==")]
    [InlineData("210000.no base64.aGFsdA==")]
    [InlineData("2147483647.aGFsdA==.aGFsdA==")]
    public void A_stored_form_that_is_none_matches_nothing(string? stored) => Assert.False(VeilPin.Matches(stored, "4719"));

    [Theory]
    [InlineData("0000", true)]
    [InlineData("1234", true)]
    [InlineData("98765", true)]
    [InlineData("1235", false)]
    [InlineData("4719", false)]
    [InlineData("9012", false)]
    public void What_anybody_would_try_first_is_obvious(string pin, bool obvious) => Assert.Equal(obvious, VeilPin.IsObvious(pin));

    [Fact]
    public void Any_text_is_a_pin_only_as_four_to_eight_ascii_digits() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => VeilPin.IsPin(text) == (text is { Length: >= 4 and <= 8 } && text.All(sign => sign is >= '0' and <= '9'))).Check(2026_12_01);

    [Fact]
    public async Task It_is_set_changed_removed_and_undone_like_every_setting()
    {
        using TestJournal journal = TestJournal.Open();
        VeilPinReader reader = journal.Get<VeilPinReader>();
        VeilPinRecorder recorder = journal.Get<VeilPinRecorder>();
        Assert.False(await reader.MatchesAsync("4719"));
        IsSaved(await recorder.SetAsync("4719"));
        Assert.True((await journal.Get<SettingsReader>().ReadAsync()).HasVeilPin);
        Assert.True(await reader.MatchesAsync("4719"));
        IsSaved(await recorder.SetAsync("205163"));
        Assert.False(await reader.MatchesAsync("4719"));
        IsInvalid(await recorder.SetAsync("1234"), nameof(PracticeSettings.VeilPin));
        IsInvalid(await recorder.SetAsync("12"), nameof(PracticeSettings.VeilPin));
        Assert.True(await reader.MatchesAsync("205163"));
        IsSaved(await recorder.SetAsync(null));
        Assert.False((await journal.Get<SettingsReader>().ReadAsync()).HasVeilPin);
        Assert.False(await reader.MatchesAsync("205163"));
    }
}
