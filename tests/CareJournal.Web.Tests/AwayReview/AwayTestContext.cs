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
using CareJournal.Web.Caseload;
using CareJournal.Web.Drafts;
using CareJournal.Web.Shell;
using CareJournal.Web.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace CareJournal.Web.AwayReview;

/// <summary>Sets up the review over a real, encrypted journal in a folder of its own, on 22 November 2026 at noon.</summary>
internal sealed class AwayTestContext : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-away-").FullName;
    private readonly NoonClock _clock = new();
    private readonly (CultureInfo Formats, CultureInfo Language) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    private AwayTestContext(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        foreach (string file in Directory.EnumerateFiles(Template.Value))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.Services.AddMudServices();
        Context.Services.AddScoped<LeavingPrompt>();
        Context.Services.AddSingleton<TimeProvider>(_clock).AddCareJournal(new JournalFolder(_folder)).AddLocalization().AddScoped<Words>().AddScoped<Notices>().AddScoped<ShownTheme>();
        Get<JournalFile>().Stretching = FewestRounds.Quick;
        Assert.IsType<UnlockOutcome.Opened>(Get<JournalFile>().Unlock(Secret));
    }

    private const string Secret = "une phrase de passe pour les essais";

    public BunitContext Context { get; } = new();

    public Notices Notices => Get<Notices>();

    /// <summary>The component that draws open menus and lists to choose from.</summary>
    public IRenderedComponent<MudPopoverProvider> Popovers => field ??= Context.Render<MudPopoverProvider>();

    /// <summary>The address of the browser.</summary>
    public string Address => Get<NavigationManager>().Uri;

    public static AwayTestContext French() => new("fr-FR");

    public static AwayTestContext English() => new("en-GB");

    public static NextStepForm Every(int days) => new() { Kind = NextStepKind.Every, Days = days };

    public static NextStepForm DoorOpen() => new() { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both };

    public T Get<T>()
        where T : notnull => Context.Services.GetRequiredService<T>();

    /// <summary>Sets the practice's clock to noon of another day, earlier or later.</summary>
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

    /// <summary>Records somebody whose agreed date has passed: every two weeks, not seen since the given day.</summary>
    public Task<Guid> LateAsync(string given, string last = "2026-09-13") => PersonAsync(given, Every(14), "2026-08-02", "2026-08-16", "2026-08-30", last);

    /// <summary>Records somebody without a next step.</summary>
    public Task<Guid> UndecidedAsync(string given, string last = "2026-03-09") => PersonAsync(given, null, last);

    /// <summary>Records somebody who comes every week and has never taken stock.</summary>
    public Task<Guid> SeriesAsync(string given) =>
        PersonAsync(given, null, [.. Enumerable.Range(0, 12).Select(week => Today.AddDays(-7 * (12 - week)).ToString("O", CultureInfo.InvariantCulture))]);

    public Task<Guid> DoorOpenAsync(string given) => PersonAsync(given, DoorOpen(), "2025-12-01", "2026-01-12");

    public async Task<AwayAnswer> AnswerAsync() => await Get<AwayReader>().ReadAsync();

    /// <summary>Opens the review as lists.</summary>
    public IRenderedComponent<AwayPage> Open()
    {
        _ = Popovers;
        var page = Context.Render<AwayPage>(page => page.AddCascadingValue(new ReviewView(isList: true)));
        page.WaitForElement(".lists");
        return page;
    }

    /// <summary>Records a session with a note.</summary>
    public async Task<Guid> NotedAsync(Guid person, string heldOn, string note) =>
        Saved(await Get<VisitRecorder>().RecordAsync(new VisitForm { PatientId = person, HeldOn = DateOnly.Parse(heldOn, CultureInfo.InvariantCulture), Note = note })).RowId;

    /// <summary>Chooses in a list to choose from.</summary>
    public async Task ChooseInListAsync(IElement list, string words)
    {
        _ = Popovers;
        await list.MouseDownAsync(new());
        await Popovers.WaitForElements("[role=option]").Single(option => option.Read() == words).ClickAsync(new());
    }

    /// <summary>Opens the review one person at a time, at a person if one is given.</summary>
    public IRenderedComponent<AwayPage> OpenOne(Guid? person = null)
    {
        _ = Popovers;
        if (person is { } id)
        {
            GoTo(Urls.AwayAt(id));
        }

        var page = Context.Render<AwayPage>();
        page.WaitForElement(".one, .zero");
        return page;
    }

    /// <summary>Opens the menu of a button, and returns its items.</summary>
    public async Task<IElement[]> OpenMenuAsync(IElement button)
    {
        _ = Popovers;
        await button.ClickAsync(new());
        Popovers.WaitForElement("[role=menuitem]");
        return [.. Popovers.FindAll("[role=menuitem]")];
    }

    /// <summary>Chooses an item in the menu of a button.</summary>
    public async Task ChooseAsync(IElement button, string words)
    {
        await (await OpenMenuAsync(button)).Single(item => item.Read().StartsWith(words, StringComparison.Ordinal)).ClickAsync(new());
        Popovers.WaitForAssertion(() => Assert.Empty(Popovers.FindAll("[role=menuitem]")));
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
        Directory.Delete(_folder, recursive: true);
    }

    private static SaveOutcome.Saved Saved(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Saved>(outcome);

    // Deriving the key is slow on purpose: one journal is created for the whole run, and copied for each test.
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

/// <summary>Finds elements of the page as a reader does.</summary>
internal static class AwaySight
{
    /// <summary>Returns the list with a title, the title and the count included.</summary>
    public static IElement AwayList(this IRenderedComponent<AwayPage> page, string title) =>
        page.FindAll("section.away-list").Single(list => list.QuerySelector("h2")!.TextContent.StartsWith(title, StringComparison.Ordinal));

    /// <summary>Returns the names in a list, in order.</summary>
    public static string[] Names(this IElement list) => [.. list.QuerySelectorAll("h3").Select(name => name.TextContent)];

    public static IElement Button(this IElement within, string words) => within.QuerySelectorAll("button").First(button => string.Equals(button.Read(), words, StringComparison.Ordinal));

    /// <summary>Returns the button that opens the menu of a row.</summary>
    public static IElement Menu(this IElement within) => within.QuerySelector("[aria-haspopup=menu]")!;

    public static IElement Field(this IElement within, string label) =>
        within.QuerySelector($"#{within.QuerySelectorAll("label").Single(words => words.TextContent.Trim().StartsWith(label, StringComparison.Ordinal)).GetAttribute("for")}")!;

    public static IElement Chip(this IElement within, string words) =>
        within.QuerySelectorAll("label.chip").Single(chip => string.Equals(chip.Read(), words, StringComparison.Ordinal)).QuerySelector("input")!;

    /// <summary>Returns the name of the person who is looked at.</summary>
    public static string Name(IRenderedComponent<AwayPage> page) => page.Find(".one h2").TextContent;

    /// <summary>Presses a key of the page.</summary>
    public static Task PressAsync(IRenderedComponent<AwayPage> page, string key) => page.InvokeAsync(() => page.Instance.Press(key));

    /// <summary>Returns a sentence with plain spaces for non-breaking ones.</summary>
    public static string Plain(string sentence) => sentence.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    /// <summary>Returns the text of an element, with plain spaces for non-breaking ones.</summary>
    public static string Read(this IElement element) =>
        string.Join(' ', element.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
