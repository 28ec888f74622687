using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Claire Vasseur's sessions, periods 8 to 10: regaining a footing, finding a rhythm again, this year's goals.</summary>
internal static class ClaireRecentYears
{
    public static IReadOnlyList<ScriptedSession> Sessions { get; } =
    [
        new(2023, 12, 5, "A5 S6 T7 M7 D6 O6 C6 W6",
            "Poussée courte, déjà retombée quand elle arrive. Vient pour comprendre, pas pour être calmée.",
            "Revoir ensemble les semaines d'avant : quatre soirées, un rhume, trop de chaises à porter.")
        {
            SamePain = SamePain.Yes,
            RedFlags = RedFlags.LookedForNone,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Person },
        },
        new(2023, 12, 19, "A6 S6 T6 D6",
            "« Ce n'étaient pas les chaises, c'était tout. » Je n'ai rien à ajouter.",
            "Repérer la troisième soirée de suite.")
        {
            Done = WhatWasDone.TalkAndUnderstand,
        },
        new(2024, 1, 9, "A5 S6 T6 M6 D6",
            "Activités au même niveau, sommeil solide.",
            "Une soirée libre avant chaque soirée prise."),
        new(2024, 1, 23, "A6 S3 T5 D6",
            "Tient sa soirée libre. Mauvaises nuits à cause de la chaudière, pas du dos.",
            "Appeler le chauffagiste : c'est un soin."),
        new(2024, 2, 20, "A6 S5 T6 M5 D6",
            "Une chute dans l'escalier, sans gravité ; n'a pas eu peur de rebouger.",
            "Rebouger dès le lendemain, ce qu'elle a fait.")
        {
            RedFlags = RedFlags.LookedForNone,
            Done = WhatWasDone.Move | WhatWasDone.RetryAMovement,
        },
        new(2024, 3, 19, "A6 S3 T7 M6 D6 C7",
            "Va bien. Se demande à quoi ressemblera la retraite de Marc.",
            "Se revoir d'ici six mois.")
        {
            NextStep = new() { Kind = NextStepKind.BackBy, BackBy = new DateOnly(2024, 9, 17), DecidedBy = DecidedBy.Practitioner },
        },

        new(2025, 3, 25, "A5 S5 T7 M7 D6 O4 C4 W5",
            "Année plutôt difficile : deux poussées traversées sans aide, une troisième en cours. Aurait aimé une place plus tôt ; c'est juste.",
            "Une place gardée chaque mois pour les retours. Se revoir la semaine prochaine.")
        {
            Minutes = 60,
            Done = WhatWasDone.TalkAndUnderstand,
            SamePain = SamePain.Yes,
            RedFlags = RedFlags.LookedForNone,
            Note = """
                Les six mois de la dernière fois, c'était mon idée plus que la sienne. Demander, la prochaine fois : « Et vous, vous diriez combien ? »
                A tenu avec la marche et la chorale ; a laissé filer le sommeil. Marc est à la retraite, la maison a changé d'horaires. #sommeil #famille
                """,
            NextStep = new() { Kind = NextStepKind.Every, Days = 7, DecidedBy = DecidedBy.Person, Reason = "Le temps que la poussée cède." },
        },
        new(2025, 4, 1, "A5 S3 T6 D7",
            "Douleur haute, nuits brèves. Marc à la maison toute la journée : « on se marche dessus ».",
            "Un coin à elle, une heure porte fermée."),
        new(2025, 4, 8, "A4 S5 T6 M7 D6",
            "L'heure porte fermée existe. Elle y chante.",
            "Ajouter le tour du chien, sans compagnie."),
        new(2025, 4, 22, "A5 S6 T6 D7",
            "La poussée cède. Les activités repartent avant la douleur, comme d'habitude.",
            "Ne pas attendre zéro pour reprendre la rivière.")
        {
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Both },
        },
        new(2025, 5, 6, "A4 S6 T5 M6 D7 O5",
            "Rivière, quarante minutes, douleur à sept, contente.",
            "Refaire, sans noter la douleur.")
        {
            JustifiesRhythm = "Deux semaines tant que la rivière se réinstalle ; ensuite, un mois.",
        },
        new(2025, 6, 3, "A4 S4 T5 D7",
            "Oublie de me parler du dos pendant vingt minutes.",
            "Espacer."),
        new(2025, 7, 1, "A5 S4 T4 M5 D7 O6 C6 W6",
            "A repris la main. Marc apprend à cuisiner ; tout le monde y gagne.",
            "Porte ouverte ; une place reste gardée.")
        {
            NextStep = new() { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both, SignsToComeBack = "Trois mauvaises nuits, ou plus d'heure à elle." },
        },

        new(2026, 2, 3, "A5 S3 T7 M6 D5 O5 C6 W5",
            "Poussée au retour d'un week-end de marche trop long. « J'ai vu trop grand, et c'était beau. »",
            "Garder la marche, couper le dénivelé.")
        {
            SamePain = SamePain.Yes,
            RedFlags = RedFlags.LookedForNone,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Both },
        },
        new(2026, 2, 17, "A5 S6 T7 D5 W4",
            "Demi-journées au travail cette quinzaine ; rester assise la gêne encore.",
            "Alterner assise et debout, prévenir l'équipe plutôt que s'excuser."),
        new(2026, 3, 3, "A6 S5 T6 M7 D5",
            "Moins de douleur que de fatigue. Le sommeil paie les soirées de budget.",
            "Couper l'écran à vingt et une heures."),
        new(2026, 3, 17, "A5 S5 T7 D5 O6",
            "On écrit les objectifs de l'année : la boucle des étangs, douze kilomètres, avec sa sœur et le chien.",
            "Deux kilomètres de plus toutes les trois semaines.")
        {
            Done = WhatWasDone.TalkAndUnderstand,
            JustifiesRhythm = "Toutes les deux semaines jusqu'à la reprise à plein temps, puis un mois : elle l'a demandé ainsi.",
            Note = """
                Trois objectifs, dans ses mots : « la boucle des étangs », « dormir comme quelqu'un qui a le droit », « garder mon heure ».
                Ce qui la ferait revenir plus tôt : deux nuits blanches de suite, ou renoncer trois fois à la rivière. #sommeil
                """,
        },
        new(2026, 4, 14, "A6 S5 T7 M6 D4",
            "Neuf kilomètres, sans le payer. Journées complètes depuis lundi.",
            "Tenir cette semaine avant d'ajouter."),
        new(2026, 5, 12, "A6 S4 T5 M5 D4 O8 C8 W7 X2",
            "Reprise du travail à plein temps ; les activités qui comptent tiennent, le sommeil moins.",
            "Garder la marche quatre fois par semaine. Porte ouverte, décidé à deux.")
        {
            NextStep = new()
            {
                Kind = NextStepKind.DoorOpen,
                DecidedBy = DecidedBy.Both,
                Reason = "Elle a ses outils, et elle sait revenir.",
                SignsToComeBack = "Deux nuits blanches de suite, ou renoncer trois fois à la rivière.",
            },
        },
    ];
}
