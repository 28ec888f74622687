using CareJournal.AwayReview;
using CareJournal.Decisions;
using CareJournal.Settings;
using CareJournal.Web.App;
using CareJournal.Web.Kit;

namespace CareJournal.Web.AwayReview;

/// <summary>The review of the follow-ups.</summary>
public sealed partial class AwayPage(AwayReader reader, Notices notices, PracticeClock clock, Wording wording)
{
    private static readonly Shelf[] Tasks = [Shelf.Late, Shelf.Undecided, Shelf.TakeStock];

    private readonly AwayFocus _focus = new();
    private AwayAnswer? _answer;
    private AwayBand? _band;

    private Wording Wording => wording;

    private IReadOnlyList<ChoiceOption<AwayBand?>> Bands =>
    [
        new(null, wording["Away.Filter.All"]),
        .. Enum.GetValues<AwayBand>().Select(band => new ChoiceOption<AwayBand?>(band, wording.Of(band))),
    ];

    /// <inheritdoc/>
    public void Dispose() => notices.TakenBack -= ReadAgain;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        notices.TakenBack += ReadAgain;
        _answer = await reader.ReadAsync();
    }

    private void ReadAgain() => _ = InvokeAsync(async () =>
    {
        _answer = await reader.ReadAsync();
        StateHasChanged();
    });

    private IReadOnlyList<AwayRow> All(Shelf shelf) => shelf switch
    {
        Shelf.Late => _answer!.Late,
        Shelf.Undecided => _answer!.Undecided,
        Shelf.TakeStock => _answer!.SeriesToReview,
        _ => _answer!.DoorOpen,
    };

    private IReadOnlyList<AwayRow> Shown(Shelf shelf) => _band is { } band ? [.. All(shelf).Where(row => row.Band == band)] : All(shelf);

    /// <summary>After an act the row leaves and the keyboard goes on to the one that takes its place.</summary>
    private async Task ShowAsync(AwayDone done)
    {
        Guid patient = done.Row.Facts.PatientId;
        int place = Shown(done.Shelf).TakeWhile(row => row.Facts.PatientId != patient).Count();
        _answer = await reader.ReadAsync();
        IReadOnlyList<AwayRow> rows = Shown(done.Shelf);
        bool stays = rows.Any(row => row.Facts.PatientId == patient);
        _focus.Ask(done.Shelf, rows.Count == 0 ? null : stays ? patient : rows[Math.Min(place, rows.Count - 1)].Facts.PatientId);
        notices.Say(wording.Done(done.Kind, TimeOnly.FromDateTime(clock.Local(clock.NowUtc))), done.ActId);
    }
}
