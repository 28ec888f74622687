using CareJournal.Web.AwayReview;
using CareJournal.Web.Drafts;
using CareJournal.Web.Patients;
using CareJournal.Web.Resources;
using CareJournal.Web.Reviews;
using CareJournal.Web.Timelines;
using CareJournal.Web.Today;
using CareJournal.Web.Visits;
using CareJournal.Web.Wording;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using MudBlazor;

namespace CareJournal.Web.Shell;

/// <summary>Tests that all words that MudBlazor's components ask for on our pages exist in both languages.</summary>
public sealed class MudWordsTests
{
    [Fact]
    public async Task Every_word_that_MudBlazor_asks_for_on_our_pages_exists_in_both_languages()
    {
        await using var test = PeopleTestContext.French();
        var person = await test.PersonAsync("Claire", "Vasseur");
        await test.HeldAsync(person, "2026-01-12");
        test.Context.Render<MudParts>();
        test.Open<PeoplePage>(Urls.AllPeople());
        test.Open<EditPatientPage>(Urls.EditPerson(person), person);
        test.Open<TodayPage>(Urls.Today);
        test.Open<AwayPage>(Urls.Away);
        Render<TakeStockPage>(test, person);
        Render<LogVisitPage>(test, person);
        await test.ShowAsync<PersonTabs>(person);
        _ = test.Context.Renderer.Dispatcher.InvokeAsync(() => LeavingQuestion.AskAsync(test.Get<IDialogService>()));

        Assert.Contains("MudDataGrid_Sort", test.MudWords.Asked);
        Assert.DoesNotContain(test.MudWords.Asked, key => !WordsFile.French.ContainsKey($"Mud.{key}") || !WordsFile.English.ContainsKey($"Mud.{key}"));
    }

    private static void Render<TPage>(PeopleTestContext test, Guid person)
        where TPage : IComponent => test.Context.Render<TPage>(page => page.TryAdd("PatientId", person));
}

/// <summary>Gives MudBlazor the words of the page, and records what it asked for.</summary>
/// <param name="words">The words of the page.</param>
internal sealed class RecordedMudWords(Words words) : MudLocalizer
{
    /// <summary>The keys that were asked for, as MudBlazor names them.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override LocalizedString this[string key]
    {
        get
        {
            Asked.Add(key);
            return new LocalizedString(key, words[$"Mud.{key}"]);
        }
    }
}
