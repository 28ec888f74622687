namespace CareJournal.Demo;

/// <summary>Goals and tools in words that people might use.</summary>
internal static class MatterTexts
{
    public static IReadOnlyList<string> Goals { get; } = French.Lines("""
        Reprendre le vélo jusqu'à la boulangerie
        Tenir une matinée au jardin
        Retourner à la piscine le jeudi
        Porter ma petite-fille dans l'escalier
        Dormir d'une traite deux nuits sur trois
        Conduire deux heures sans m'arrêter
        Reprendre le travail à mi-temps
        Finir une journée sans compter les heures
        Recevoir des amis à dîner
        Remonter sur scène avec la troupe
        Faire mes courses seul
        Retrouver la randonnée du dimanche
        Coudre une heure sans y penser
        Ne plus décaler les vacances
        """);

    public static IReadOnlyList<string> Knowledge { get; } = French.Lines("""
        La douleur n'est pas la mesure du dégât
        Un jour plus dur n'efface pas la semaine
        Le sommeil et la douleur se parlent
        Bouger nourrit l'articulation
        Le stress monte le son
        """);

    public static IReadOnlyList<string> KnowHow { get; } = French.Lines("""
        Couper les longues journées en trois
        Les mouvements du matin, cinq minutes
        Marcher après le repas de midi
        La chaleur le soir, puis s'étirer
        Poser le sac avant d'avoir mal
        Respirer longuement avant de se lever
        Noter ce qui a été fait plutôt que ce qui a manqué
        """);

    public static IReadOnlyList<string> WaysOfBeing { get; } = French.Lines("""
        Demander de l'aide avant d'être à bout
        Se donner le droit de s'arrêter
        Laisser une tâche à moitié faite
        Parler de la douleur sans s'en excuser
        """);

    public static IReadOnlyList<string> Lines { get; } = French.Lines("""
        « C'est devenu une habitude. »
        « Moins longtemps, mais chaque jour. »
        « Le matin plutôt que le soir. »
        « Avec mon voisin, c'est plus simple. »
        « Je le fais sans y penser. »
        « Assis, c'est mieux que debout. »
        """);
}
