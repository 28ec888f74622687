using MudBlazor;

namespace CareJournal.Web.Drafts;

/// <summary>Asks before leaving a page with typed text that is saved nowhere else, and continues if that is the answer. One question at a time.</summary>
/// <param name="dialogs">Shows the question.</param>
/// <param name="navigation">Continues to the requested page.</param>
public sealed class LeavingPrompt(IDialogService dialogs, NavigationManager navigation)
{
    private bool _asking;

    /// <summary>Asks; if the text is given up, continues to the requested page.</summary>
    /// <param name="wanted">The requested address.</param>
    /// <param name="giveUp">Discards the text, so that the question is not asked again.</param>
    public async Task AskAsync(string wanted, Func<Task> giveUp)
    {
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
