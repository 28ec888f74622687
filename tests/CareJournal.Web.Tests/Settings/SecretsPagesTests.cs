using System.Security.Claims;
using Bunit.TestDoubles;
using CareJournal.Storage;
using CareJournal.Support;
using CareJournal.Vault;
using CareJournal.Web.Patients;
using CareJournal.Web.Security;
using CareJournal.Web.Today;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareJournal.Web.Settings;

/// <summary>Tests the pages on which the secrets of the journal are tried, renewed, added and revoked, and what Aujourd'hui says of them.</summary>
public sealed class SecretsPagesTests
{
    private const string Passphrase = "une phrase de passe pour les essais";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_new_recovery_code_is_shown_typed_back_and_only_then_in_the_place_of_the_old_one()
    {
        await using var test = Open();
        var page = test.Open<RecoveryCodePage>(Urls.NewCode);
        await page.Button("Montrer le nouveau code").ClickAsync(new());
        string code = page.Find(".recovery-code").TextContent.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        Assert.Matches("^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$", code);
        await page.Button("Le code est écrit sur papier").ClickAsync(new());
        Assert.DoesNotContain(code, page.Markup, StringComparison.Ordinal);

        await FillAsync(page, "Recopiez-le", "0000-0000-0000-0000-0000-0000-0000", Passphrase);
        await page.Button("Remplacer l’ancien code").ClickAsync(new());
        Assert.Equal("Ce n’est pas encore le même code. Relisez votre papier.", page.ProblemAt("Recopiez-le"));
        await FillAsync(page, "Recopiez-le", code.ToLowerInvariant(), "une autre phrase que la bonne");
        await page.Button("Remplacer l’ancien code").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal("Ce n’est pas la bonne phrase de passe.", page.ProblemAt("Phrase de passe")), Patience);
        Assert.False(Opens(test, code));

        await FillAsync(page, "Recopiez-le", code.ToLowerInvariant(), Passphrase);
        await page.Button("Remplacer l’ancien code").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(Urls.Settings, test.Address), Patience);
        Assert.True(Opens(test, code));
    }

    [Fact]
    public async Task The_recovery_code_can_be_tried_and_says_whether_it_opens_the_journal()
    {
        await using var test = Open();
        RecoveryCode code = RecoveryCode.Create();
        test.Get<JournalFile>().RenewRecoveryCode(Passphrase, code);
        var section = test.Context.Render<RecoverySection>();

        await section.Field("Votre code de secours").ChangeAsync(new() { Value = RecoveryCode.Create().Printed });
        await section.Button("Essayer").ClickAsync(new());
        section.WaitForAssertion(() => Assert.Equal("Ce n’est pas le code de secours de ce journal.", section.ProblemAt("Votre code de secours")), Patience);

        await section.Field("Votre code de secours").ChangeAsync(new() { Value = code.Printed });
        await section.Button("Essayer").ClickAsync(new());
        section.WaitForAssertion(() => Assert.Equal("Ce code ouvre le journal.", section.Find("[role=status]").Read()), Patience);
        Assert.Equal("", section.ProblemAt("Votre code de secours"));
    }

    [Fact]
    public async Task A_continuity_envelope_is_made_with_a_sheet_and_typed_back_in_part_listed_and_revoked()
    {
        await using var test = Open();
        var page = test.Open<EnvelopePage>(Urls.NewEnvelope);
        await page.Field("Comment démarrer").ChangeAsync(new() { Value = "L’ordinateur du cabinet, mot de passe chez Paul." });
        await page.Button("Montrer la feuille").ClickAsync(new());
        string code = page.Find(".recovery-code").TextContent.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        string sheet = page.Find("article").Read();
        Assert.Contains("L’ordinateur du cabinet, mot de passe chez Paul.", sheet, StringComparison.Ordinal);
        Assert.Contains("Ce code ouvre tout le journal", sheet, StringComparison.Ordinal);
        Assert.Contains(test.Get<JournalFolder>().Path, sheet, StringComparison.Ordinal);
        await page.Button("La feuille est sur papier").ClickAsync(new());

        string[] groups = code.Split('-');
        await FillAsync(page, "Recopiez de la feuille", groups[0] + groups[6], Passphrase);
        await page.Button("Mettre l’enveloppe en service").ClickAsync(new());
        Assert.Equal("Ce ne sont pas encore ces deux groupes. Relisez la feuille.", page.ProblemAt("Recopiez de la feuille"));
        Assert.False(Opens(test, code));
        await FillAsync(page, "Recopiez de la feuille", $"{groups[1].ToLowerInvariant()} {groups[6]}", Passphrase);
        await page.Button("Mettre l’enveloppe en service").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(Urls.Settings, test.Address), Patience);
        Assert.True(Opens(test, code));

        var section = test.Context.Render<EnvelopeSection>();
        Assert.Equal("Enveloppe du 22 novembre 2026", section.Find("li span").Read());
        await section.Button("Révoquer").ClickAsync(new());
        Assert.Contains("Copies faites jusqu’ici", section.Find(".warning").Read(), StringComparison.OrdinalIgnoreCase);
        await section.Field("Phrase de passe").ChangeAsync(new() { Value = Passphrase });
        await section.Button("Révoquer cette enveloppe").ClickAsync(new());
        section.WaitForAssertion(() => Assert.Equal("Aucune enveloppe n’ouvre ce journal.", section.Find("p.muted").Read()), Patience);
        Assert.False(Opens(test, code));
    }

    [Fact]
    public async Task Today_says_that_a_code_was_never_confirmed_until_it_was()
    {
        await using var test = Open();
        string header = test.Get<JournalFolder>().KeyHeaderPath;
        RecoveryCode code = RecoveryCode.Create();
        using (MasterKey master = ((KeyHeaderAnswer.Found)KeyHeader.ReadFrom(header, FewestRounds.Quick)).Header.Unlock(Passphrase)!)
        {
            KeyHeader.Create(master, CareJournal.Vault.Passphrase.From(Passphrase), code, PeopleTestContext.Today, FewestRounds.Quick).WriteTo(header);
        }

        var said = test.Context.Render<TodayKeys>().Find(".warning");
        Assert.Equal("Le code de secours n’a jamais été recopié : rien ne dit qu’il est bien noté. Faire un nouveau code", said.Read());
        Assert.Equal(Urls.NewCode, said.QuerySelector("a")!.GetAttribute("href"));

        test.Get<JournalFile>().ConfirmRecoveryCode(code.Printed);
        Assert.Empty(test.Context.Render<TodayKeys>().FindAll(".warning"));
    }

    [Fact]
    public async Task Today_says_how_many_tries_failed_before_the_journal_was_opened_until_that_was_read()
    {
        await using var test = Open();
        test.Get<JournalFile>().Lock();
        for (int wrong = 0; wrong < 3; wrong++)
        {
            test.Get<JournalFile>().Unlock($"fausse {wrong}");
            test.Clock.Now += TimeSpan.FromMinutes(4);
        }

        Assert.Empty(test.Context.Render<TodayKeys>().FindAll(".warning"));
        Assert.True(Opens(test, Passphrase));

        var today = test.Context.Render<TodayKeys>();
        Assert.StartsWith("3 essais manqués depuis le 22 novembre 2026 à 12 h, le dernier le 22 novembre 2026 à 12 h 08.", today.Find(".warning").Read(), StringComparison.Ordinal);
        await today.Button("C’est vu").ClickAsync(new());
        Assert.Empty(today.FindAll(".warning"));
        Assert.Empty(test.Context.Render<TodayKeys>().FindAll(".warning"));
        Assert.Equal(3, test.Get<JournalFile>().Tries.Take()!.Count);
    }

    [Fact]
    public async Task The_key_of_a_journal_of_an_earlier_version_is_strengthened_on_request()
    {
        await using var test = Open();
        FirstKeys.PutInPlaceOf(test.Get<JournalFolder>(), Passphrase);
        Assert.True(Opens(test, Passphrase));
        var section = test.Context.Render<PassphraseSection>();

        await section.FindAll("input[type=password]")[^1].ChangeAsync(new() { Value = Passphrase });
        await section.Button("Renforcer la clé").ClickAsync(new());

        section.WaitForAssertion(() => Assert.DoesNotContain("Renforcer la clé", section.Markup, StringComparison.Ordinal), Patience);
        Assert.True(test.Get<JournalFile>().ReadKeys()!.IsStrong);
        Assert.True(Opens(test, Passphrase));
        Assert.True(Opens(test, FirstKeys.Code));
        Assert.DoesNotContain("Renforcer la clé", test.Context.Render<PassphraseSection>().Markup, StringComparison.Ordinal);
    }

    private static PeopleTestContext Open() => PeopleTestContext.French(context =>
    {
        context.Services.AddSingleton<ElapsedClock>().AddSingleton<SessionTable>().AddSingleton<OpenPages>().AddSingleton<OpenConnections>().AddSingleton<OtherSessions>()
            .AddSingleton<UnlockService>();
        context.AddAuthorization().SetAuthorized("practitioner").SetClaims(new Claim(SessionHandler.SessionClaim, "this browser"));
    });

    private static async Task FillAsync<TPage>(IRenderedComponent<TPage> page, string label, string typed, string passphrase)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        await page.Field(label).ChangeAsync(new() { Value = typed });
        await page.Field("Phrase de passe").ChangeAsync(new() { Value = passphrase });
    }

    private static bool Opens(PeopleTestContext test, string secret)
    {
        test.Get<JournalFile>().Lock();
        bool opens = test.Get<JournalFile>().Unlock(secret) is UnlockOutcome.Opened;
        test.Get<JournalFile>().Unlock(Passphrase);
        return opens;
    }
}
