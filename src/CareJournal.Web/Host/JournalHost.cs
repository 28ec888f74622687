using CareJournal.Storage;
using CareJournal.Vault;
using CareJournal.Web.Caseload;
using CareJournal.Web.Drafts;
using CareJournal.Web.Security;
using CareJournal.Web.Timelines;
using CareJournal.Web.Timelines.Printing;
using CareJournal.Web.Vault;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using MudBlazor;
using MudBlazor.Services;

namespace CareJournal.Web.Host;

/// <summary>
/// Builds the program: its listeners, the request pipeline, and the endpoints that need a session.
/// The builder is the empty one on purpose: no environment variable and no settings file can open a port,
/// enable a developer page or loosen a check.
/// </summary>
public static class JournalHost
{
    /// <summary>Builds the host over one data folder. It listens only after <c>StartAsync</c>, on <paramref name="free"/> if the system chose the port.</summary>
    public static WebApplication Build(StartOptions options, string dataFolder, TimeProvider time, FreePort? free = null)
    {
        var folder = new JournalFolder(dataFolder);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(JournalHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Loopback.Listen(kestrel, options.Port, kestrel.ApplicationServices.GetRequiredService<PeerUser>()));
#if !SABOTAGE_CONNECTIONS
        builder.Services.AddSingleton<IConnectionListenerFactory, LimitedListener>();
#endif
        if (free is not null)
        {
            builder.Services.Configure<SocketTransportOptions>(sockets => sockets.CreateBoundListenSocket = free.Hand);
        }

        builder.WebHost.UseStaticWebAssets();

        // Files are served as built. If it checked them for changes, the framework would send MudBlazor's styles uncompressed: 627 kB instead of 67.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";

        builder.Services.AddJournalLogs(folder.LogPath);
        builder.Services.AddSingleton(time).AddSingleton(options).AddCareJournal(folder);
        AddSecurity(builder.Services, options);
        AddPages(builder.Services);

        var app = builder.Build();
        Arrange(app);
        return app;
    }

    /// <summary>Registers authentication and authorization.</summary>
    private static void AddSecurity(IServiceCollection services, StartOptions options)
    {
        services.AddSingleton<PeerUser>()
            .AddSingleton<OwnHost>()
            .AddSingleton<OwnAddresses>()
            .AddSingleton<ElapsedClock>()
            .AddSingleton<SessionTable>()
            .AddSingleton<OpenPages>()
            .AddSingleton<OpenConnections>()
            .AddSingleton<CopyWatch>()
            .AddSingleton<JournalLock>()
            .AddSingleton<IdleWatch>()
            .AddSingleton<OtherSessions>()
            .AddSingleton<UnlockService>()
            .AddSingleton<Veil>()
            .AddSingleton<FirstRunKey>()
            .AddSingleton<FirstRunStep>()
            .AddSingleton<CheckRun>()
            .AddSingleton<DemoStart>()
            .AddHostedService(provider => provider.GetRequiredService<CopyWatch>())
            .AddHostedService(provider => provider.GetRequiredService<IdleWatch>())
            .AddHostedService<WeeklyCheck>();
        services.AddAuthentication(SessionHandler.SchemeName).AddScheme<SessionSchemeOptions, SessionHandler>(SessionHandler.SchemeName, null);
        services.AddAuthorization(DenyByDefault);

        // No key ring on disk to steal: after a restart everybody gives the passphrase anyway. The provider alone is not enough: a service
        // of the framework loads the ring at each start, from the user's profile unless another place is set.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
#if !SABOTAGE_KEY_RING
        services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new KeysInMemory(), new NullXmlEncryptor()));
#endif
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = $"carejournal-form-{options.Port}";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
    }

    /// <summary>Registers the journal's services and pages.</summary>
    private static void AddPages(IServiceCollection services)
    {
        services.AddRouting();
        services.AddLocalization();
        services.AddScoped<Words>();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, MudWords>();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddScoped<Notices>();
        services.AddScoped<LeavingPrompt>();
        services.AddScoped<SearchedName>();
        services.AddScoped<SearchedText>();
        services.AddScoped<ShownTheme>();
        services.AddScoped<DrawingWidth>();
        services.AddScoped<PersonAhead>();
        services.AddScoped<DraftPlaces>();
#if !SABOTAGE_INBOUND_ORDER
        services.AddScoped<CircuitHandler, InboundOrder>();
#endif
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DetailedErrors = false;

            // A page whose connection dropped stays in memory for a short time. A computer that wakes up has lost those of all its tabs at once,
            // and beyond this number the newest would be dropped first: the one in which somebody writes.
            circuits.DisconnectedCircuitMaxRetained = 40;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.PersistedCircuitInMemoryMaxRetained = 0;
            circuits.PersistedCircuitInMemoryRetentionPeriod = TimeSpan.FromSeconds(1);
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = 1024 * 1024);
    }

    /// <summary>Adds the middleware in protective order: host, origin, transport; then errors, culture, session, pages. The connection has already checked the account.</summary>
    private static void Arrange(WebApplication app)
    {
        app.UseRequestLogs();
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<HostCheck>();
        app.UseMiddleware<OriginCheck>();
        app.UseMiddleware<WebSocketsOnly>();
        app.UseExceptionHandler(Urls.Error);
        app.UseWhen(PageRequest.Is, pages => pages.UseStatusCodePagesWithReExecute(Urls.NotFound));
        app.UseMiddleware<StaleForm>();
        app.UseMiddleware<LongForm>();
        app.UseRequestLocalization(Culture.Options);
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<DemoSession>();
        app.UseAuthorization();
        app.UseMiddleware<VeilGate>();
        app.UseMiddleware<TogetherGate>();
        app.UseMiddleware<ConnectionWatch>();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous().WithMetadata(new MayBeCached());
        app.MapSessions();
        app.MapPreferences();
        app.MapDrafts();
        app.MapPrinted();
        app.MapFirstRun();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.DisableWebSocketCompression = true);
    }

    /// <summary>Requires a session, cookie and page token, for every endpoint that declares nothing else: no endpoint can be left unprotected by mistake.</summary>
    private static void DenyByDefault(AuthorizationOptions authorization)
    {
#if !SABOTAGE_DENY_BY_DEFAULT
        authorization.FallbackPolicy = new AuthorizationPolicyBuilder(SessionHandler.SchemeName).RequireAuthenticatedUser().AddRequirements(new PageTokenRequirement()).Build();
#endif
    }
}
