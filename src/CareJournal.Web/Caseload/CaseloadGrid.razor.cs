using CareJournal.Caseload;
using CareJournal.Patients;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CareJournal.Web.Caseload;

/// <summary>The rows of a view. The script asks for the blocks that come into sight and says which row is looked at; nothing else crosses the wire.</summary>
public sealed partial class CaseloadGrid(IJSRuntime scripts, Wording wording) : IAsyncDisposable
{
    private const int RowHeight = 24;
    private const int BlockRows = 40;

    private ElementReference _frame;
    private IJSObjectReference? _script;
    private DotNetObjectReference<CaseloadGrid>? _self;
    private CaseloadAxis? _axis;
    private int _width;
    private (CaseloadView?, CaseloadChoice, int) _shown;
    private int[] _found = [];
    private int _place;
    private string _sought = "";

    /// <summary>Everybody; <c>null</c> while they are being read.</summary>
    [Parameter, EditorRequired]
    public required CaseloadOverview? Overview { get; set; }

    /// <summary>The rows, in order; <c>null</c> while they are being read.</summary>
    [Parameter, EditorRequired]
    public required CaseloadView? View { get; set; }

    /// <summary>How they are looked at.</summary>
    [Parameter, EditorRequired]
    public required CaseloadChoice Choice { get; set; }

    /// <summary>The row at which the list was left, from 0.</summary>
    [Parameter]
    public int At { get; set; }

    /// <summary>Raised when the calendar is wanted back.</summary>
    [Parameter]
    public EventCallback Calendar { get; set; }

    private Wording Wording => wording;

    private string? Found => SoughtName.Of(_sought).IsEnough ? wording.Count(_found.Length, "Caseload.FoundHere") : null;

    /// <summary>Told by the script: the width that the strips have.</summary>
    [JSInvokable]
    public void Measured(int width)
    {
        _width = Math.Max(width, 100);
        Align();
        StateHasChanged();
    }

    /// <summary>Asked by the script: blocks of rows as markup, one after the other.</summary>
    /// <param name="first">The first block, from 0.</param>
    /// <param name="count">How many.</param>
    [JSInvokable]
    public string[] Blocks(int first, int count)
    {
        if (Overview is not { } overview || View is not { } view)
        {
            return [];
        }

        CaseloadRowWords words = new(Choice, overview.Today, wording);
        return [.. Enumerable.Range(first, Math.Clamp(count, 0, 20))
            .Select(block => CaseloadRowMarkup.Write(view.People.Skip(block * BlockRows).Take(BlockRows), block * BlockRows, overview, Choice, _width, words))];
    }

    /// <summary>Told by the script: the key that leads back to the calendar.</summary>
    [JSInvokable]
    public Task BackToCalendar() => InvokeAsync(() => Choice.Align == CaseloadAnchor.Today ? Task.CompletedTask : Calendar.InvokeAsync());

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        await _script.DisposeSafelyAsync("detach", _frame);
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_width > 0 && _shown != (View, Choice, _width))
        {
            Align();
            Seek();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                _self = DotNetObjectReference.Create(this);
                _script = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Caseload/CaseloadGrid.razor.js"]);
                await _script.InvokeVoidAsync("attach", _frame, _self);
            }
            else if (_script is not null && _width > 0 && View is { } view && _shown != (view, Choice, _width))
            {
                bool first = _shown == default;
                _shown = (view, Choice, _width);
                await _script.InvokeVoidAsync("show", _frame, view.People.Count, first ? At : null);
            }
        }
        catch (Exception gone) when (ScriptDisposal.IsPageGone(gone))
        {
            // The page was left before its script came.
        }
    }

    private void Align() => _axis = Overview is { } overview ? CaseloadAxis.Create(Choice, overview.Today, _width, wording) : null;

    private void Seek()
    {
        SoughtName sought = SoughtName.Of(_sought);
        _place = 0;
        _found = sought.IsEnough && View is { } view ? [.. view.People.Index().Where(row => sought.IsBegunBy(row.Item.Name.Folded)).Select(row => row.Index)] : [];
    }

    private Task SeekAsync(string? typed)
    {
        _sought = typed ?? "";
        Seek();
        return RevealAsync(focus: false);
    }

    private Task NextAsync(KeyboardEventArgs pressed)
    {
        if (_found.Length > 0 && pressed.Key == "Enter")
        {
            _place = (_place + (pressed.ShiftKey ? _found.Length - 1 : 1)) % _found.Length;
            return RevealAsync(focus: false);
        }

        return pressed.Key == "ArrowDown" ? RevealAsync(focus: true) : Task.CompletedTask;
    }

    private async Task RevealAsync(bool focus)
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("reveal", _frame, _found.Length == 0 ? focus ? 0 : null : _found[_place], focus);
        }
    }
}
