using CareJournal.Contacts;
using CareJournal.Goals;
using CareJournal.Reviews;
using CareJournal.Tools;

namespace CareJournal.Demo;

/// <summary>Claire Vasseur's goals and tools, written by hand, over her ten years.</summary>
internal static class ClaireMatters
{
    /// <summary>Her goals, tools, word, review and contact.</summary>
    /// <param name="held">The day on which a session was held, by the day for which it was written.</param>
    /// <param name="moved">Moves a day without a session together with the story.</param>
    public static SyntheticMatters Generate(Func<int, int, int, DateOnly> held, Func<DateOnly, DateOnly> moved) => new()
    {
        Goals =
        [
            new(held(2016, 10, 18), French.Typeset("Remarcher une heure au bord de la rivière, avec ma sœur"), French.Typeset("au printemps"),
            [
                new(held(2017, 3, 14), GoalState.Reached, French.Typeset("« Une heure dix, et on a parlé tout le long. »")),
                new(held(2022, 9, 13), GoalState.OnHold, French.Typeset("« Pas maintenant. Mon père d'abord. »")),
                new(held(2023, 1, 17), GoalState.Active, French.Typeset("« Avec le chien, je n'ai plus d'excuse. »")),
                new(held(2026, 5, 12), GoalState.Sustained, French.Typeset("« Je ne regarde plus ma montre. »")),
            ]),
            new(held(2017, 10, 10), French.Typeset("Dire non une fois par semaine, sans m'excuser"), null,
            [
                new(held(2022, 3, 22), GoalState.Changed, French.Typeset("« À douze, un non par jour suffirait à peine. Disons deux soirs fermés. »")),
            ]),
            new(held(2025, 4, 22), French.Typeset("Garder une heure à moi, porte fermée"), French.Typeset("le mardi matin, pour commencer"),
            [
                new(held(2026, 5, 12), GoalState.Active, French.Typeset("« Presque tous les mardis. Marc frappe, maintenant. »")),
            ]),
        ],
        Tools =
        [
            new(held(2016, 10, 4), ToolKind.Knowledge, French.Typeset("Une poussée n'est pas une blessure"),
            [
                new(held(2017, 2, 14), ToolState.InDailyLife, ToolView.Person, French.Typeset("« Ça crie fort, ça ne casse rien. Je me le dis dans l'escalier. »")),
            ]),
            new(held(2017, 9, 12), ToolKind.KnowHow, French.Typeset("La respiration avant d'ouvrir la porte"),
            [
                new(held(2017, 9, 26), ToolState.Tried, ToolView.Person, null),
                new(held(2018, 10, 16), ToolState.SetAside, ToolView.Person, French.Typeset("« Ça m'agaçait plus qu'autre chose. »")),
            ]),
            new(held(2021, 2, 16), ToolKind.KnowHow, French.Typeset("La moitié de chaque chose, puis recommencer"),
            [
                new(held(2021, 3, 2), ToolState.Tried, ToolView.Both, null),
                new(held(2021, 5, 11), ToolState.InDailyLife, ToolView.Person, French.Typeset("« La moitié des cartons. La moitié des courriels, aussi. »")),
                new(held(2022, 4, 5), ToolState.Readjusted, ToolView.Both, French.Typeset("La moitié, et assise.")),
                new(held(2025, 3, 25), ToolState.ToRevisit, ToolView.Practitioner, French.Typeset("Elle fait tout, puis plus rien de trois jours.")),
                new(held(2026, 2, 17), ToolState.InDailyLife, ToolView.Person, French.Typeset("« J'ai recommencé par la vaisselle. »")),
            ]),
            new(held(2022, 10, 11), ToolKind.WayOfBeing, French.Typeset("Prévenir avant que ça déborde"),
            [
                new(held(2022, 11, 8), ToolState.Tried, ToolView.Person, null),
                new(held(2026, 5, 12), ToolState.Readjusted, ToolView.Both, French.Typeset("Un message à Marc, pas une explication.")),
            ]),
        ],
        Reviews =
        [
            new(
                held(2026, 5, 12),
                ReviewKind.Interim,
                French.Typeset("Elle marche le mercredi avec le groupe. Deux mauvaises semaines en mars, et elle n'a rien arrêté : elle a raccourci."),
                French.Typeset("Du silence le matin, et qu'on ne lui demande pas chaque jour comment va le dos.")),
        ],
        Words = [new(held(2023, 3, 14), French.Typeset("Une chose à la fois, et tu appelles. Le dos a déjà crié plus fort que ça, et la rivière est restée à sa place."))],
        Contacts = [new(moved(new DateOnly(2025, 10, 7)), ContactChannel.Message, ContactFrom.Person, French.Typeset("Une photo de la rivière, et quatre mots : « Ça marche, moi aussi. »"))],
    };
}
