using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CareJournal.Web.Shell;

/// <summary>
/// Translates MudBlazor's texts into the language of the page: the key is <c>Mud.</c> and MudBlazor's own key.
/// A missing key is a mistake of ours; it is logged, and MudBlazor then uses its English text.
/// </summary>
public sealed partial class MudWords(Words words, ILogger<MudWords> log) : MudLocalizer
{
    public override LocalizedString this[string key]
    {
        get
        {
            string name = "Mud." + key;
            if (words.Find(name) is { } found)
            {
                return new LocalizedString(name, found);
            }

            Lacks(key);
            return new LocalizedString(name, name, resourceNotFound: true);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "MudBlazor asked for words that are in neither language: {Key}")]
    private partial void Lacks(string key);
}
