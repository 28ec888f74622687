using System.Globalization;
using CareJournal.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;

namespace CareJournal.Web.App;

/// <summary>
/// The one place where an unexpected fault of a page ends: it is logged once under a reference, and the reader sees that reference.
/// Moving to another page tries afresh.
/// </summary>
public sealed partial class FaultBoundary : ErrorBoundaryBase
{
    private string _reference = "";

    [Inject]
    private ILogger<FaultBoundary> Log { get; init; } = null!;

    [Inject]
    private IStringLocalizer<Words> Words { get; init; } = null!;

    /// <inheritdoc/>
    protected override void OnParametersSet() => Recover();

    /// <inheritdoc/>
    protected override Task OnErrorAsync(Exception exception)
    {
        _reference = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[^12..];
        Failed(Log, _reference, exception);
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
        builder.AddContent(4, Words["Fault.Unexpected", _reference].Value);
        builder.CloseElement();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed. Reference: {Reference}")]
    private static partial void Failed(ILogger log, string reference, Exception exception);
}
