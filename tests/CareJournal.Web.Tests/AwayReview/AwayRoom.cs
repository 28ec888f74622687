using System.Globalization;
using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.AwayReview;
using CareJournal.NextSteps;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Vault;
using CareJournal.Visits;
using CareJournal.Web.App;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace CareJournal.Web.AwayReview;

/// <summary>The review over a real, encrypted journal in a folder of its own, on 22 November 2026 at noon.</summary>
internal sealed class AwayRoom : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-away-").FullName;
    private readonly NoonClock _clock = new();
    private readonly (CultureInfo Formats, CultureInfo Language) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    private AwayRoom(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        foreach (string file in Directory.EnumerateFiles(Template.Value))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        Room.JSInterop.Mode = JSRuntimeMode.Loose;
        Room.Services.AddMudServices();
        Room.Services.AddScoped<LeavingPrompt>();
        Room.Services.AddSingleton<TimeProvider>(_clock).AddCareJournal(new JournalFolder(_folder)).AddLocalization().AddScoped<Wording>().AddScoped<Notices>();
        Get<JournalFile>().Stretching = FewestRounds.Quick;
        Assert.IsType<UnlockOutcome.Opened>(Get<JournalFile>().Unlock(Secret));
    }

    private const string Secret = "une phrase de passe pour les essais";

    public BunitContext Room { get; } = new();

    public Notices Notices => Get<Notices>();

    /// <summary>Where menus and lists to choose from are drawn once they are open.</summary>
    public IRenderedComponent<MudPopoverProvider> Popovers => field ??= Room.Render<MudPopoverProvider>();

    /// <summary>Where the browser is.</summary>
    public string Address => Get<NavigationManager>().Uri;

    public static AwayRoom French() => new("fr-FR");

    public static AwayRoom English() => new("en-GB");

    public static NextStepForm Every(int days) => new() { Kind = NextStepKind.Every, Days = days };

    public static NextStepForm DoorOpen() => new() { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both };

    public T Get<T>()
        where T : notnull => Room.Services.GetRequiredService<T>();

    /// <summary>Sets the practice's clock to noon of another day, before or after.</summary>
    public void TodayIs(string day) => _clock.Day = DateOnly.Parse(day, CultureInfo.InvariantCulture);

    public void GoTo(string address) => Get<NavigationManager>().NavigateTo(address);

    public async Task<Guid> PersonAsync(string given, NextStepForm? saidLast, params string[] heldOn)
    {
        var person = Saved(await Get<PatientRecorder>().RecordAsync(new PatientForm { FamilyName = "Exemple", GivenName = given })).RowId;
        foreach (var (place, day) in heldOn.Index())
        {
            VisitForm form = new() { PatientId = person, HeldOn = DateOnly.Parse(day, CultureInfo.InvariantCulture), NextStep = place == heldOn.Length - 1 ? saidLast : null };
            Saved(await Get<VisitRecorder>().RecordAsync(form));
        }

        return person;
    }

    /// <summary>Somebody whose agreed date has passed: every two weeks, not seen since the given day.</summary>
    public Task<Guid> LateAsync(string given, string last = "2026-09-13") => PersonAsync(given, Every(14), "2026-08-02", "2026-08-16", "2026-08-30", last);

    /// <summary>Somebody of whom nothing was said since.</summary>
    public Task<Guid> UndecidedAsync(string given, string last = "2026-03-09") => PersonAsync(given, null, last);

    /// <summary>Somebody who comes every week and has never taken stock.</summary>
    public Task<Guid> SeriesAsync(string given) =>
        PersonAsync(given, null, [.. Enumerable.Range(0, 12).Select(week => Today.AddDays(-7 * (12 - week)).ToString("O", CultureInfo.InvariantCulture))]);

    public Task<Guid> DoorOpenAsync(string given) => PersonAsync(given, DoorOpen(), "2025-12-01", "2026-01-12");

    public async Task<AwayAnswer> AnswerAsync() => await Get<AwayReader>().ReadAsync();

    public IRenderedComponent<AwayPage> Open()
    {
        _ = Popovers;
        var page = Room.Render<AwayPage>();
        page.WaitForElement(".shelves");
        return page;
    }

    /// <summary>Opens the menu of that button, and gives its items.</summary>
    public async Task<IElement[]> OpenMenuAsync(IElement button)
    {
        _ = Popovers;
        await button.ClickAsync(new());
        Popovers.WaitForElement("[role=menuitem]");
        return [.. Popovers.FindAll("[role=menuitem]")];
    }

    /// <summary>Chooses what lies in the menu of that button.</summary>
    public async Task ChooseAsync(IElement button, string words)
    {
        await (await OpenMenuAsync(button)).Single(item => item.Read().StartsWith(words, StringComparison.Ordinal)).ClickAsync(new());
        Popovers.WaitForAssertion(() => Assert.Empty(Popovers.FindAll("[role=menuitem]")));
    }

    public async ValueTask DisposeAsync()
    {
        await Room.DisposeAsync();
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
        Directory.Delete(_folder, recursive: true);
    }

    private static SaveOutcome.Saved Saved(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Saved>(outcome);

    // The key is stretched slowly on purpose: one journal is made for the whole run, and copied for each test.
    private static string MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("carejournal-away-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var services = new ServiceCollection().AddSingleton<TimeProvider>(new NoonClock()).AddCareJournal(new JournalFolder(folder)).BuildServiceProvider();
        var file = services.GetRequiredService<JournalFile>();
        Assert.IsType<CreateOutcome.Created>(file.Create(Secret));
        file.Lock();
        FewestRounds.WriteTo(file.Folder.KeyHeaderPath, Secret, RecoveryCode.Create(), FewestRounds.Quick);
        return folder;
    }

    private sealed class NoonClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

        public DateOnly Day { get; set; } = Today;

        public override DateTimeOffset GetUtcNow() => new(Day, new TimeOnly(11, 0), TimeSpan.Zero);
    }
}

/// <summary>What a reader finds on the page.</summary>
internal static class AwaySight
{
    /// <summary>The shelf of that title, title and count included.</summary>
    public static IElement Shelf(this IRenderedComponent<AwayPage> page, string title) =>
        page.FindAll("section.away-shelf").Single(shelf => shelf.QuerySelector("h2")!.TextContent.StartsWith(title, StringComparison.Ordinal));

    /// <summary>The names on a shelf, in order.</summary>
    public static string[] Names(this IElement shelf) => [.. shelf.QuerySelectorAll("h3").Select(name => name.TextContent)];

    public static IElement Button(this IElement within, string words) => within.QuerySelectorAll("button").First(button => string.Equals(button.Read(), words, StringComparison.Ordinal));

    /// <summary>The button that opens the menu of a row.</summary>
    public static IElement Menu(this IElement within) => within.QuerySelector("[aria-haspopup=menu]")!;

    public static IElement Field(this IElement within, string label) =>
        within.QuerySelector($"#{within.QuerySelectorAll("label").Single(words => words.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).GetAttribute("for")}")!;

    public static IElement Chip(this IElement within, string words) =>
        within.QuerySelectorAll("label.chip").Single(chip => string.Equals(chip.Read(), words, StringComparison.Ordinal)).QuerySelector("input")!;

    /// <summary>Text as it is read: fixed spaces as plain ones.</summary>
    public static string Read(this IElement element) =>
        string.Join(' ', element.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
