using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Claire Vasseur's sessions, periods 4 to 7: neck and screens, picking up the thread, the new post, bereavement.</summary>
internal static class ClaireMiddleYears
{
    public static IReadOnlyList<ScriptedSession> Sessions { get; } =
    [
        new(2019, 11, 12, "A5 S5 T5 M6 D6 O5 C5 W5",
            "La nuque plus que le dos cette fois, des fourmillements le matin. Rien d'inquiétant à l'examen.",
            "Remonter l'écran, lâcher les épaules ; se revoir dans deux semaines.")
        {
            SamePain = SamePain.Partly,
            RedFlags = RedFlags.SeeNote,
            Note = """
                Fourmillements du pouce et de l'index gauches au réveil, partis en dix minutes. Force, sensibilité et réflexes symétriques, marche normale.
                Dit ce qui ferait consulter sans attendre : une main qui lâche, des jambes qui se dérobent. Elle l'a noté.
                Trois semaines d'inventaire sur un ordinateur portable posé trop bas. #travail
                """,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Both },
        },
        new(2019, 11, 26, "A5 S5 T5 D6",
            "Les fourmillements ont cessé. Reste une nuque fatiguée le soir.",
            "Trois coupures de deux minutes l'après-midi."),
        new(2019, 12, 10, "A5 S6 T6 M6 D5",
            "Mieux, sauf les jours de réunion. A compris pourquoi avant moi.",
            "Marcher en téléphonant."),
        new(2019, 12, 17, "A5 S5 T6 D6",
            "Semaine pleine, et la nuque a tenu.",
            "Garder les coupures, oublier le reste."),
        new(2020, 1, 21, "A6 S4 T6 M5 D5 C7",
            "Va bien et n'a plus grand-chose à me demander : bon signe.",
            "Se revoir d'ici quatre mois, pour voir.")
        {
            NextStep = new() { Kind = NextStepKind.BackBy, BackBy = new DateOnly(2020, 5, 19), DecidedBy = DecidedBy.Person },
        },

        new(2021, 2, 16, "A4 S5 T6 M6 D6 O4 C4 W5",
            "Poussée depuis huit jours, après un an tranquille. Se dit déçue ; on regarde l'année ensemble, elle est belle.",
            "La même boîte à outils, dans le même ordre : dormir, marcher, doser.")
        {
            Minutes = 60,
            SamePain = SamePain.Yes,
            RedFlags = RedFlags.LookedForNone,
            Note = """
                Relu ensemble les poussées précédentes, frise à l'écran : deux à dix semaines chacune, toutes passées.
                Ce qui les a précédées, selon elle : des semaines où elle portait pour deux. Ce qui a aidé : s'y mettre tôt, et ne pas s'arrêter.
                Elle repart avec la frise imprimée.
                """,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Both },
        },
        new(2021, 3, 2, "A5 S3 T6 D7",
            "Nuits courtes, douleur haute, et va travailler à pied malgré tout.",
            "La moitié de chaque chose, partout."),
        new(2021, 3, 16, "A4 S6 T5 M6 D7",
            "La moitié de chaque chose : « c'est plus que je ne croyais ».",
            "Passer aux trois quarts.")
        {
            Done = WhatWasDone.Move | WhatWasDone.RetryAMovement,
        },
        new(2021, 3, 30, "A5 S4 T5 D6",
            "La poussée est passée. Six semaines, comme elle l'avait prédit.",
            "Reprendre la rivière."),
        new(2021, 4, 13, "A5 S4 T5 M5 D5 O6",
            "Rivière reprise, une heure avec sa sœur. Fatigue saine.",
            "Deux fois par semaine.")
        {
            JustifiesRhythm = "Deux semaines encore : la rivière vient de reprendre, on la consolide avant d'espacer.",
            NextStep = new() { Kind = NextStepKind.Every, Days = 28, DecidedBy = DecidedBy.Both },
        },
        new(2021, 5, 11, "A6 S5 T4 D5",
            "Un bon mois. Hésite à postuler à la direction de la médiathèque.",
            "Écrire ce que le dos demande au poste, et ce que le poste demande au dos.")
        {
            Done = WhatWasDone.TalkAndUnderstand,
        },
        new(2021, 6, 8, "A7 S5 T4 M6 D5",
            "A postulé. Dort peu, de bonne humeur.",
            "Garder la marche du matin, quoi qu'il arrive."),
        new(2021, 7, 6, "A6 S6 T4 M5 D5 O7 C7 W7",
            "Poste obtenu. Part confiante, avec ses outils et un peu de trac.",
            "Porte ouverte ; un point quand le poste aura trouvé son rythme.")
        {
            NextStep = new() { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both, SignsToComeBack = "Déjeuner devant l'écran trois jours de suite." },
        },

        new(2022, 3, 8, "A5 S5 T7 M8 D6 O3 C4 W5",
            "A mis quatre mois à oser appeler. Pas de poussée : de l'usure. Revenir, c'est continuer ; on le dit tout haut.",
            "Rien à rattraper. Dix minutes de marche, et se revoir.")
        {
            Minutes = 60,
            Done = WhatWasDone.TalkAndUnderstand,
            SamePain = SamePain.Yes,
            Note = """
                « J'avais peur de vous décevoir. » On reprend depuis le début ce que nous nous étions dit : la porte est ouverte, sans rien à justifier.
                À moi d'y penser : dire à la fin de chaque période que revenir peut aussi se faire un jour sans raison.
                """,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Both },
        },
        new(2022, 3, 22, "A4 S5 T7 D7",
            "Le poste déborde sur les soirées ; les trapèzes font les heures supplémentaires.",
            "Fermer la messagerie à dix-neuf heures, quatre soirs sur sept."),
        new(2022, 4, 5, "A3 S3 T8 M8 D6",
            "Trois soirs sur quatre. Dort mieux ces soirs-là, moins bien les autres.",
            "Ne pas viser le quatrième."),
        new(2022, 5, 10, "A3 S4 T8 M7 D6 C5",
            "Stress encore haut, mais elle voit venir les semaines trop pleines.",
            "Porte ouverte, décidé par elle ; un message suffit.")
        {
            NextStep = new() { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Person },
        },

        new(2022, 9, 13, "A4 S4 T7 M9 D7 O2 C4 W4",
            "Aide son père chaque soir. Dos bloqué après l'avoir relevé ; elle a bien fait, il fallait le relever.",
            "Apprendre un relevé à deux, demander l'aide à domicile.")
        {
            SamePain = SamePain.Yes,
            RedFlags = RedFlags.LookedForNone,
            Done = WhatWasDone.TalkAndUnderstand | WhatWasDone.RetryAMovement,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Both },
        },
        new(2022, 9, 27, "A5 S4 T7 M8 D6",
            "L'aide à domicile est venue trois fois. Dort un peu plus, culpabilise un peu moins.",
            "Accepter aussi le vendredi."),
        new(2022, 10, 11, "A4 S5 T7 D6",
            "Son père va vers la fin. Le dos n'est pas le sujet aujourd'hui.",
            "Se revoir la semaine prochaine, sans programme.")
        {
            Done = WhatWasDone.TalkAndUnderstand,
        },
        new(2022, 10, 18, "A- S-",
            "Son père est mort vendredi. On a surtout parlé de lui.",
            "Rien. Manger, dormir quand cela vient.")
        {
            Done = WhatWasDone.TalkAndUnderstand,
            Note = "Pas d'échelles aujourd'hui, à sa demande. Elle m'a montré une photo : il tient une canne à pêche, il rit.",
        },
        new(2022, 11, 8, "A4 S5 T8 M6 D5",
            "Douleur partout, énergie nulle part. Le corps aussi fait son deuil.",
            "Marcher avec quelqu'un, même sans parler.")
        {
            Done = WhatWasDone.TalkAndUnderstand | WhatWasDone.ManualCare,
        },
        new(2022, 11, 22, "A6 S5 T6 D5 O4",
            "A marché avec sa sœur, sans parler, puis en parlant beaucoup.",
            "Recommencer samedi."),
        new(2022, 12, 6, "A5 S6 T6 M6 D5 W4",
            "Reprise du travail à mi-temps, décidée avec son médecin. Le bon pas.",
            "Mi-temps aussi pour la maison.")
        {
            JustifiesRhythm = "Présence rapprochée pendant le deuil ; on reparle du rythme dans deux mois.",
            NextStep = new() { Kind = NextStepKind.Every, Days = 28, DecidedBy = DecidedBy.Both, Reason = "Être là sans encombrer." },
        },
        new(2022, 12, 20, "A6 S5 T6 D5",
            "Vide la maison de son père une heure à la fois. Le dosage sert aussi à cela.",
            "Une heure, puis la rivière."),
        new(2023, 1, 17, "A6 S6 T6 M6 D5",
            "Premier fou rire en séance, à cause du chien.",
            "Garder le chien de son père."),
        new(2023, 2, 14, "A6 S5 T6 D5 O6",
            "Le chien la fait marcher deux fois par jour ; elle prétend le contraire.",
            "Suivre le chien."),
        new(2023, 3, 14, "A7 S5 T3 M4 D4 O7 C7 W7",
            "Tristesse qui va et vient, dos tranquille. Les deux ne marchent plus ensemble.",
            "Porte ouverte, décidé à deux.")
        {
            NextStep = new()
            {
                Kind = NextStepKind.DoorOpen,
                DecidedBy = DecidedBy.Both,
                Reason = "Le plus dur est passé, et elle est bien entourée.",
                SignsToComeBack = "Quand la tristesse redescend dans le dos.",
            },
        },
    ];
}
