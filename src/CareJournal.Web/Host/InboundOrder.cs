using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CareJournal.Web.Host;

/// <summary>Processes a page's messages one after another, its render acknowledgements included.</summary>
/// <remarks>
/// The framework queues events but processes an acknowledgement at once. One that arrives while the server is still rendering the batch that it
/// acknowledges overtakes the events sent before it: their handlers are removed, and a key or a click is lost
/// (<c>There is no event handler associated with this event</c>).
/// </remarks>
internal sealed class InboundOrder : CircuitHandler
{
    private SynchronizationContext? _queue;

    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        // The framework calls this within the circuit's queue, which it exposes nowhere else.
        _queue = SynchronizationContext.Current;
        return Task.CompletedTask;
    }

    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        activity => _queue is { } queue ? EnqueueAsync(queue, async () => await next(activity)) : next(activity);

    private static Task EnqueueAsync(SynchronizationContext queue, Func<Task> activity)
    {
        var begun = new TaskCompletionSource<Task>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Post(_ => begun.SetResult(activity()), null);
        return begun.Task.Unwrap();
    }
}
