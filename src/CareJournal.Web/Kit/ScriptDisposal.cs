using Microsoft.JSInterop;

namespace CareJournal.Web.Kit;

/// <summary>How a component lets go of its script module.</summary>
public static class ScriptDisposal
{
    /// <summary>
    /// Makes a last call to the module and disposes it. Does nothing where the page or its connection is gone: the script went with it, and
    /// an exception thrown while a component is disposed would end the whole circuit.
    /// </summary>
    /// <param name="module">The module; <c>null</c> where it never came.</param>
    /// <param name="last">The exported function to call before; <c>null</c> for none.</param>
    /// <param name="arguments">What it is given.</param>
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
            // The script went with its page.
        }
    }

    /// <summary>Whether a call to a script failed because its page is gone, or because nobody answered it for a minute over a lost connection.</summary>
    public static bool IsPageGone(Exception exception) => exception is JSDisconnectedException or TaskCanceledException;
}
