using CareJournal.Caseload;
using CareJournal.Search;
using CareJournal.Web.Host;

namespace CareJournal.Web.Caseload;

/// <summary>The page with the overview of everybody.</summary>
public sealed partial class CaseloadPage(CaseloadReader reader, ThemeReader themeReader, ShownTheme shownTheme, NavigationManager navigation, Notices notices, Words words)
{
    private CaseloadOverview? _overview;
    private CaseloadView? _view;
    private CaseloadChoice _choice = new();
    private IReadOnlyList<PeopleTheme>? _known;
    private IReadOnlyList<ThemeCount> _themes = [];
    private readonly AddressSteps<string> _steps = new();

    /// <summary>The row at which the list was left.</summary>
    [SupplyParameterFromQuery(Name = Urls.CaseloadRow)]
    public int? At { get; set; }

    private string Status => _view is null ? "" : words.Count(_view.People.Count, _choice.Criteria.Count == 0 ? "Count.People" : "Caseload.Found");

    public void Dispose() => notices.TakenBack -= ReadAgain;

    protected override async Task OnInitializedAsync()
    {
        notices.TakenBack += ReadAgain;
        _choice = Asked();

        // Who comes back from a row finds the same rows; who comes from elsewhere finds everybody.
        shownTheme.Word = At is null ? null : shownTheme.Word;
        if (shownTheme.Word is not null)
        {
            _known = await Task.Run(themeReader.ReadAsync);
        }

        await ReadAsync();
    }

    // A choice is shown at once; its address comes back later, and has no theme.
    protected override void OnParametersSet()
    {
        CaseloadChoice asked = Asked();
        string address = CaseloadAddress.Write(asked);
        if (_steps.Arrive(address) && _overview is not null && address != CaseloadAddress.Write(_choice))
        {
            Show(asked);
        }
    }

    // The rows are shown first; the themes by which they can be filtered are read afterwards.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_overview is not null && _known is null)
        {
            _known = [];
            _known = await Task.Run(themeReader.ReadAsync);
            if (_known.Count > 0)
            {
                Offer();
                StateHasChanged();
            }
        }
    }

    private async Task ReadAsync()
    {
        // SQLite reads synchronously on the calling thread: on that of the page, nothing would be rendered meanwhile.
        _overview = await Task.Run(reader.ReadAsync);
        _steps.Clear();
        Show(Asked().With(_known?.FirstOrDefault(theme => theme.Word == shownTheme.Word)));
    }

    private CaseloadChoice Asked() => CaseloadAddress.Read(new Uri(navigation.Uri).Query, _overview?.Conditions ?? [], _overview?.UsualYears ?? CaseloadOverview.MostUsualYears);

    private void Show(CaseloadChoice choice)
    {
        (_choice, _view) = (choice, _overview?.Show(choice));
        shownTheme.Word = choice.Theme?.Word;
        Offer();
    }

    private void Offer() => _themes = _overview is { } overview && _known is { Count: > 0 } known
        ? PeopleTheme.CountIn(known, overview.Among(_choice).Select(person => person.Facts.PatientId))
        : [];

    private void LeaveTheme() => Show(_choice.With(null));

    private void ReadAgain() => _ = InvokeAsync(async () =>
    {
        _known = await Task.Run(themeReader.ReadAsync);
        await ReadAsync();
        StateHasChanged();
    });

    // Shown at once: the next choice builds on this one, and the new address only comes back from the browser later.
    private void Look(CaseloadChoice choice)
    {
        Show(choice);
        string address = CaseloadAddress.Write(choice);
        _ = _steps.Take(address);
        navigation.NavigateTo(Urls.CaseloadOf(address), replace: true);
    }
}
