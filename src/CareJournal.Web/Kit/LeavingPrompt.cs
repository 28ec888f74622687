using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace CareJournal.Web.Kit;

/// <summary>Asks before a page is left while words typed in it lie nowhere else, and goes on where that is the answer. One question at a time.</summary>
/// <param name="dialogs">Where it is asked.</param>
/// <param name="navigation">Where one goes on.</param>
public sealed class LeavingPrompt(IDialogService dialogs, NavigationManager navigation)
{
    private bool _asking;

    /// <summary>Asks; if the words are given up, goes on to the page that was wanted.</summary>
    /// <param name="wanted">The address to which one wanted to go.</param>
    /// <param name="giveUp">Forgets the words, so that nothing asks again.</param>
    public async Task AskAsync(string wanted, Func<Task> giveUp)
    {
        ArgumentNullException.ThrowIfNull(giveUp);
        if (_asking)
        {
            return;
        }

        _asking = true;
        try
        {
            if (!await LeavingQuestion.AskAsync(dialogs))
            {
                return;
            }
        }
        finally
        {
            _asking = false;
        }

        await giveUp();
        navigation.NavigateTo(wanted);
    }
}
