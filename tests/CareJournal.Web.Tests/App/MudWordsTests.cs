using CareJournal.Web.AwayReview;
using CareJournal.Web.Kit;
using CareJournal.Web.Patients;
using CareJournal.Web.Resources;
using CareJournal.Web.Reviews;
using CareJournal.Web.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CareJournal.Web.App;

/// <summary>MudBlazor's own words: whatever its parts ask for on our pages stands in both languages.</summary>
public sealed class MudWordsTests
{
    [Fact]
    public async Task Every_word_that_MudBlazor_asks_for_on_our_pages_stands_in_both_languages()
    {
        await using var room = PeopleRoom.French();
        var person = await room.PersonAsync("Claire", "Vasseur");
        await room.HeldAsync(person, "2026-01-12");
        room.Room.Render<MudParts>();
        room.Open<PeoplePage>(Urls.AllPeople());
        room.Open<EditPatientPage>(Urls.EditPerson(person), person);
        room.Open<TodayPage>(Urls.Today);
        room.Open<AwayPage>(Urls.Away);
        Render<TakeStockPage>(room, person);
        Render<LogVisitPage>(room, person);
        _ = room.Room.Renderer.Dispatcher.InvokeAsync(() => LeavingQuestion.AskAsync(room.Get<IDialogService>()));

        Assert.Contains("MudDataGrid_Sort", room.MudWords.Asked);
        Assert.DoesNotContain(room.MudWords.Asked, key => !WordsFile.French.ContainsKey($"Mud.{key}") || !WordsFile.English.ContainsKey($"Mud.{key}"));
    }

    private static void Render<TPage>(PeopleRoom room, Guid person)
        where TPage : IComponent => room.Room.Render<TPage>(page => page.TryAdd("PatientId", person));
}

/// <summary>Gives MudBlazor the words of the page, and keeps what it asked for.</summary>
/// <param name="words">The words of the page.</param>
internal sealed class RecordedMudWords(IStringLocalizer<Words> words) : MudLocalizer
{
    /// <summary>The keys that were asked for, as MudBlazor names them.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override LocalizedString this[string key]
    {
        get
        {
            Asked.Add(key);
            return words[$"Mud.{key}"];
        }
    }
}
