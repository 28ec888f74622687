using CareJournal.Caseload;
using CareJournal.Patients;
using CareJournal.Visits;
using CareJournal.Web.Visits;
using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.Caseload;

/// <summary>Shows the rows of a view. The script asks for the blocks of rows that come into sight; no other rows are sent.</summary>
public sealed partial class CaseloadGrid(CaseloadReader reader, IJSRuntime scripts, Words words) : IAsyncDisposable
{
    private const int RowHeight = 24;
    private const int BlockRows = 40;
    private const int LongestNote = 320;

    private ElementReference _frame;
    private ElementReference _note;
    private ElementReference _noteSaid;
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

    /// <summary>The settings of the overview.</summary>
    [Parameter, EditorRequired]
    public required CaseloadChoice Choice { get; set; }

    /// <summary>The row at which the list was left, from 0.</summary>
    [Parameter]
    public int At { get; set; }

    /// <summary>Raised to align the rows on today again.</summary>
    [Parameter]
    public EventCallback Calendar { get; set; }

    private string Look => HasLastColumn ? "grid card reasoned" : Choice.Ended ? "grid card ended" : "grid card";

    private bool HasLastColumn => CaseloadRowWords.NeedsLastColumn(Choice);

    private string? Found => SoughtName.Of(_sought).IsEnough ? words.Count(_found.Length, "Caseload.FoundHere") : null;

    /// <summary>Called by the script with the width of the strips, in pixels.</summary>
    [JSInvokable]
    public void Measured(int width)
    {
        _width = Math.Max(width, 100);
        Align();
        StateHasChanged();
    }

    /// <summary>Called by the script: returns blocks of rows as markup, one after the other.</summary>
    /// <param name="first">The first block, from 0.</param>
    /// <param name="count">How many.</param>
    [JSInvokable]
    public string[] Blocks(int first, int count)
    {
        if (Overview is not { } overview || View is not { } view)
        {
            return [];
        }

        CaseloadRowWords rowWords = new(Choice, overview.Today, words);
        return [.. Enumerable.Range(first, Math.Clamp(count, 0, 20))
            .Select(block => CaseloadRowMarkup.Write(view.People.Skip(block * BlockRows).Take(BlockRows), block * BlockRows, overview, Choice, _width, rowWords))];
    }

    /// <summary>Called by the script when a row is pointed at or has the focus: returns its last session in a few words, as markup; <c>null</c> where there is no such row.</summary>
    /// <param name="place">The place of the row, from 0.</param>
    [JSInvokable]
    public async Task<string?> Note(int place)
    {
        if (Overview is not { Today: var today } || View?.People.ElementAtOrDefault(place) is not { } person)
        {
            return null;
        }

        LastVisit? texts = await Task.Run(() => reader.ReadLastAsync(person.Facts.PatientId));
        CaseloadRowWords rowWords = new(Choice, today, words);
        return CaseloadNoteMarkup.Write(LastVisitWords.Of(person.Facts.LastVisit, texts, person.IsEnded ? null : person.Judgement.Step, today, LongestNote, words), rowWords.About(person));
    }

    /// <summary>Called by the script when the key that aligns the rows on today again was pressed.</summary>
    [JSInvokable]
    public Task BackToCalendar() => InvokeAsync(() => Choice.Align == CaseloadAnchor.Today ? Task.CompletedTask : Calendar.InvokeAsync());

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        await _script.DisposeSafelyAsync("detach", _frame);
    }

    protected override void OnParametersSet()
    {
        if (_width > 0 && _shown != (View, Choice, _width))
        {
            Align();
            Seek();
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        try
        {
            if (firstRender)
            {
                _self = DotNetObjectReference.Create(this);
                _script = await scripts.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Caseload/CaseloadGrid.razor.js"]);
                await _script.InvokeVoidAsync("attach", _frame, _self, _note, _noteSaid);
            }
            else if (_script is not null && _width > 0 && View is { } view && _shown != (view, Choice, _width))
            {
                bool first = _shown == default;
                bool reordered = !first && (_shown.Item1, _shown.Item2) != (view, Choice);
                _shown = (view, Choice, _width);
                await _script.InvokeVoidAsync("show", _frame, view.People.Count, first ? At : null);
                if (reordered && _found.Length > 0)
                {
                    await RevealAsync(focus: false);
                }
            }
        }
        catch (Exception gone) when (ScriptDisposal.IsPageGone(gone))
        {
            // The page was left before its script was loaded.
        }
    }

    private void Align() => _axis = Overview is { } overview ? CaseloadAxis.Create(Choice, overview.Today, _width, words) : null;

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
