using Microsoft.AspNetCore.Components.Web;

namespace CareJournal.Web.Controls;

/// <summary>A search field that shows matches while one types, and takes the choice with one key.</summary>
/// <typeparam name="TItem">The type of the results; equal ones count as one.</typeparam>
public sealed partial class FinderBox<TItem>(IJSRuntime script) : IAsyncDisposable
{
    private ElementReference _root;
    private ElementReference _input;
    private IJSObjectReference? _module;
    private IReadOnlyList<TItem> _found = [];
    private int _more;
    private string _typed = "";
    private int _active;
    private bool _left;

    /// <summary>The id of the field.</summary>
    [Parameter]
    public string Id { get; set; } = $"f{Guid.NewGuid():N}";

    /// <summary>The label.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Whether the label is read out but not drawn.</summary>
    [Parameter]
    public bool HideLabel { get; set; }

    /// <summary>The placeholder of the empty field.</summary>
    [Parameter]
    public string? Placeholder { get; set; }

    /// <summary>The accessible name of the list.</summary>
    [Parameter, EditorRequired]
    public required string Results { get; set; }

    /// <summary>The text shown if nothing matches.</summary>
    [Parameter, EditorRequired]
    public required string Nothing { get; set; }

    /// <summary>The hint about the keys.</summary>
    [Parameter, EditorRequired]
    public required string Keys { get; set; }

    /// <summary>The number of results, in words, for a screen reader.</summary>
    [Parameter, EditorRequired]
    public required Func<int, string> Counted { get; set; }

    /// <summary>Whether it is the main field of its page.</summary>
    [Parameter]
    public bool Large { get; set; }

    /// <summary>Whether the field takes the focus as soon as it is rendered.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    /// <summary>Finds the matches of the typed text, best first; a list that is cut says how many more there are.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Found<TItem>> Find { get; set; }

    /// <summary>Whether enough was typed for the list to open.</summary>
    [Parameter, EditorRequired]
    public required Func<string, bool> IsMeant { get; set; }

    /// <summary>Renders a result.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment<TItem> Row { get; set; }

    /// <summary>Raised with the result chosen by Enter or a click.</summary>
    [Parameter, EditorRequired]
    public EventCallback<TItem> Chosen { get; set; }

    /// <summary>Raised with the result chosen by Alt + Enter; without a handler that key does what Enter does.</summary>
    [Parameter]
    public EventCallback<TItem> SecondChosen { get; set; }

    /// <summary>Raised with the typed text if nothing has that name and somebody is to be added; without a handler this is not offered.</summary>
    [Parameter]
    public EventCallback<string> Unknown { get; set; }

    /// <summary>Additional attributes of the field.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Others { get; set; }

    private string ListId => $"{Id}-list";

    private bool IsOpen => !_left && IsMeant(_typed);

    private bool OffersToAdd => _found.Count == 0 && Unknown.HasDelegate && IsMeant(_typed);

    private int Rows => OffersToAdd ? 1 : _found.Count;

    public async ValueTask DisposeAsync()
    {
        await _module.DisposeSafelyAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            if (TakesFocus)
            {
                await _input.FocusAsync();
            }

            _module = await script.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Controls/FinderBox.razor.js"]);
            await _module.InvokeVoidAsync("attach", _root);
        }
    }

    private string Count => _more == 0 ? Counted(_found.Count) : Words["Search.Shown", Counted(_found.Count + _more), _found.Count];

    private string RowId(int row) => $"{Id}-{row}";

    private void Search(ChangeEventArgs input)
    {
        _typed = input.Value as string ?? "";
        (_found, _more) = Find(_typed);
        _active = 0;
        _left = false;
    }

    private async Task PressAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when Rows > 0:
                _active = (_active + 1) % Rows;
                break;
            case "ArrowUp" when Rows > 0:
                _active = (_active + Rows - 1) % Rows;
                break;
            case "Enter" when IsOpen && OffersToAdd:
                await Unknown.InvokeAsync(_typed.Trim());
                break;
            case "Enter" when IsOpen && _found.Count > 0:
                await (key.AltKey && SecondChosen.HasDelegate ? SecondChosen : Chosen).InvokeAsync(_found[_active]);
                break;
        }
    }
}
