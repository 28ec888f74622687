using CareJournal.AwayReview;
using CareJournal.Patients;
using CareJournal.Settings;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Vault;
using CareJournal.Visits;
using CareJournal.Web.Caseload;
using CareJournal.Web.Drafts;
using CareJournal.Web.Patients;
using CareJournal.Web.Timelines.Printing;
using CareJournal.Web.Visits;
using CareJournal.Web.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CareJournal.Web.Controls;

/// <summary>Tests that whatever is typed or pasted into a field is understood or refused, and never breaks a page.</summary>
public sealed class TypedTextTests
{
    private const ulong Seed = 20261129;

    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly FollowUpCondition[] Conditions = [new(Guid.NewGuid(), "Lombalgie")];

    [Fact]
    public void No_reader_of_typed_text_throws()
    {
        using Speaking french = Speaking.French();
        AnyText.Throughout(20_000, Seed, text =>
        {
            FreeDate.Read(text, Today);
            FreeDate.ReadComing(text, Today);
            FreeFuzzyDate.Read(text, Today);
            PatientInput.ReadBirth(text, Today);
            FreeTime.Read(text);
            WholeNumber.Read(text);
            DayListLines.Parse(text);
            TypedName.Read(text);
            SoughtName sought = SoughtName.Of(text);
            FoldedName name = new(text, "Anne");
            sought.IsBegunBy(name);
            sought.WithoutTitles()?.IsBorneBy(name);
            TimelineItem.Read(text);
            RecordSearchReader.Excerpt(text, "a");
            Snippet.Fold(text);
            Assert.Equal(RecoveryCode.TryParse(text, out RecoveryCode? code), code is not null);
            Passphrase.From(text);
            WordDifference.Between(text, "l’été en rendez-vous");
            new SheetForm { From = text, To = text }.Choose(Today);
            DateText.WrittenOut(text, DateTextKind.Day, Today.AddDays(-1), Today, french.Words);
            DateText.WrittenOut(text, DateTextKind.Vague, Today.AddDays(-1), Today, french.Words);
            DraftText.Read(text);
        });
    }

    [Fact]
    public void No_address_throws()
    {
        AnyText.Throughout(5_000, Seed, text =>
        {
            CaseloadAddress.Read(text, Conditions);
            CaseloadAddress.Read($"?who={Uri.EscapeDataString(string.Concat(text.EnumerateRunes()))}&years={Uri.EscapeDataString(string.Concat(text.EnumerateRunes()))}", Conditions);
            SheetForm.Read(new QueryCollection(QueryHelpers.ParseQuery(text)));
            SheetForm.Read(new QueryCollection(QueryHelpers.ParseQuery("?chosen=1&kind=" + text))).Choose(Today);
        });
    }

    [Theory]
    [InlineData("١٢/٣/١٩٧١", "1971-03-12")]
    [InlineData("۱۲/۳/۱۹۷۱", "1971-03-12")]
    [InlineData("１２／３／１９７１", "1971-03-12")]
    [InlineData("१२ mars १९७१", "1971-03-12")]
    [InlineData("𝟙𝟚/𝟛/𝟙𝟡𝟟𝟙", "1971-03-12")]
    [InlineData("12\u200B/3/1971", "1971-03-12")]
    [InlineData("12\u2011" + "3\u2011" + "1971", "1971-03-12")]
    public void A_day_is_read_in_the_digits_of_every_script(string typed, string day)
    {
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", null), FreeDate.Read(typed, Today));
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", null), PatientInput.ReadBirth(typed, Today));
        Assert.Equal(day, FreeFuzzyDate.Read(typed, Today)?.ToString());
    }

    [Theory]
    [InlineData("vers ٢٠١٩", "2019~")]
    [InlineData("mars ２０１９", "2019-03")]
    public void A_remembered_date_too(string typed, string date) => Assert.Equal(date, FreeFuzzyDate.Read(typed, Today)?.ToString());

    [Theory]
    [InlineData("-999a")]
    [InlineData("il y a 500 ans")]
    [InlineData("²/3/1971")]
    [InlineData("½/3/1971")]
    [InlineData("12/3/1971\ufffe")]
    [InlineData("１２月３日")]
    public void What_is_no_day_of_a_life_is_not_understood(string typed) => Assert.Null(PatientInput.ReadBirth(typed, Today));

    [Theory]
    [InlineData("١٤:٣٠", "14:30")]
    [InlineData("１４ｈ３０", "14:30")]
    [InlineData("९ h", "09:00")]
    public void A_time_is_read_in_the_digits_of_every_script(string typed, string time) => Assert.Equal(TimeOnly.ParseExact(time, "HH:mm", null), FreeTime.Read(typed));

    [Theory]
    [InlineData("21", 21)]
    [InlineData(" ٢١ ", 21)]
    [InlineData("２１", 21)]
    [InlineData("2²", null)]
    [InlineData("-2", null)]
    [InlineData("1e3", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_number_is_whole_in_any_digits_or_none(string? typed, int? number) => Assert.Equal(number, WholeNumber.Read(typed));
}
