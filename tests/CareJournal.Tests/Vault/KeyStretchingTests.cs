using System.Text;
using CareJournal.Vault;

namespace CareJournal.Tests.Vault;

public sealed class KeyStretchingTests
{
    [Theory]
    // The common PBKDF2-HMAC-SHA-512 vectors (the inputs of RFC 6070), first 32 bytes.
    [InlineData(1, "867f70cf1ade02cff3752599a3a53dc4af34c7a669815ae5d513554e1c8cf252")]
    [InlineData(2, "e1d9c16aa681708a45f5c7c4e215ceb66e011a2e9f0040713f18aefdb866d53c")]
    [InlineData(4096, "d197b1b33db0143e018b12f3d1d1479e6cdebdcc97c5c0f87f6902e072f457b5")]
    public void Stretching_gives_the_published_answers(int rounds, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(KeyStretching.Stretch(Encoding.UTF8.GetBytes("password"), Encoding.UTF8.GetBytes("salt"), rounds)));

    [Theory]
    // 50,000 rounds in 25 ms: half a second takes a million, plus a quarter for safety.
    [InlineData(25, 1_250_000)]
    [InlineData(100, 312_500)]
    [InlineData(1000, 210_000)]
    [InlineData(0, 50_000_000)]
    public void Rounds_fill_half_a_second_and_never_fall_below_the_floor(int milliseconds, int expected) =>
        Assert.Equal(expected, KeyStretching.RoundsFor(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(209_999, false)]
    [InlineData(210_000, true)]
    [InlineData(50_000_000, true)]
    [InlineData(50_000_001, false)]
    [InlineData(-1, false)]
    public void A_header_with_too_few_or_endless_rounds_is_not_accepted(int rounds, bool accepted) =>
        Assert.Equal(accepted, KeyStretching.Calibrated.Accepts(rounds));
}
