using System.Globalization;
using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Timelines;
using CareJournal.Vault;
using CareJournal.Visits;
using CareJournal.Web.Controls;
using CareJournal.Web.Drafts;
using CareJournal.Web.Host;
using CareJournal.Web.Security;
using CareJournal.Web.Settings;
using CareJournal.Web.Shell;
using CareJournal.Web.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;

namespace CareJournal.Web.Patients;

/// <summary>Sets up pages about people over a real, encrypted journal in a folder of its own, on 22 November 2026 at noon.</summary>
internal sealed class PeopleTestContext : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private const string Secret = "une phrase de passe pour les essais";
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly string _folder = Directory.CreateTempSubdirectory("carejournal-people-").FullName;
    private readonly (CultureInfo Formats, CultureInfo Language) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    private PeopleTestContext(string language, Action<BunitContext>? prepare = null)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        foreach (string file in Directory.EnumerateFiles(Template.Value))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        Context.JSInterop.Mode = JSRuntimeMode.Loose;
        Context.Services.AddMudServices();
        Context.Services.AddScoped<LeavingPrompt>();
        Context.Services.AddSingleton<TimeProvider>(Clock).AddCareJournal(new JournalFolder(_folder)).AddLocalization().AddScoped<Words>().AddScoped<Notices>().AddScoped<SearchedName>().AddScoped<SearchedText>().AddScoped<DraftPlaces>().AddSingleton<CheckRun>().AddLogging().AddSingleton<ElapsedClock>().AddSingleton<SessionTable>().AddSingleton<OpenConnections>().AddSingleton<OpenPages>().AddSingleton<OtherSessions>().AddSingleton<CopyWatch>().AddSingleton<JournalLock>().AddSingleton<UnlockService>().AddScoped<MudLocalizer, RecordedMudWords>();
        prepare?.Invoke(Context);
        Get<JournalFile>().Stretching = FewestRounds.Quick;
        Assert.IsType<UnlockOutcome.Opened>(Get<JournalFile>().Unlock(Secret));
    }

    public BunitContext Context { get; } = new();

    public MovableClock Clock { get; } = new();

    public Notices Notices => Get<Notices>();

    /// <summary>The words that MudBlazor's components asked for.</summary>
    public RecordedMudWords MudWords => (RecordedMudWords)Get<MudLocalizer>();

    /// <summary>The address of the page, from the root.</summary>
    public string Address => new Uri(Get<NavigationManager>().Uri).PathAndQuery;

    public static PeopleTestContext French() => new("fr-FR");

    /// <summary>Sets up pages that ask for more services than those of people.</summary>
    public static PeopleTestContext French(Action<BunitContext> prepare) => new("fr-FR", prepare);

    public static PeopleTestContext English() => new("en-GB");

    public T Get<T>()
        where T : notnull => Context.Services.GetRequiredService<T>();

    public async Task<Guid> PersonAsync(string given, string family, string? birth = null, string? deceased = null) => Saved(await Get<PatientRecorder>().RecordAsync(new PatientForm
    {
        FamilyName = family,
        GivenName = given,
        BirthDate = birth is null ? null : Day(birth),
        DeceasedOn = deceased is null ? null : Day(deceased),
    })).RowId;

    public async Task DiesAsync(Guid person, string on)
    {
        var form = (await Get<PatientReader>().ReadAsync(person))!.Form;
        form.DeceasedOn = Day(on);
        Saved(await Get<PatientRecorder>().RecordAsync(form));
    }

    public async Task HeldAsync(Guid person, string on) =>
        Saved(await Get<VisitRecorder>().HeldNothingToAddAsync(person, Guid.CreateVersion7(), 0, Day(on), null));

    public async Task<Guid> PlannedAsync(Guid person, TimeOnly? at = null) => Saved(await Get<VisitRecorder>().PlanAsync(Guid.CreateVersion7(), person, Today, at)).RowId;

    public async Task<PatientTimeline> TimelineAsync(Guid person) => (await Get<TimelineReader>().ReadAsync(person))!;

    /// <summary>Shows a part that takes a timeline, and passes it the new one after each save or undo, as its page does.</summary>
    public async Task<IRenderedComponent<TPart>> ShowAsync<TPart>(Guid person)
        where TPart : IComponent
    {
        var timeline = await TimelineAsync(person);
        var part = Context.Render<TPart>(shown => shown.TryAdd("Timeline", timeline));
        Get<TimelineReader>().Changed += _ => part.InvokeAsync(async () =>
        {
            var fresh = await TimelineAsync(person);
            part.Render(shown => shown.TryAdd("Timeline", fresh));
        });
        return part;
    }

    /// <summary>Opens the page that adds a person, after a name was searched for and not found.</summary>
    public IRenderedComponent<EditPatientPage> OpenNamed(string typed)
    {
        Get<SearchedName>().Keep(typed);
        return Open<EditPatientPage>(Urls.NewPerson);
    }

    /// <summary>Opens a page under its address, as the router would.</summary>
    public IRenderedComponent<TPage> Open<TPage>(string address, Guid? id = null)
        where TPage : IComponent
    {
        Get<NavigationManager>().NavigateTo(address);
        return Context.Render<TPage>(page =>
        {
            if (id is not null)
            {
                page.TryAdd("Id", id);
            }
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
        Directory.Delete(_folder, recursive: true);
    }

    public static SaveOutcome.Saved Saved(SaveOutcome outcome) => Assert.IsType<SaveOutcome.Saved>(outcome);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Deriving the key is slow on purpose: one journal is created for the whole run, and copied for each test.
    private static string MakeTemplate()
    {
        var folder = Directory.CreateTempSubdirectory("carejournal-people-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var services = new ServiceCollection().AddSingleton<TimeProvider>(new MovableClock()).AddCareJournal(new JournalFolder(folder)).BuildServiceProvider();
        var file = services.GetRequiredService<JournalFile>();
        Assert.IsType<CreateOutcome.Created>(file.Create(Secret));
        file.Lock();
        FewestRounds.WriteTo(file.Folder.KeyHeaderPath, Secret, RecoveryCode.Create(), FewestRounds.Quick);
        return folder;
    }

    /// <summary>A clock that shows noon in Paris until a test sets it.</summary>
    internal sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(Today, new TimeOnly(11, 0), TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>Finds elements of a page as a reader does.</summary>
internal static class PeopleSight
{
    /// <summary>Returns the text of an element, with plain spaces for non-breaking ones.</summary>
    public static string Read(this IElement element) =>
        string.Join(' ', element.TextContent.Replace('\u00a0', ' ').Replace('\u202f', ' ').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Read<TPage>(this IRenderedComponent<TPage> page)
        where TPage : IComponent => string.Join(' ', page.Nodes.OfType<IElement>().Select(Read));

    /// <summary>Returns the button or link with these words.</summary>
    public static IElement Button<TPage>(this IRenderedComponent<TPage> page, string words)
        where TPage : IComponent => page.FindAll("button, a").First(button => string.Equals(button.Read(), words, StringComparison.Ordinal));

    public static IElement Chip<TPage>(this IRenderedComponent<TPage> page, string words)
        where TPage : IComponent => page.FindAll("label.chip").Single(chip => string.Equals(chip.Read(), words, StringComparison.Ordinal)).QuerySelector("input")!;

    public static IElement Field<TPage>(this IRenderedComponent<TPage> page, string label)
        where TPage : IComponent =>
        page.Find($"#{page.FindAll("label").First(words => words.Read().StartsWith(label, StringComparison.Ordinal)).GetAttribute("for")}");

    /// <summary>Returns the problem that is shown at the field with a label.</summary>
    public static string? ProblemAt<TPage>(this IRenderedComponent<TPage> page, string label)
        where TPage : IComponent => page.Field(label).Closest(".field")!.QuerySelector(".problem")?.Read();

    /// <summary>Returns the people in the open list of the search: the selected one is marked with an arrow.</summary>
    public static string[] Found<TPage>(this IRenderedComponent<TPage> page)
        where TPage : IComponent =>
        [.. page.FindAll("[role=option]").Select(option => $"{(option.GetAttribute("aria-selected") is "true" ? "> " : "")}{option.QuerySelector(".name")?.Read() ?? option.Read()}")];
}
