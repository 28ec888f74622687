namespace CareJournal.Web.Controls;

/// <summary>Disposes the script modules of components.</summary>
public static class ScriptDisposal
{
    /// <summary>
    /// Makes a last call to the module and disposes it. Does nothing if the page or its connection is gone: the script is gone with it, and
    /// an exception thrown while a component is disposed would end the whole circuit.
    /// </summary>
    /// <param name="module">The module; <c>null</c> if it was never loaded.</param>
    /// <param name="last">The exported function to call before; <c>null</c> for none.</param>
    /// <param name="arguments">The arguments of that call.</param>
    public static async ValueTask DisposeSafelyAsync(this IJSObjectReference? module, string? last = null, params object?[] arguments)
    {
        if (module is null)
        {
            return;
        }

        try
        {
            if (last is not null)
            {
                await module.InvokeVoidAsync(last, arguments);
            }

            await module.DisposeAsync();
        }
        catch (Exception gone) when (IsPageGone(gone))
        {
            // The script is gone with its page.
        }
    }

    /// <summary>Whether a call to a script failed because its page is gone, or because there was no answer for a minute over a lost connection.</summary>
    public static bool IsPageGone(Exception exception) => exception is JSDisconnectedException or TaskCanceledException;
}
