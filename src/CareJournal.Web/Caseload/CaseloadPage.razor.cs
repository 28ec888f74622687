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
        await ReadAsync();
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => Show();

    private async Task ReadAsync()
    {
        _overview = await reader.ReadAsync();
        Show();
    }

    private void Show()
    {
        if (_overview is not null)
        {
            _choice = CaseloadAddress.Read(new Uri(navigation.Uri).Query, _overview.Conditions);
            _view = _overview.Show(_choice);
        }
    }

    private void ReadAgain() => _ = InvokeAsync(async () =>
    {
        await ReadAsync();
        StateHasChanged();
    });

    private void Look(CaseloadChoice choice) => navigation.NavigateTo(Urls.CaseloadOf(CaseloadAddress.Write(choice)), replace: true);
}
