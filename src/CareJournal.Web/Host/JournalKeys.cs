using CareJournal.NextSteps;
using Microsoft.Extensions.Localization;

namespace CareJournal.Web.Host;

/// <summary>The keyboard shortcuts of the whole journal, each with what it does; the timeline lists its own.</summary>
public static class JournalKeys
{
    /// <summary>Returns all of them, in the language of <paramref name="words"/>.</summary>
    public static IReadOnlyList<(string Keys, string Words)> All(Words words) =>
    [
        ("Ctrl K · Alt K", words["Keys.Palette"]),
        (string.Join(" · ", MainPage.All.Select(page => page.Keys)), words["Keys.Go", string.Join(" · ", MainPage.All.Select(page => words[page.Words]))]),
        ("N", words["Keys.Log"]),
        ("/", words["Keys.Search"]),
        (words.Keys("↑ ↓ · Enter"), words["Keys.Find"]),
        (words.Keys("Alt Enter"), words["Keys.FindAndLog"]),
        ($"{words["Today.Key.Log"]} {words["Today.Key.Held"]} {words["Today.Key.Missed"]} {words["Today.Key.Person"]} {words["Today.Key.Practice"]}", words["Keys.Today"]),
        (words.Keys("Ctrl Enter"), words["Keys.Save"]),
        (words.Keys("Ctrl Shift Enter"), words["Keys.SaveAndNext"]),
        ("0 – 9 · D", words["Keys.Scale"]),
        ("Alt 1 – 0", words["Keys.NextStep"]),
        ("Alt L", words["Keys.SameStep"]),
        ($"Alt {string.Join(" · ", new[] { DecidedBy.Person, DecidedBy.Both, DecidedBy.Practitioner, DecidedBy.NotSaid }.Select(by => words[$"NextStep.DecidedKey.{by}"]))}", words["Keys.WhoDecided"]),
        ("Alt T", words["Keys.PeriodTitle"]),
        (words.Keys("Alt Shift 1 – 6"), words["Keys.WhatWasDone"]),
        (words.Keys("Enter · Shift Enter"), words["Keys.Past"]),
        ("J · K · 1 – 7 · U · X", words["Keys.Review"]),
        ($";{words["Keys.Snippet.Name"]}", words["Keys.Snippet"]),
        ("/ · C", words["Keys.Caseload"]),
        ("Ctrl P", words["Keys.Print"]),
        (words.Keys("Ctrl Shift L"), words["Keys.Veil"]),
        ("?", words["Keys.Timeline"]),
    ];
}
