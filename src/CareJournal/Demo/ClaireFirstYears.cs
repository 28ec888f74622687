using CareJournal.NextSteps;
using CareJournal.Visits;

namespace CareJournal.Demo;

/// <summary>Claire Vasseur's sessions, periods 1 to 3: first contact, a heavy season, after the move.</summary>
internal static class ClaireFirstYears
{
    public static IReadOnlyList<ScriptedSession> Sessions { get; } =
    [
        new(2016, 10, 4, "A3 S4 T7 M8 D6 O1 C2 W4",
            "Dos et nuque depuis cinq ans, une poussée depuis deux semaines. A surtout peur d'abîmer quelque chose.",
            "Comprendre d'abord. Deux tours du pâté de maisons par jour, à son pas.")
        {
            Minutes = 60,
            Done = WhatWasDone.TalkAndUnderstand,
            RedFlags = RedFlags.LookedForNone,
            Note = """
                Bibliothécaire, mariée, une fille à Nantes. Deux lumbagos il y a longtemps, puis un fond qui ne part plus, du bas du dos à la nuque.
                Évite : se pencher, porter, rester debout à la banque de prêt. N'évite pas : lire, chanter, s'occuper des autres.
                Ce qu'elle craint : « que ça casse pour de bon ». Examen rassurant, je le lui dis deux fois.
                Ce qui compte : remarcher une heure au bord de la rivière avec sa sœur.
                """,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Both, Reason = "Se voir de près, le temps de comprendre." },
        },
        new(2016, 10, 18, "A3 S5 T6 D6",
            "Soulagée d'avoir une explication qui tient debout. Moins de précautions pour se lever.",
            "Noter trois moments de la journée où le dos se fait oublier."),
        new(2016, 11, 8, "A4 S4 T6 M7 D6",
            "Les moments tranquilles sont plus nombreux qu'elle ne croyait : douze en une semaine.",
            "Continuer la marche, dix minutes, même les jours moyens."),
        new(2016, 11, 22, "A4 S4 T6 D5",
            "Semaine lourde à la bibliothèque, nuque prise ; a marché quand même. C'est nouveau.",
            "Se lever de sa chaise à chaque heure pile, sans négocier."),
        new(2016, 12, 6, "A4 S5 T7 M7 D5 O3",
            "A porté de la terre au jardin, a eu des courbatures, n'a pas eu peur.",
            "Réessayer les gestes évités : se pencher, porter un panier.")
        {
            Done = WhatWasDone.Move | WhatWasDone.RetryAMovement,
            JustifiesRhythm = "Toutes les deux semaines : elle réessaie un geste par séance, l'intervalle laisse le temps de le vivre.",
        },
        new(2016, 12, 20, "A5 S3 T6 D5 C5",
            "Se penche sans y penser. Sommeil encore haché, la tête tourne le soir.",
            "Respirer cinq minutes dans le noir plutôt que compter les heures.")
        {
            NextStep = new() { Kind = NextStepKind.Every, Days = 28, DecidedBy = DecidedBy.Both, Reason = "Laisser le temps d'essayer sans moi." },
        },
        new(2017, 1, 17, "A5 S6 T6 D5",
            "Un mois sans se voir, et la marche a tenu.",
            "Vingt minutes, trois fois par semaine."),
        new(2017, 2, 14, "A6 S4 T4 M5 D5 O5",
            "Première promenade d'une demi-heure au bord de la rivière, avec sa sœur.",
            "La rivière une fois par semaine, le reste à l'envie.")
        {
            Done = WhatWasDone.TalkAndUnderstand | WhatWasDone.RetryAMovement,
        },
        new(2017, 3, 14, "A7 S5 T5 M5 D5 O6 C7 W7",
            "Va bien. Sait ce qui aide et le dit sans chercher ses mots : bouger tôt, dormir, ne pas tout porter.",
            "Espacer pour de bon. Revenir quand elle le souhaite.")
        {
            Done = WhatWasDone.TalkAndUnderstand,
            NextStep = new()
            {
                Kind = NextStepKind.DoorOpen,
                DecidedBy = DecidedBy.Both,
                Reason = "Elle a ses outils.",
                SignsToComeBack = "Deux nuits blanches de suite, ou renoncer à la rivière.",
            },
        },

        new(2017, 9, 12, "A4 S4 T6 M7 D6 O4 C5 W5",
            "Revient d'elle-même après dix jours de nuque bloquée. Même douleur, moins de peur.",
            "Reprendre la respiration et les pauses ; pas de repos forcé.")
        {
            SamePain = SamePain.Yes,
            RedFlags = RedFlags.LookedForNone,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Person },
        },
        new(2017, 9, 26, "A4 S4 T7 M8 D6",
            "La nuque se desserre. Reste la charge : deux collègues partis, elle couvre tout.",
            "Une chose par soirée, pas trois."),
        new(2017, 10, 10, "A6 S4 T6 M7 D7",
            "A dit non à une permanence. Le dos, dit-elle, « a tout de suite compris ».",
            "Garder ce non-là, en préparer un autre.")
        {
            Done = WhatWasDone.TalkAndUnderstand,
        },
        new(2017, 10, 24, "A5 S5 T5 D6",
            "Meilleures nuits. Marche reprise, vingt minutes.",
            "Marcher avant d'ouvrir la messagerie."),
        new(2017, 11, 21, "A6 S4 T6 M6 D6",
            "Quinze jours sans penser au dos, puis un dimanche raide. Ne s'en inquiète pas.",
            "Un dimanche raide est un dimanche raide : bouger doucement, attendre mardi."),
        new(2017, 12, 19, "A5 S4 T6 M6 D5 C6",
            "Prête à poursuivre avec ses propres moyens. Redoute un peu le déménagement qui se prépare.",
            "Porte ouverte. Un coup de fil avant les cartons, si besoin.")
        {
            NextStep = new() { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Person, SignsToComeBack = "Dormir mal trois nuits, dire oui à tout." },
        },

        new(2018, 9, 18, "A4 S4 T7 M7 D6 O4 C5 W5",
            "Le déménagement est derrière, la fatigue est restée devant. Une heure chaque matin pour mettre le dos en route.",
            "Une pièce à la fois. Quelques mouvements au réveil, assise au bord du lit.")
        {
            Minutes = 60,
            SamePain = SamePain.Yes,
            RedFlags = RedFlags.LookedForNone,
            NextStep = new() { Kind = NextStepKind.Every, Days = 14, DecidedBy = DecidedBy.Both },
        },
        new(2018, 10, 2, "A3 S6 T7 M8 D6",
            "Il manque ses repères : plus de jardin, plus de trajet à pied.",
            "Trouver le nouveau tour de la maison."),
        new(2018, 10, 16, "A5 S4 T5 D6",
            "A trouvé le chemin de halage. Vingt minutes, deux fois.",
            "Y aller aussi les jours gris."),
        new(2018, 10, 30, "A4 S6 T6 M7 D6",
            "Moins bonne semaine ; conflit avec le propriétaire, mâchoires serrées.",
            "Dix respirations avant chaque courrier."),
        new(2018, 11, 13, "A4 S5 T4 D6",
            "Le conflit est réglé. Le dos suit, un jour plus tard, comme toujours.",
            "Remarquer ce décalage, ne pas s'en étonner.")
        {
            Done = WhatWasDone.TalkAndUnderstand,
        },
        new(2018, 11, 27, "A4 S5 T5 M5 D6",
            "Activités en plateau. Elle ne veut pas forcer, et elle fait bien.",
            "Tenir, sans ajouter."),
        new(2018, 12, 11, "A4 S3 T5 D6 C5",
            "Sommeil en dents de scie. A peint une chambre en quatre jours au lieu d'un.",
            "Continuer à couper les tâches en parts.")
        {
            JustifiesRhythm = "Elle apprend à doser dans une maison neuve ; deux semaines, c'est la longueur d'un essai.",
            NextStep = new() { Kind = NextStepKind.Every, Days = 30, DecidedBy = DecidedBy.Both, Reason = "Des essais plus longs, elle les mène bien." },
        },
        new(2019, 1, 15, "A4 S4 T3 M5 D7",
            "Cinq semaines sans se voir : « un test réussi à moitié ». Aux deux tiers, à mon avis.",
            "Choisir une activité pour soi, pas pour la maison."),
        new(2019, 2, 12, "A4 S3 T3 D6",
            "S'est inscrite à la chorale. Debout une heure et demie sans y penser.",
            "La chorale compte comme du mouvement."),
        new(2019, 3, 12, "A4 S6 T3 M4 D7",
            "Un peu plus de douleur, pas moins de vie.",
            "Ne rien changer."),
        new(2019, 4, 16, "A4 S4 T3 M4 D7 O5 C6 W6",
            "Dit que la maison est devenue la sienne. Le dos reste là, il prend moins de place.",
            "Se revoir quand elle le sent.")
        {
            NextStep = new() { Kind = NextStepKind.DoorOpen, DecidedBy = DecidedBy.Both, SignsToComeBack = "Quand le chemin de halage devient une corvée." },
        },
    ];
}
