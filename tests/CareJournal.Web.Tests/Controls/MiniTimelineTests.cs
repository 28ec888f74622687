using CareJournal.Dates;
using CareJournal.Web.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Controls;

public sealed class MiniTimelineTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void It_is_one_picture_with_one_sentence_and_one_path_per_kind()
    {
        using var _ = Speaking.French();
        var drawn = Draw(new(2023, 1, 9), new(2023, 1, 23), new(2024, 3, 4), new(2026, 4, 20));

        Assert.Equal("img", drawn.Find("svg").GetAttribute("role"));
        Assert.Equal("Depuis novembre 2021 : 4 séances, 2 pauses. Dernière séance notée il y a 7 mois.", Plain(drawn.Find("svg").GetAttribute("aria-label")));
        Assert.Equal(5, drawn.FindAll("path").Count);
        Assert.Equal("24", drawn.Find("svg").GetAttribute("height"));
    }

    [Fact]
    public void The_sentence_in_English()
    {
        using var _ = Speaking.English();
        var drawn = Draw(new DateOnly(2026, 4, 20));
        Assert.Equal("Since November 2021: 1 session, 0 pauses. Last logged session 7 months ago.", Plain(drawn.Find("svg").GetAttribute("aria-label")));
    }

    private static IRenderedComponent<MiniTimeline> Draw(params DateOnly[] visits)
    {
        var host = new BunitContext();
        host.Services.AddLocalization().AddScoped<Words>();
        return host.Render<MiniTimeline>(drawing => drawing.Add(mini => mini.Course, VisitCourse.Create(visits, [], 90)).Add(mini => mini.Today, Today));
    }

    private static string Plain(string? sentence) => sentence!.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
