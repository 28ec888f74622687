using System.Globalization;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace CareJournal.Browser;

/// <summary>
/// Tests that ten sessions, as one tells them at the end of a day, are logged by keyboard alone. Beside the prose, each costs at most twelve keystrokes
/// and four choices, from the first letter of the name to the saved session.
/// </summary>
[Collection(SecondBrowserCollection.Name)]
public sealed class StoriesTests(BrowserFixture browser, WrittenDemo demo, ITestOutputHelper output) : BrowserTest(browser)
{
    private const int MostKeys = 12;
    private const int MostChoices = 4;

    /// <summary>The stories of ten sessions; they were written before the form was.</summary>
    private static readonly Story[] Stories =
    [
        new("Rien de neuf, et c’est bien : elle jardine à nouveau.", "Garder les vingt minutes.", Activities: 7, Done: 1, Next: 3),
        new("Nuits courtes depuis la rentrée. On reprend la respiration du soir.", "Respirer avant d’éteindre.", Activities: 4, Done: 2, Next: 2),
        new("Poussée passée seule, sans paniquer.", null, Activities: 6, Done: null, Next: 7),
        new("A porté les cartons du déménagement ; le dos proteste, le moral tient.", "Une semaine tranquille, puis reprendre la marche.", Activities: 3, Done: 4, Next: 1),
        new("Le fils va mieux, tout va mieux.", null, Activities: 8, Done: 1, Next: 4),
        new("Première fois à la piscine.", "Y retourner jeudi.", Activities: 5, Done: 3, Next: 3),
        new("Se demande si elle a encore besoin de venir. On en parle.", "Elle décide, la porte reste ouverte.", Activities: 8, Done: 1, Next: 7),
        new("Reprise à mi-temps, fatigue nouvelle.", "Fractionner les après-midi.", Activities: 5, Done: 1, Next: 2),
        new("Pas envie de parler aujourd’hui. On a bougé.", null, Activities: null, Done: 2, Next: 0),
        new("Un an sans se voir : il refait du vélo.", "Repérer ce qui précède les raideurs.", Activities: 9, Done: 1, Next: 4),
    ];

    [Fact]
    public async Task Ten_sessions_are_logged_by_keyboard_alone_within_twelve_keys_and_four_choices_each()
    {
        var practitioner = await demo.EnterAsync(await OpenAsync(demo.Journal));
        var people = await PeopleAsync(practitioner);
        List<(int Keys, int Choices)> counts = [];
        foreach (var (story, name) in Stories.Zip(people))
        {
            counts.Add(await LogAsync(practitioner, name, story));
        }

        foreach (var (index, (keys, choices)) in counts.Index())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"story {index + 1}: {keys} keys beside the prose, {choices} choices"));
        }

        Assert.Equal(Stories.Length, counts.Count);
        Assert.All(counts, count => Assert.True(count.Keys <= MostKeys && count.Choices <= MostChoices, $"{count.Keys} keys, {count.Choices} choices"));
    }

    private static async Task<(int Keys, int Choices)> LogAsync(Practitioner practitioner, string name, Story story)
    {
        var keyboard = practitioner.Page.Keyboard;
        await practitioner.Page.GotoAsync("/");
        var search = practitioner.Page.GetByRole(AriaRole.Combobox, new() { Name = "Chercher une personne" });
        await Expect(search).ToBeFocusedAsync();
        var letters = name.Split(' ')[^1][..4];
        await keyboard.TypeAsync(letters);
        await Expect(practitioner.Page.GetByRole(AriaRole.Option).First).ToContainTextAsync(name);
        await keyboard.PressAsync("Alt+Enter");
        var text = practitioner.Field("Ce que je retiens");
        await Expect(text).ToBeFocusedAsync();
        var (keys, choices) = (letters.Length + 1, 0);

        await keyboard.InsertTextAsync(story.TakenAway);
        if (story.Agreed is not null)
        {
            await PressAsync("Tab");
            await keyboard.InsertTextAsync(story.Agreed);
        }

        if (story.Activities is { } activities)
        {
            if (story.Agreed is null)
            {
                await PressAsync("Tab");
            }

            await PressAsync("Tab");
            await PressAsync($"Digit{activities}");
            choices++;
        }

        if (story.Done is { } done)
        {
            await PressAsync($"Alt+Shift+Digit{done}");
            choices++;
        }

        await PressAsync($"Alt+Digit{story.Next}");
        choices++;
        await PressAsync("Control+Enter");
        await practitioner.SeesTitleAsync(name);
        await Expect(practitioner.Detail).ToContainTextAsync(story.TakenAway);
        if (story.Activities is { } said)
        {
            await Expect(practitioner.Detail).ToContainTextAsync($"Activités {said}");
        }

        return (keys, choices);

        async Task PressAsync(string key)
        {
            keys++;
            await keyboard.PressAsync(key);
        }
    }

    // People whose four letters lead to them first, as a practitioner knows their own.
    private static async Task<IReadOnlyList<string>> PeopleAsync(Practitioner practitioner)
    {
        await practitioner.Page.GotoAsync("/patients?all=true");
        var links = practitioner.Page.GetByRole(AriaRole.Row).GetByRole(AriaRole.Link);
        await Expect(links.First).ToBeVisibleAsync();
        var names = (await links.AllTextContentsAsync()).Select(name => name.Trim().Split(' ')).ToList();
        var words = names.SelectMany(name => name).ToList();
        return [.. names
            .Where(name => name is [{ Length: >= 4 }, _] && words.Count(word => word.StartsWith(name[0][..4], StringComparison.OrdinalIgnoreCase)) == 1)
            .Select(name => $"{name[1]} {name[0]}")
            .Take(Stories.Length)];
    }

    private sealed record Story(string TakenAway, string? Agreed, int? Activities, int? Done, int Next);
}
