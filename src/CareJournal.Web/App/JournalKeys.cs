using CareJournal.Web.Resources;
using Microsoft.Extensions.Localization;

namespace CareJournal.Web.App;

/// <summary>The keys of the whole journal, each with what it does; the timeline lists its own.</summary>
public static class JournalKeys
{
    /// <summary>All of them, in the language of <paramref name="words"/>.</summary>
    public static IReadOnlyList<(string Keys, string Words)> All(IStringLocalizer<Words> words) =>
    [
        ("Ctrl K · Alt K", words["Keys.Palette"]),
        ("↑ ↓ · Enter", words["Keys.Find"]),
        ("Alt Enter", words["Keys.FindAndLog"]),
        ($"{words["Today.Key.Log"]} {words["Today.Key.Held"]} {words["Today.Key.Missed"]} {words["Today.Key.Person"]} {words["Today.Key.Practice"]}", words["Keys.Today"]),
        ("Ctrl Enter", words["Keys.Save"]),
        ("Ctrl Shift Enter", words["Keys.SaveAndNext"]),
        ("0 – 9 · D", words["Keys.Scale"]),
        ("Alt 1 – 0", words["Keys.NextStep"]),
        ("Alt L", words["Keys.SameStep"]),
        ("Alt Shift 1 – 6", words["Keys.WhatWasDone"]),
        ("1 – 8 · X", words["Keys.Review"]),
        ($";{words["Keys.Snippet.Name"]}", words["Keys.Snippet"]),
        ("/ · C", words["Keys.Caseload"]),
        ("Ctrl P", words["Keys.Print"]),
        ("?", words["Keys.Timeline"]),
    ];
}
