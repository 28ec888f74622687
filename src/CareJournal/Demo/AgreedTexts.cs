namespace CareJournal.Demo;

/// <summary>Texts agreed at the end of a session, by subject.</summary>
internal static class AgreedTexts
{
    public static IReadOnlyList<string> Move { get; } = French.Lines("""
        Marcher dix minutes chaque jour, même les jours moyens.
        Trois fois la montée d'escalier, en soufflant.
        Reprendre le vélo sur du plat, vingt minutes.
        Réessayer le geste évité, une fois par jour, sans charge.
        Se lever de sa chaise toutes les heures.
        Nager une fois cette semaine, à son allure.
        Porter un sac de deux kilos, puis de trois.
        Étirements du soir seulement si l'envie est là.
        Marcher en téléphonant.
        Deux squats en attendant la bouilloire.
        Descendre du bus un arrêt plus tôt.
        Vingt minutes de jardin, sur le tabouret puis debout.
        Danser une chanson par jour dans la cuisine.
        Retourner au club, sans match.
        Reprendre la course : une minute sur deux, dix fois.
        Garder ce qui marche, ne rien ajouter.
        """);

    public static IReadOnlyList<string> Pace { get; } = French.Lines("""
        Couper les grandes tâches en trois parts.
        Une chose par soirée.
        S'arrêter à la moitié de l'énergie, pas à la fin.
        Garder une demi-journée vide par semaine.
        Dire non une fois cette semaine, et voir.
        Alterner assis et debout au travail.
        Demander de l'aide pour les courses lourdes.
        Prévoir le jour d'après un jour chargé.
        Faire les trois quarts, partout.
        Pause avant la fatigue, minuteur en main.
        Noter ce qui fait du bien, pas ce qui fait mal.
        Laisser le ménage du samedi à quelqu'un d'autre.
        """);

    public static IReadOnlyList<string> Rest { get; } = French.Lines("""
        Écrans éteints une heure avant la nuit.
        Respirer cinq minutes au réveil nocturne, lumière éteinte.
        Se coucher à heure régulière quatre soirs sur sept.
        Sieste de vingt minutes, pas plus.
        Écrire les soucis sur une feuille, avant le lit.
        Une bouillotte, un livre, pas d'horloge.
        Dix respirations lentes avant chaque réunion.
        Un café de moins l'après-midi.
        Prendre l'air à midi, même cinq minutes.
        Voir quelqu'un qu'on aime cette semaine.
        """);

    public static IReadOnlyList<string> Plan { get; } = French.Lines("""
        Se revoir dans deux semaines, avec une question chacun.
        Parler au médecin du sommeil.
        Demander un aménagement du poste à la médecine du travail.
        Relire la fiche des mauvais jours avant d'en avoir besoin.
        Choisir ensemble un objectif la prochaine fois.
        Essayer sans moi pendant un mois.
        Appeler si deux mauvaises semaines se suivent.
        Apporter les chaussures de marche.
        Dire à l'équipe ce qui aide, en une phrase.
        Noter trois bons moments d'ici la prochaine fois.
        Espacer, et voir ce qui tient.
        Revenir avec son conjoint si cela peut aider.
        """);

    public static IReadOnlyList<string> Door { get; } = French.Lines("""
        Porte ouverte ; un coup de fil suffit.
        Revenir quand l'envie ou le besoin est là.
        Continuer sans séance, avec la marche et le sommeil.
        Rien à justifier pour revenir.
        Garder la fiche des outils sur le réfrigérateur.
        On se revoit si la vie le demande.
        """);
}
