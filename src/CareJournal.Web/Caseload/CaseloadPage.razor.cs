using CareJournal.Caseload;
using CareJournal.Web.App;
using CareJournal.Web.Kit;
using Microsoft.AspNetCore.Components;

namespace CareJournal.Web.Caseload;

/// <summary>The overview of everybody.</summary>
public sealed partial class CaseloadPage(CaseloadReader reader, NavigationManager navigation, Notices notices, Wording wording)
{
    private CaseloadOverview? _overview;
    private CaseloadView? _view;
    private CaseloadChoice _choice = new();

    /// <summary>The row at which the list was left.</summary>
    [SupplyParameterFromQuery(Name = Urls.CaseloadRow)]
    public int? At { get; set; }

    private Wording Wording => wording;

    private string Status => _view is null ? "" : wording.Count(_view.People.Count, _choice.Criteria.Count == 0 ? "Count.People" : "Caseload.Found");

    /// <inheritdoc/>
    public void Dispose() => notices.TakenBack -= ReadAgain;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        notices.TakenBack += ReadAgain;
        _choice = Asked();
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_overview is not null && Asked() is var asked && CaseloadAddress.Write(asked) != CaseloadAddress.Write(_choice))
        {
            Show(asked);
        }
    }

    private async Task ReadAsync()
    {
        // SQLite reads on the thread that asks: on the page's own, nothing would be drawn meanwhile.
        _overview = await Task.Run(reader.ReadAsync);
        Show(Asked());
    }

    private CaseloadChoice Asked() => CaseloadAddress.Read(new Uri(navigation.Uri).Query, _overview?.Conditions ?? []);

    private void Show(CaseloadChoice choice) => (_choice, _view) = (choice, _overview?.Show(choice));

    private void ReadAgain() => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    });

    // Shown at once: the next choice builds on this one, though the address comes back by way of the browser.
    private void Look(CaseloadChoice choice)
    {
        Show(choice);
        navigation.NavigateTo(Urls.CaseloadOf(CaseloadAddress.Write(choice)), replace: true);
    }
}
