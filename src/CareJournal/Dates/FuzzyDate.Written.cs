using System.Globalization;

namespace CareJournal.Dates;

/// <content>The stored form.</content>
public sealed partial record FuzzyDate
{
    private const int FirstSeasonCode = 21;

    /// <summary>The unit in which the ends of a part are written.</summary>
    private DateUnit Finer => Unit == DateUnit.Month ? DateUnit.Day : DateUnit.Month;

    /// <summary>Returns the stored form, always in the invariant culture; <see cref="Parse"/> reads it back.</summary>
    public override string ToString()
    {
        string about = About ? "~" : "";
        return Part == DatePart.Whole
            ? Written(First, Unit) + about
            : $"[{Written(First, Finer)}{about}..{Written(Last, Finer)}{about}]";
    }


    /// <summary>Reads the stored form; throws <see cref="FormatException"/> on anything else.</summary>
    public static FuzzyDate Parse(string written)
    {
        if (written.StartsWith('['))
        {
            return ParsePart(written);
        }

        bool about = written.EndsWith('~');
        string[] parts = (about ? written[..^1] : written).Split('-');
        int[] numbers = [.. parts.Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture))];
        FuzzyDate date = numbers switch
        {
            [var year] => InYear(year),
            [var year, >= FirstSeasonCode and < FirstSeasonCode + 4 and var code] => InSeason(year, (Season)((code - FirstSeasonCode + 1) * 3)),
            [var year, var month] => InMonth(year, month),
            [var year, var month, var day] => OnDay(new DateOnly(year, month, day)),
            _ => throw new FormatException("Not a date of EDTF level 1."),
        };
        return about ? date.Roughly() : date;
    }

    private static string Written(DateOnly day, DateUnit unit) => unit switch
    {
        DateUnit.Day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateUnit.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        DateUnit.Season => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{FirstSeasonCode + (day.Month / 3) - 1}"),
        _ => day.Year.ToString("0000", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads one of the parts that the journal writes; any other set of days is refused and not rounded to one.</summary>
    private static FuzzyDate ParsePart(string written)
    {
        FuzzyDate first = Parse(written[1..].Split("..")[0]);
        FuzzyDate whole = first.Unit == DateUnit.Day ? InMonth(first.First.Year, first.First.Month) : InYear(first.First.Year);
        FuzzyDate about = first.About ? whole.Roughly() : whole;
        return Enum.GetValues<DatePart>().Where(part => part != DatePart.Whole).Select(about.Of).FirstOrDefault(part => part.ToString() == written)
            ?? throw new FormatException("Not a part of a month or of a year.");
    }
}
