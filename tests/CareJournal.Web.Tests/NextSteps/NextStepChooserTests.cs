using AngleSharp.Dom;
using CareJournal.Acts;
using CareJournal.NextSteps;
using CareJournal.Timelines;
using CareJournal.Web.Wording;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CareJournal.Web.NextSteps;

public sealed class NextStepChooserTests : IAsyncLifetime, IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly Speaking _french = Speaking.French();
    private readonly BunitContext _host = new();
    private NextStepForm? _value;
    private int _raised;

    public NextStepChooserTests()
    {
        _host.JSInterop.Mode = JSRuntimeMode.Loose;
        _host.Services.AddMudServices().AddLocalization().AddScoped<Words>();
    }

    public Task InitializeAsync() => Task.CompletedTask;

    // MudBlazor's services can only be disposed asynchronously.
    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _french.Dispose();

    [Fact]
    public void Nothing_is_ever_preselected()
    {
        var chooser = Open(Said(NextStepKind.Every, days: 28));
        Assert.Equal("Quelle est la fréquence juste, maintenant ?", Plain(chooser.Find("legend").TextContent));
        Assert.Empty(chooser.FindAll("input[checked]"));
        Assert.Empty(chooser.FindAll("details"));
        Assert.Equal(0, _raised);
    }

    [Fact]
    public async Task The_same_as_last_time_takes_along_the_day_of_talking_about_it_again_and_shows_it()
    {
        var chooser = Open(Said(NextStepKind.Every, days: 28) with { ReviewOn = Today.AddDays(40) });
        await chooser.Find(".previous button").ClickAsync(new());
        Assert.Equal(new NextStepForm { Kind = NextStepKind.Every, Days = 28, ReviewOn = Today.AddDays(40) }, _value);
        Assert.True(chooser.Find("details").HasAttribute("open"));

        chooser = Open(Said(NextStepKind.Every, days: 28) with { ReviewOn = Today });
        await chooser.Find(".previous button").ClickAsync(new());
        Assert.Null(_value!.ReviewOn);
    }

    [Fact]
    public async Task An_intended_rhythm_survives_when_it_is_said_again_and_another_step_says_that_it_ends_it()
    {
        var chooser = Open(Said(NextStepKind.Every, days: 7), intendedUntil: new DateOnly(2027, 1, 31));
        Assert.Empty(chooser.FindAll("p[role=status]"));
        await chooser.Find(".previous button").ClickAsync(new());
        Assert.Equal("Ce rythme reste voulu jusqu’au 31 janvier 2027.", Plain(chooser.Find("p[role=status]").TextContent));
        await TapAsync(chooser, "1 mois");
        Assert.Equal("Ce rythme était voulu jusqu’au 31 janvier 2027 ; une autre suite y met fin.", Plain(chooser.Find("p[role=status]").TextContent));
    }

    [Theory]
    [InlineData("1 semaine", 7)]
    [InlineData("2 semaines", 14)]
    [InlineData("1 mois", 30)]
    [InlineData("3 mois", 90)]
    public async Task A_quick_chip_is_one_tap(string chip, int days)
    {
        var chooser = Open();
        await TapAsync(chooser, chip);
        Assert.Equal(new NextStepForm { Kind = NextStepKind.Every, Days = days }, _value);
        Assert.Equal(chip, Plain(Pressed(chooser).Single()));
    }

    [Theory]
    [InlineData("Porte ouverte", NextStepKind.DoorOpen)]
    [InlineData("Relais passé à…", NextStepKind.HandedOver)]
    [InlineData("Suivi conclu ensemble", NextStepKind.EndedTogether)]
    public async Task The_other_kinds_are_one_tap_too(string chip, NextStepKind kind)
    {
        var chooser = Open();
        await TapAsync(chooser, chip);
        Assert.Equal(new NextStepForm { Kind = kind }, _value);
    }

    [Fact]
    public async Task A_date_is_typed_freely_and_what_was_understood_is_shown()
    {
        var chooser = Open();
        await TapAsync(chooser, "Se revoir d’ici le…");
        await FieldAsync(chooser, "Se revoir d’ici le…", "12/3");
        Assert.Equal(new DateOnly(2027, 3, 12), _value!.BackBy);
        Assert.Contains("Compris : vendredi 12 mars 2027", Plain(chooser.Markup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_is_not_understood_stays_in_the_field_and_cannot_be_saved()
    {
        var chooser = Open();
        await TapAsync(chooser, "Se revoir d’ici le…");
        await FieldAsync(chooser, "Se revoir d’ici le…", "bientôt");
        Assert.Contains("Date non comprise. Essayez 12/3 ou +3s (dans 3 semaines).", Plain(chooser.Markup), StringComparison.Ordinal);
        Assert.Equal("bientôt", chooser.Find(".coming-date input").GetAttribute("value"));
        Assert.NotEmpty(_value!.Problems(Today));
    }

    [Fact]
    public async Task Another_rhythm_asks_for_days_and_keeps_its_field_when_they_make_a_month()
    {
        var chooser = Open();
        await TapAsync(chooser, "Autre rythme…");
        await FieldAsync(chooser, "Nombre de jours entre deux séances", "30");
        Assert.Equal(30, _value!.Days);
        Assert.Equal(["Autre rythme…"], Pressed(chooser));
        Assert.Contains("Compris : Se revoir tous les mois", Plain(chooser.Markup), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Not_discussed_writes_nothing_and_says_so()
    {
        var chooser = Open();
        await TapAsync(chooser, "1 mois");
        await TapAsync(chooser, "Pas abordé");
        Assert.Null(_value);
        Assert.Equal(["Pas abordé"], Pressed(chooser));
        Assert.Contains("ce qui était convenu reste valable", chooser.Markup, StringComparison.Ordinal);
        Assert.Empty(chooser.FindAll("details"));
    }

    [Fact]
    public async Task The_same_as_last_time_is_one_press_and_who_decided_is_asked_anew()
    {
        var chooser = Open(Said(NextStepKind.Every, days: 28) with { Reason = "rentrée" });
        Assert.Contains("La dernière fois : se revoir toutes les 4 semaines ; à rediscuter le 1ᵉʳ janvier 2027 ; décidé à deux ; dit le 3 mai 2026", Plain(chooser.Find(".previous").TextContent), StringComparison.Ordinal);

        await chooser.Find(".previous button").ClickAsync(new());

        Assert.Equal(new NextStepForm { Kind = NextStepKind.Every, Days = 28, ReviewOn = new(2027, 1, 1) }, _value);
        Assert.Equal(["Autre rythme…"], Pressed(chooser));
    }

    [Fact]
    public async Task A_date_that_has_passed_is_asked_for_anew()
    {
        var chooser = Open(Said(NextStepKind.BackBy, backBy: new(2026, 7, 1)));
        await chooser.Find(".previous button").ClickAsync(new());
        Assert.Equal(new NextStepForm { Kind = NextStepKind.BackBy, ReviewOn = new(2027, 1, 1) }, _value);
        Assert.Null(chooser.Find(".coming-date input").GetAttribute("value"));
    }

    [Fact]
    public async Task Who_decided_stays_when_the_choice_changes_but_what_belonged_to_another_kind_goes()
    {
        var chooser = Open();
        await TapAsync(chooser, "Relais passé à…");
        await FieldAsync(chooser, "À qui ?", "Dr Exemple");
        await TapAsync(chooser, "Nous deux");
        await TapAsync(chooser, "Porte ouverte");
        Assert.Equal(new NextStepForm { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both }, _value);
        Assert.Equal(["Porte ouverte", "Nous deux"], Pressed(chooser));
    }

    [Fact]
    public async Task The_rest_is_folded_away_and_suits_the_choice()
    {
        var chooser = Open();
        await TapAsync(chooser, "Porte ouverte");
        Assert.False(chooser.Find("details").HasAttribute("open"));
        await FieldAsync(chooser, "Signes qui donneraient envie de revenir", "Trois mauvaises nuits");
        await FieldAsync(chooser, "En parallèle avec…", "une psychologue");
        Assert.Equal(("Trois mauvaises nuits", "une psychologue"), (_value!.SignsToComeBack, _value.Alongside));

        await TapAsync(chooser, "1 mois");
        await FieldAsync(chooser, "Souhaité (en jours)", "14");
        await FieldAsync(chooser, "À rediscuter le", "+3m");
        Assert.Equal((14, new DateOnly(2027, 2, 22), null), (_value!.WishedDays!.Value, _value.ReviewOn!.Value, _value.SignsToComeBack));
    }

    [Fact]
    public async Task Problems_are_reported_at_their_field()
    {
        var chooser = Open();
        await TapAsync(chooser, "Autre rythme…");
        chooser.Render(parameters => parameters.Add(step => step.Problems, [new Problem(nameof(NextStepForm.Days), ProblemKind.OutOfRange, 3, 400)]).Add(step => step.Value, _value));
        var field = chooser.Find("input[type=number]");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("Un nombre entier, de 3 à 400.", Plain(field.Closest(".field")!.TextContent), StringComparison.Ordinal);
    }

    private static NextStepStub Said(NextStepKind kind, int? days = null, DateOnly? backBy = null) => new(kind, days, backBy);

    private static string Plain(string sentence) => sentence.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static string[] Pressed(IRenderedComponent<NextStepChooser> chooser) =>
        [.. chooser.FindAll("label.chip").Where(chip => chip.QuerySelector("input")!.HasAttribute("checked")).Select(chip => chip.TextContent.Trim())];

    private static Task TapAsync(IRenderedComponent<NextStepChooser> chooser, string chip) =>
        chooser.FindAll("label.chip").Single(label => string.Equals(Plain(label.TextContent.Trim()), chip, StringComparison.Ordinal)).QuerySelector("input")!.ChangeAsync(new() { Value = "on" });

    private static Task FieldAsync(IRenderedComponent<NextStepChooser> chooser, string label, string typed)
    {
        IElement words = chooser.FindAll("label[for]").Single(field => Plain(field.TextContent.Trim()).StartsWith(label, StringComparison.Ordinal));
        return chooser.Find($"#{words.GetAttribute("for")}").ChangeAsync(new() { Value = typed });
    }

    private IRenderedComponent<NextStepChooser> Open(NextStepStub? previous = null, DateOnly? intendedUntil = null)
    {
        IRenderedComponent<NextStepChooser>? chooser = null;
        chooser = _host.Render<NextStepChooser>(parameters => parameters
            .Add(step => step.Today, Today)
            .Add(step => step.Previous, previous?.Step)
            .Add(step => step.IntendedUntil, intendedUntil)
            .Add(step => step.ValueChanged, (NextStepForm? chosen) =>
            {
                _raised++;
                _value = chosen;
                chooser!.Render(again => again.Add(step => step.Value, chosen));
            }));
        return chooser;
    }

    private sealed record NextStepStub(NextStepKind Kind, int? Days, DateOnly? BackBy)
    {
        public string? Reason { get; init; }

        public DateOnly ReviewOn { get; init; } = new(2027, 1, 1);

        public TimelineStep Step => new()
        {
            SaidOn = new(2026, 5, 3), Number = 1, Kind = Kind, Days = Days, BackBy = BackBy, HasReason = Reason is not null, DecidedBy = DecidedBy.Both, ReviewOn = ReviewOn,
        };
    }
}
