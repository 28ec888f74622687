using CareJournal.Web.Resources;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CareJournal.Web.App;

/// <summary>
/// Gives MudBlazor its words, in the language of the page: the key <c>Mud.</c> and its own key.
/// A word that the journal lacks is a mistake of ours; it is logged, and MudBlazor then says it in English.
/// </summary>
public sealed partial class MudWords(IStringLocalizer<Words> words, ILogger<MudWords> log) : MudLocalizer
{
    /// <inheritdoc/>
    public override LocalizedString this[string key]
    {
        get
        {
            var found = words["Mud." + key];
            if (found.ResourceNotFound)
            {
                Lacks(key);
            }

            return found;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "MudBlazor asked for words that are in neither language: {Key}")]
    private partial void Lacks(string key);
}
