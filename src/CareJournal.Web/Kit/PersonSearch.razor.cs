using CareJournal.AwayReview;
using CareJournal.Patients;
using CareJournal.Settings;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace CareJournal.Web.Kit;

/// <summary>Finds people by the beginnings of their names, and says who was chosen.</summary>
public sealed partial class PersonSearch(PatientNames names, PracticeClock clock, Wording wording, IJSRuntime script) : IAsyncDisposable
{
    private const int Most = 8;
    private ElementReference _root;
    private ElementReference _input;
    private IJSObjectReference? _module;
    private IReadOnlyList<PatientName> _found = [];
    private string _typed = "";
    private int _active;
    private bool _left;

    /// <summary>The id of the field.</summary>
    [Parameter]
    public string Id { get; set; } = $"f{Guid.NewGuid():N}";

    /// <summary>What is asked; "find a person" where nothing else is said.</summary>
    [Parameter]
    public string? Label { get; set; }

    /// <summary>Whether the label is read out but not drawn.</summary>
    [Parameter]
    public bool HideLabel { get; set; }

    /// <summary>Whether it is the first thing of its page.</summary>
    [Parameter]
    public bool Large { get; set; }

    /// <summary>Whether the field takes the focus as soon as it is there.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    /// <summary>Raised with the person who was chosen: Enter, or a click.</summary>
    [Parameter, EditorRequired]
    public EventCallback<PatientName> Chosen { get; set; }

    /// <summary>The words of the second act on a person, logging their session, by Alt + Enter; null where it is not offered.</summary>
    [Parameter]
    public string? SecondWords { get; set; }

    /// <summary>Raised with the person for whom the second act was chosen.</summary>
    [Parameter]
    public EventCallback<PatientName> SecondChosen { get; set; }

    /// <summary>Raised with what was typed, when nobody has that name and somebody is to be added; without a listener nothing is offered.</summary>
    [Parameter]
    public EventCallback<string> Unknown { get; set; }

    /// <summary>Attributes of the field itself.</summary>
    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Others { get; set; }

    private string ListId => $"{Id}-list";

    private bool HasLetters => FoldedName.Words(_typed).Sum(word => word.Length) >= PatientNames.FewestLetters;

    private bool IsOpen => !_left && HasLetters;

    private bool OffersToAdd => _found.Count == 0 && Unknown.HasDelegate && HasLetters;

    private int Rows => OffersToAdd ? 1 : _found.Count;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its script with it.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            if (TakesFocus)
            {
                await _input.FocusAsync();
            }

            _module = await script.InvokeAsync<IJSObjectReference>("import", "/" + Assets["Kit/PersonSearch.razor.js"]);
            await _module.InvokeVoidAsync("attach", _root);
        }
    }

    private string RowId(int row) => $"{Id}-{row}";

    private string About(PatientName person) => string.Join(" · ", Parts(person));

    private IEnumerable<string> Parts(PatientName person)
    {
        if (person.BirthDate is { } birth)
        {
            yield return wording.Age(birth, clock.Today);
            yield return wording.Date(birth);
        }

        if (person.Ended)
        {
            yield return wording.Of(AwayState.Ended);
        }
    }

    private void Find(ChangeEventArgs input)
    {
        _typed = input.Value as string ?? "";
        _found = names.Find(_typed, Most);
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
                await (key.AltKey && SecondWords is not null ? SecondChosen : Chosen).InvokeAsync(_found[_active]);
                break;
        }
    }
}
