namespace CareJournal.Vault;

/// <summary>Which passphrases are refused although they are long enough.</summary>
public sealed class KnownPassphrasesTests
{
    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("Motdepassemotdepasse")]
    [InlineData("azertyuiopqsdfghjklm")]
    [InlineData("AZERTYUIOP12345")]
    [InlineData("1q2w3e4r5t6y7u8i9o0p")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("123456789012345678")]
    [InlineData("carejournal2026")]
    [InlineData("Ostéopathe ostéopathe")]
    [InlineData("douleurdouleurdouleur")]
    public void What_is_tried_first_is_refused(string text)
    {
        Assert.True(Passphrase.From(text).IsAccepted, "It is refused for its length already.");
        Assert.True(KnownPassphrases.Holds(text));
    }

    [Theory]
    [InlineData("girafe mandoline orage tilleul")]
    [InlineData("une phrase de passe pour les essais")]
    [InlineData("rivière calme !")]
    [InlineData("kT9#vQ2!mZ7@xLp")]
    [InlineData("Les pins de mai à Hossegor")]
    public void What_is_somebody_s_own_is_taken(string text) => Assert.False(KnownPassphrases.Holds(text));
}
