using CareJournal.Storage;
using Microsoft.AspNetCore.Components.Rendering;

namespace CareJournal.Web.Shell;

/// <summary>
/// Catches an unexpected fault of a page, or of one part of it: it is logged once under a reference, and the reader sees what
/// happened, where the typed text is, and ways on. Moving to another page tries again.
/// </summary>
public sealed partial class FaultBoundary : ErrorBoundaryBase
{
    private readonly List<Guid> _drafts = [];
    private string? _reference;
    private string? _sentence;
    private string? _failedAt;

    /// <summary>Whether it is around one part of a page: the rest stays as it is, and the part is retried only on request.</summary>
    [Parameter]
    public bool Inner { get; set; }

    /// <summary>The boundary around this one; null for that of the whole page.</summary>
    [CascadingParameter]
    private FaultBoundary? Outer { get; set; }

    [Inject]
    private ILogger<FaultBoundary> Log { get; init; } = null!;

    [Inject]
    private Words Words { get; init; } = null!;

    [Inject]
    private NavigationManager Navigation { get; init; } = null!;

    [Inject]
    private JournalFile Journal { get; init; } = null!;

    /// <summary>
    /// Called by a form that left the page, once its last text was saved: if it left because of a fault, its draft is shown in its place.
    /// </summary>
    /// <param name="draft">The draft that contains the typed text.</param>
    public void Left(Guid draft)
    {
        if (CurrentException is null)
        {
            Outer?.Left(draft);
        }
        else if (!_drafts.Contains(draft))
        {
            _drafts.Add(draft);
            StateHasChanged();
        }
    }

    protected override void OnParametersSet()
    {
        // Not on every render of the surrounding frame: opening the menu must not remove what is read here.
        if (!Inner && _failedAt is { } failed && failed != Navigation.Uri)
        {
            TryAgain();
        }
    }

    protected override Task OnErrorAsync(Exception exception)
    {
        // One fault may be caught twice, by a rendered part and by its own response: both are logged under the reference shown on the page.
        _reference ??= FaultReference.Create();
        _failedAt ??= Navigation.Uri;
        // Nobody sees this any more where the page was left in the middle of a call.
        if (exception is not JSDisconnectedException)
        {
            Failed(Log, _reference, exception);
        }

        StorageFault? fault = StorageFaults.Of(exception);
        if (fault is { } met)
        {
            Journal.Report(met);
        }

        // A disk error has a message of its own.
        _sentence = fault is { } known and not StorageFault.Unexpected ? Words.Of(known) : _sentence;
        return Task.CompletedTask;
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (CurrentException is null)
        {
            builder.OpenComponent<CascadingValue<FaultBoundary>>(0);
            builder.AddComponentParameter(1, nameof(CascadingValue<FaultBoundary>.Value), this);
            builder.AddComponentParameter(2, nameof(CascadingValue<FaultBoundary>.IsFixed), true);
            builder.AddComponentParameter(3, nameof(CascadingValue<FaultBoundary>.ChildContent), ChildContent);
            builder.CloseComponent();
            return;
        }

        builder.OpenComponent<FaultView>(4);
        builder.AddComponentParameter(5, nameof(FaultView.Inner), Inner);
        builder.AddComponentParameter(6, nameof(FaultView.Reference), _reference ?? "");
        builder.AddComponentParameter(7, nameof(FaultView.Sentence), _sentence);
        builder.AddComponentParameter(8, nameof(FaultView.Drafts), _drafts);
        builder.AddComponentParameter(9, nameof(FaultView.Again), EventCallback.Factory.Create(this, TryAgain));
        builder.CloseComponent();
    }

    private void TryAgain()
    {
        _drafts.Clear();
        (_reference, _sentence, _failedAt) = (null, null, null);
        Recover();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A page failed. Reference: {Reference}")]
    private static partial void Failed(ILogger log, string reference, Exception exception);
}
