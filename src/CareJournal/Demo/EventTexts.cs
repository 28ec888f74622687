using CareJournal.Absences;
using CareJournal.LifeEvents;

namespace CareJournal.Demo;

/// <summary>Texts of life events, of what came before a flare-up and what helped, and of pauses as people describe them.</summary>
internal static class EventTexts
{
    /// <summary>Life events by kind; the first line of each is its title ("|" stands for the line break).</summary>
    public static IReadOnlyList<(LifeEventKind Kind, IReadOnlyList<string> Words)> Life { get; } =
    [
        (LifeEventKind.Work, Titled("""
            Changement d'équipe|Trois collègues nouveaux, des horaires à retrouver.
            Nouveau poste|Plus de trajet, plus d'intérêt.
            Fermeture du service|Reclassement annoncé, sans date.
            Reprise à mi-temps|Préparée avec la médecine du travail.
            Fin de contrat|Deux mois pour chercher.
            """)),
        (LifeEventKind.Family, Titled("""
            Séparation|En bons termes, deux logements.
            Mariage dans la famille|Des mois de préparatifs.
            Garde partagée|Une semaine sur deux, deux rythmes.
            Dispute avec le frère|Autour de la maison des parents.
            """)),
        (LifeEventKind.Loss, Titled("""
            Deuil (mère)|Après une longue maladie.
            Mort d'un ami|Un collègue de vingt ans.
            Deuil (grand-père)|Celui qui avait appris à nager à tout le monde.
            """)),
        (LifeEventKind.OtherHealth, Titled("""
            Petite opération|Sans suite fâcheuse.
            Forte grippe|Dix jours au lit.
            Entorse de la cheville|Au bas de l'escalier.
            Nouveau traitement|Vertiges les premières semaines.
            """)),
        (LifeEventKind.Move, Titled("""
            Déménagement|Du troisième sans ascenseur au rez-de-chaussée.
            Travaux dans la maison|Six semaines dans la poussière.
            """)),
        (LifeEventKind.Caring, Titled("""
            Aide à la mère|Deux soirs par semaine et le dimanche.
            Maladie du conjoint|Les rendez-vous à deux, les nuits courtes.
            Accueil d'une tante|Chambre d'amis pour trois mois.
            """)),
        (LifeEventKind.Study, Titled("""
            Formation|Deux jours par semaine sur une chaise.
            Concours|Révisions le soir, pendant des mois.
            """)),
        (LifeEventKind.Rest, Titled("""
            Vacances à la mer|Nagé tous les jours.
            Trois semaines de repos|Le sommeil est revenu le quatrième jour.
            """)),
        (LifeEventKind.Birth, Titled("""
            Naissance dans la famille|Peu de nuits, beaucoup de bras.
            Naissance chez la sœur|Porter sans y penser.
            """)),
        (LifeEventKind.Overload, Titled("""
            Clôture des comptes|Un mois sans pause.
            Trois fronts à la fois|Travail, travaux, parents.
            """)),
        (LifeEventKind.ChangeOfRhythm, Titled("""
            Horaires décalés|Une semaine sur trois de nuit.
            Nouveaux horaires|Les matins à réinventer.
            Télétravail|Trois jours sur cinq, table de cuisine.
            """)),
        (LifeEventKind.Money, Titled("""
            Dossier de la caisse|Quatre mois de courriers.
            Voiture en panne|Le bus, et moins de temps.
            """)),
        (LifeEventKind.GoodNews, Titled("""
            Reprise de la danse|Le mardi, en débutant.
            Permis obtenu|À la troisième fois.
            Un potager|Quatre mètres sur deux.
            Groupe de marche|Le mercredi matin.
            Nouveau chien|Deux tours par jour, sans discussion.
            """)),
    ];

    public static IReadOnlyList<string> Before { get; } = French.Lines("""
        Une semaine trop pleine.
        Rien de particulier.
        Deux nuits blanches.
        Un long trajet en voiture.
        Des cartons portés en une fois.
        Un conflit au travail.
        Trois jours de chaise en formation.
        Le jardin, d'un seul coup.
        Une grippe.
        L'arrêt de la marche pendant un mois.
        Un faux mouvement, après un mois chargé.
        Les fêtes de famille.
        La reprise du sport, trop vite.
        Un deuil.
        L'attente d'un résultat.
        Beaucoup de ménage avant une visite.
        """);

    public static IReadOnlyList<string> Helped { get; } = French.Lines("""
        Marcher un peu, souvent.
        La chaleur et le temps.
        S'y mettre tôt.
        Dormir.
        Ne pas s'arrêter tout à fait.
        En parler.
        Une semaine plus légère.
        La respiration du soir.
        Nager.
        Rien en particulier, cela a passé.
        Les gestes appris ensemble.
        Un jour de repos, un seul.
        Avoir prévenu au travail.
        La visite d'une amie.
        L'eau chaude, le matin.
        """);

    public static IReadOnlyList<(HowItWas How, WhyNoSession Why, IReadOnlyList<string> Words)> Pauses { get; } =
    [
        (HowItWas.RatherWell, WhyNoSession.NoNeed, French.Lines("""
            Tout allait, tout simplement.
            « Je n'y pensais plus. »
            De beaux mois, beaucoup de vélo.
            """)),
        (HowItWas.RatherWell, WhyNoSession.OwnTools, French.Lines("""
            La fiche des mauvais jours a servi deux fois.
            La marche, et les pauses au travail.
            « J'ai fait comme on avait dit. »
            """)),
        (HowItWas.UpsAndDowns, WhyNoSession.OwnTools, French.Lines("""
            Deux petites poussées, traversées à la maison.
            Des semaines avec, des semaines sans.
            """)),
        (HowItWas.RatherWell, WhyNoSession.AgreedTogether, French.Lines("""
            Comme convenu, et cela a tenu.
            L'essai sans séance s'est bien passé.
            """)),
        (HowItWas.UpsAndDowns, WhyNoSession.LifeLeftNoRoom, French.Lines("""
            La maison, les enfants, le travail ; plus une heure.
            « Je remettais toujours au lundi. »
            """)),
        (HowItWas.RatherHard, WhyNoSession.LifeLeftNoRoom, French.Lines("""
            Les soins d'un parent prenaient tout.
            Un procès, puis un déménagement.
            """)),
        (HowItWas.RatherHard, WhyNoSession.DidNotDareReturn, French.Lines("""
            « Je n'avais rien fait de ce qu'on avait dit. »
            « Je pensais que vous seriez déçu. »
            """)),
        (HowItWas.RatherHard, WhyNoSession.Travel, French.Lines("""
            Plus de voiture, et le car ne passe que le matin.
            """)),
        (HowItWas.RatherHard, WhyNoSession.NoPrescription, French.Lines("""
            L'ordonnance a tardé deux mois.
            """)),
        (HowItWas.UpsAndDowns, WhyNoSession.OtherCare, French.Lines("""
            Séjour au centre de la douleur.
            Ostéopathe près du bureau, quelques fois.
            """)),
        (HowItWas.NotSaid, WhyNoSession.OwnChoice, French.Lines("""
            Besoin de souffler, loin des soins.
            """)),
        (HowItWas.NotSaid, WhyNoSession.CareDidNotSuit, French.Lines("""
            « Cela n'avançait plus. » On en a parlé, et changé de façon de faire.
            """)),
    ];

    private static IReadOnlyList<string> Titled(string block) => [.. French.Lines(block).Select(line => line.Replace('|', '\n'))];
}
