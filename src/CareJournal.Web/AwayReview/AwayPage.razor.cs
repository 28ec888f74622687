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
    private readonly AwaySelection _selection = new();
    private AwayFilter _filter = new();

    private Wording Wording => wording;

    private string? Since => _answer is not { Before: { } before } ? null : string.Join(' ',
    [
        wording["Away.Since", wording.Date(before)],
        $"{wording.Count(_answer.ReturnedSince, "Away.Since.Returned")},",
        $"{wording.Count(Tasks.Sum(shelf => All(shelf).Count(row => row.New.Contains(shelf))), "Away.Since.New")}.",
    ]);

    /// <inheritdoc/>
    public void Dispose() => notices.TakenBack -= ReadAgain;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        notices.TakenBack += ReadAgain;
        _selection.Changed += StateHasChanged;
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

    private IReadOnlyList<AwayRow> Shown(Shelf shelf) => _filter.IsEmpty ? All(shelf) : [.. All(shelf).Where(row => _filter.Shows(row))];

    // An act is about rows that are in sight.
    private void Look(AwayFilter filter)
    {
        _filter = filter;
        _selection.Clear();
    }

    private AwayFilter Wider(Shelf shelf) => _filter.WithoutNarrowest(All(shelf));

    private string? Narrowest(Shelf shelf) => _filter.IsEmpty ? null : (_filter, Wider(shelf)) switch
    {
        ({ Band: { } band }, { Band: null }) => wording.Of(band),
        ({ Condition: { } condition }, { Condition: null }) => condition.Label,
        ({ Because: { } because }, _) => wording.Of(because),
        _ => null,
    };

    /// <summary>After an act the row leaves and the keyboard goes on to the one that takes its place.</summary>
    private async Task ShowAsync(AwayDone done)
    {
        Guid patient = done.Row.Facts.PatientId;
        int place = Shown(done.Shelf).TakeWhile(row => row.Facts.PatientId != patient).Count();
        _answer = await reader.ReadAsync();
        IReadOnlyList<AwayRow> rows = Shown(done.Shelf);
        bool stays = rows.Any(row => row.Facts.PatientId == patient);
        _focus.Ask(done.Shelf, rows.Count == 0 ? null : stays ? patient : rows[Math.Min(place, rows.Count - 1)].Facts.PatientId);
        _selection.Clear();
        string said = wording.Done(done.Kind, TimeOnly.FromDateTime(clock.Local(clock.NowUtc)));
        notices.Say(done.People > 1 ? $"{wording.Count(done.People, "Count.People")} : {NextStepSentence.InSentence(said)}" : said, done.ActId);
    }
}
