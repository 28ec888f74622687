using CareJournal.Support;
using FsCheck.Fluent;

namespace CareJournal.Web.Visits;

/// <summary>Tables as spreadsheets put them on the clipboard.</summary>
public sealed class PastTableTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("12/3\tMieux\tMarcher", "[12/3|Mieux|Marcher]")]
    [InlineData("12/3\tMieux\n26/3\tPareil\n", "[12/3|Mieux] [26/3|Pareil]")]
    [InlineData("12/3\t\"deux\nlignes\"\tfin", "[12/3|deux\nlignes|fin]")]
    [InlineData("\"il dit \"\"non\"\"\"\tfin", "[il dit \"non\"|fin]")]
    [InlineData("\"tab\tulation\"", "[tab\tulation]")]
    [InlineData("\"Non\" dit-il\tfin", "[\"Non\" dit-il|fin]")]
    [InlineData("\"jamais fermé\tfin", "[\"jamais fermé|fin]")]
    [InlineData("a\t\n\nb", "[a|] [] [b]")]
    public void A_table_is_read_by_tabs_and_lines_and_a_quoted_cell_has_both(string text, string cells) =>
        Assert.Equal(cells, string.Join(' ', PastTable.Read(text).Select(row => $"[{string.Join('|', row)}]")));

    [Fact]
    public void What_is_written_is_read_again_whatever_it_is() =>
        Prop.ForAll(
            AnyText.Drawn().Select(text => text.Replace("é", "\"", StringComparison.Ordinal)).ArrayOf().Where(row => row.Length > 0).ArrayOf().ToArbitrary(),
            rows => Assert.Equal(rows.Length == 0 || rows[^1] is not [""] ? rows : rows[..^1], PastTable.Read(PastTable.Write(rows)).Select(row => row.ToArray()))).Check(seed: 20261130);

    [Fact]
    public void No_text_throws_and_no_letter_of_it_is_lost() =>
        AnyText.Throughout(5_000, 20261130, text =>
        {
            string letters = string.Concat(text.Where(char.IsLetterOrDigit));
            Assert.Equal(letters, string.Concat(PastTable.Read(text).SelectMany(row => row).SelectMany(cell => cell.Where(char.IsLetterOrDigit))));
        });
}
