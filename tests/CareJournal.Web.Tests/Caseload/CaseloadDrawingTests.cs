using System.Xml.Linq;
using CareJournal.AwayReview;
using CareJournal.Caseload;
using CareJournal.Dates;
using CareJournal.Patients;
using CareJournal.Web.Wording;

namespace CareJournal.Web.Caseload;

/// <summary>Tests how the rows of the overview are drawn.</summary>
public sealed class CaseloadDrawingTests : IDisposable
{
    private readonly Speaking _french = Speaking.French();

    private static readonly DateOnly Today = new(2026, 11, 22);

    public void Dispose() => _french.Dispose();

    [Fact]
    public void Equal_lengths_of_time_draw_to_equal_widths_whatever_the_rows_are_aligned_on()
    {
        var one = Person("Aubin", new(2024, 1, 15), new(2024, 2, 12), new(2025, 2, 17));
        var other = Person("Bernard", new(2020, 3, 2), new(2020, 3, 30), new(2021, 4, 5));
        CaseloadOverview overview = new(Today, [one, other]);
        CaseloadChoice choice = new() { Align = CaseloadAnchor.FirstVisit, Years = 5 };
        var strips = overview.People.Select(person => CaseloadStrip.Create(person, overview.WindowOf(person, choice)!.Value, null, Today, 602)).ToArray();
        Assert.Equal(First(strips[0]), First(strips[1]), 0.5);
        Assert.Equal(CaseloadAxis.Create(choice, Today, 602, _french.Words).Anchor, First(strips[0]), 0.6);
    }

    [Fact]
    public void The_axis_names_years_while_aligned_on_today_and_distances_else()
    {
        var calendar = CaseloadAxis.Create(new CaseloadChoice { Years = 10 }, Today, 900, _french.Words);
        Assert.Contains(calendar.Ticks, tick => tick.Words == "2020");
        var aligned = CaseloadAxis.Create(new CaseloadChoice { Years = 10, Align = CaseloadAnchor.LastVisit }, Today, 900, _french.Words);
        Assert.Contains(aligned.Ticks, tick => tick.Words.Replace('\u00a0', ' ') == "−1 an");
        Assert.Contains(aligned.Ticks, tick => tick.Words.Replace('\u00a0', ' ') == "+3 ans");
        Assert.DoesNotContain(aligned.Ticks, tick => tick.Words.StartsWith("20", StringComparison.Ordinal));
        Assert.All(aligned.Ticks, tick => Assert.InRange(tick.X, 1, 899));
    }

    [Fact]
    public void A_name_cannot_become_markup_and_nobody_without_the_day_has_a_strip()
    {
        var person = Person("<b onclick=\"x\">&", Today.AddYears(-1));
        CaseloadOverview overview = new(Today, [person]);
        var drawn = Row(overview, new CaseloadChoice());
        Assert.Equal("<b onclick=\"x\">& Camille", drawn.Descendants("a").Single().Value);
        Assert.NotEmpty(drawn.Descendants("path"));
        var without = Row(overview, new CaseloadChoice { Align = CaseloadAnchor.LastFlareUp });
        Assert.Empty(without.Descendants("svg"));
        Assert.Contains("Aucune poussée rapportée", without.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_day_is_marked_where_it_falls_and_described_as_a_length_of_time()
    {
        var person = Person("Aubin", new(2024, 11, 22), new(2026, 5, 22));
        CaseloadOverview overview = new(Today, [person]);
        CaseloadChoice choice = new() { Align = CaseloadAnchor.FirstVisit, Second = CaseloadAnchor.LastVisit, Years = 5 };
        var drawn = Row(overview, choice);
        Assert.Single(drawn.Descendants("path"), path => (string?)path.Attribute("class") == "second");
        Assert.EndsWith("1 an et 6 mois", drawn.Value.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private XElement Row(CaseloadOverview overview, CaseloadChoice choice) =>
        XElement.Parse($"<all>{CaseloadRowMarkup.Write(overview.People, 0, overview, choice, 600, new CaseloadRowWords(choice, Today, _french.Words))}</all>");

    private static double First(CaseloadStrip strip) => double.Parse(strip.Course.Visits[1..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);

    private static CaseloadPerson Person(string name, params DateOnly[] days)
    {
        AwayFacts facts = new(Guid.NewGuid(), days, VisitCourse.Create(days, [], 90), []);
        return new CaseloadPerson(new PatientName(facts.PatientId, name, "Camille", null, false), facts, AwayJudgement.Judge(facts, Today, OpenDays.Always));
    }
}
