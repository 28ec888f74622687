using FsCheck;
using FsCheck.Fluent;

namespace CareJournal.Support;

/// <summary>Draws arbitrary text: characters of every script and kind, control characters, noncharacters and lone surrogates, around pieces that parsers look for.</summary>
public static class AnyText
{
    private static readonly string[] Known =
    [
        "12/3", "12", "/", "3", "2026", "-", "mars", "March", "lundi", "hier", "9h30", "9:30", ":", "h", "Mme ", "M. ", "le ", "vers ", "l'", "’", " ", "  ", "\t", "\n", ",", ".", "é", "œ", "ı", "İ",
        "née le ", "06 12 34 56 78", "@", "(", ")", "[", "]", "- Suivi", "+", "~", "il y a ", "ans", "dans ", "-2s", "hiver ", ";", "a.m.", "pm", "99", "0", "٣", "９", "²", "½", "١٢/٣/١٩٧١", "李",
        "PatientsLastVisit", "Period-", "who=", "&", "=", "%", "%ZZ", "٣٣٣٣٣٣٣٣٣٣٣", "\u0301", "\ufffe", "\uffff", "\ud800", "\udc00", "\0", "\u2028", "\u0085", "\v", "ß", "ﷺ", "🌿", "👩‍🦽",
    ];

    /// <summary>Returns texts of up to some forty pieces.</summary>
    public static Gen<string> Drawn() =>
        from length in Gen.Frequency((4, Gen.Choose(0, 6)), (2, Gen.Choose(7, 40)))
        from pieces in Gen.ArrayOf(Gen.Frequency((3, Gen.Elements(Known)), (2, Gen.Choose(0, 0xFFFF).Select(unit => ((char)unit).ToString())), (1, Gen.Choose(0x10000, 0x10FFFF).Select(char.ConvertFromUtf32))), length)
        select string.Concat(pieces);

    /// <summary>Calls an assertion with many texts, always the same for a seed; a failure names the seed and the text.</summary>
    public static void Throughout(int texts, ulong seed, Action<string> holds)
    {
        foreach (string text in Drawn().Sample(texts, new Rnd(seed), texts))
        {
            try
            {
                holds(text);
            }
            catch (Exception failure)
            {
                Assert.Fail($"Seed {seed}, text {string.Concat(text.Select(unit => unit is >= ' ' and <= '~' ? unit.ToString() : $"\\u{(int)unit:x4}"))}: {failure}");
            }
        }
    }
}
