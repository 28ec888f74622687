using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Web.Wording;

/// <summary>
/// Provides the words in one language while a test runs. The computer's own formats are set to a third one on purpose:
/// what is written must not depend on them.
/// </summary>
internal sealed class Speaking : IDisposable
{
    private readonly CultureInfo _formats = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;
    private readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().AddScoped<Words>().BuildServiceProvider();

    private Speaking(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Words = _services.GetRequiredService<Words>();
    }

    public Words Words { get; }

    public static Speaking French() => new("fr-FR");

    public static Speaking English() => new("en-GB");

    public static Speaking In(string language) => new(language);

    public void Dispose()
    {
        CultureInfo.CurrentCulture = _formats;
        CultureInfo.CurrentUICulture = _language;
        _services.Dispose();
    }
}
