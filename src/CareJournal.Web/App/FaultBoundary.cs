using System.Globalization;
using CareJournal.Storage;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CareJournal.Web.App;

/// <summary>
/// The one place where an unexpected fault of a page ends: it is logged once under a reference, and the reader sees that reference.
/// Moving to another page tries afresh.
/// </summary>
public sealed partial class FaultBoundary : ErrorBoundaryBase
{
    private string _sentence = "";

    [Inject]
    private ILogger<FaultBoundary> Log { get; init; } = null!;

    [Inject]
    private Wording Wording { get; init; } = null!;

    [Inject]
    private JournalFile Journal { get; init; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet() => Recover();

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        string reference = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[^12..];
        Failed(Log, reference, exception);
        StorageFault? fault = StorageFaults.Of(exception);
        if (fault is { } met)
        {
            Journal.Report(met);
        }

        // What the disk refuses has a sentence of its own; a reference helps nobody there.
        _sentence = fault is { } known and not StorageFault.Unexpected ? Wording.Of(known) : Wording["Fault.Unexpected", reference];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.AddContent(0, ChildContent);
            return;
        }

        builder.OpenElement(1, "p");
        builder.AddAttribute(2, "class", "page fault");
        builder.AddAttribute(3, "role", "alert");
        builder.AddContent(4, _sentence);
        builder.CloseElement();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed. Reference: {Reference}")]
    private static partial void Failed(ILogger log, string reference, Exception exception);
}
