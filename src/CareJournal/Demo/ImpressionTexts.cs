namespace CareJournal.Demo;

/// <summary>A practitioner's impressions of a session, by how the session went. Neither man nor woman is named, so that each line suits everybody.</summary>
internal static class ImpressionTexts
{
    public static IReadOnlyList<string> First { get; } = French.Lines("""
        Des années de douleur, avec des hauts et des bas. Vient pour comprendre.
        A vu beaucoup de monde et entendu beaucoup de choses. On repart de son histoire.
        A peur de perdre un geste du quotidien ; on le regarde ensemble, il est là.
        Fatigue au premier plan. Soulagement de pouvoir tout dire, dans l'ordre et dans le désordre.
        Journées longues, pauses rares ; le corps a pris la parole.
        Ne fait plus ce qui lui plaisait, et c'est cela qui manque le plus.
        Envie de bouger intacte, mode d'emploi perdu.
        Examen rassurant, expliqué deux fois. La seconde fois, les épaules sont descendues.
        Vient sur le conseil d'une amie. Beaucoup de questions, c'est bon signe.
        La douleur a un an ; la confiance, entamée, se reconstruit en bougeant.
        Raideur du matin, mieux en marchant. Craint les jours immobiles.
        A tout tenu au prix du repos. On commence par le repos.
        Raconte bien ce qui pèse, moins bien ce qui aide. On cherchera ensemble.
        Sommeil haché, journées en pointillé. Rien d'inquiétant à l'examen.
        """);

    public static IReadOnlyList<string> Return { get; } = French.Lines("""
        De retour, sans honte et sans drame. On reprend là où la vie en est.
        La poussée ressemble à la précédente ; la peur, non.
        Même douleur, autre contexte : cette fois, c'est la fatigue qui a ouvert la porte.
        A fait tout ce qui aide, et la poussée dure quand même. Vient pour ne pas la porter sans aide.
        A attendu trois semaines avant d'appeler. On reparle de la porte ouverte.
        Revient plus tôt que la dernière fois, et c'est une bonne décision.
        Les outils sont là, un peu rouillés. On les ressort un par un.
        Retour après une longue période tranquille. La déception est plus lourde que la douleur.
        Pas de poussée, une envie de faire le point avant une période chargée.
        Douleur nouvelle à côté de l'ancienne. Bien cherché, rien trouvé d'inquiétant.
        La vie a beaucoup bougé depuis la dernière fois ; le corps suit comme il peut.
        Revient pour un nouveau projet, et pour ne pas s'y abîmer.
        La nuit a craqué avant le corps. On commence par la nuit.
        Dit : « j'ai tenu longtemps ». C'est vrai, et cela mérite d'être noté.
        """);

    public static IReadOnlyList<string> Flare { get; } = French.Lines("""
        Poussée en cours. Bouge peu, mais bouge.
        Semaine difficile ; a gardé la marche du matin, c'est beaucoup.
        Douleur haute, moral meilleur que la douleur.
        Ne comprend pas d'où vient celle-ci. Peut-être de nulle part.
        Dort mal, et tout le reste en découle.
        La poussée a pris le week-end en famille ; tristesse plus que colère.
        Plus de gêne que de douleur, cette fois.
        A réduit les activités sans les arrêter. Exactement ce qu'il fallait.
        La tension dans les épaules raconte la semaine au travail.
        Reconnaît les premiers signes plus tôt qu'avant.
        Trois jours durs, puis un jour clair : la pente s'inverse.
        Peur de bouger revenue, on la regarde en face, elle diminue.
        A eu besoin de repos un jour entier, et l'a pris sans culpabilité.
        La poussée décroît ; la fatigue, pas encore.
        """);

    public static IReadOnlyList<string> Better { get; } = French.Lines("""
        Les journées s'allongent, la douleur recule d'un pas.
        A repris une activité que l'on croyait perdue.
        Moins de précautions dans les gestes, plus de projets dans la conversation.
        Une semaine entière sans y penser, puis un petit mot du corps.
        Sommeil meilleur ; tout paraît plus simple.
        A porté les courses sans y faire attention.
        La confiance revient avant la force.
        Bonne quinzaine. N'a pas fait les exercices, a vécu ; cela compte.
        Le travail passe mieux depuis les pauses.
        Reprend goût aux trajets à pied.
        Fait le lien entre les mauvaises nuits et les mauvais jours, sans s'en vouloir.
        A dansé samedi. Courbatures joyeuses.
        Rit de sa propre prudence d'il y a un mois.
        Le matin est encore raide, l'après-midi ne l'est plus.
        A su s'arrêter avant la fatigue, deux fois.
        Ose tourner la tête en marche arrière : un détail qui change la semaine.
        """);

    public static IReadOnlyList<string> Steady { get; } = French.Lines("""
        Semaine égale aux autres, ce qui est plutôt bien.
        Rien de nouveau, et c'est une nouvelle.
        Activités stables, sommeil moyen, humeur bonne.
        Les habitudes tiennent ; la douleur aussi, dans son coin.
        Des hauts et des bas de petite taille.
        Parle surtout du travail ; le corps vient en second.
        Maintient la marche malgré la pluie.
        La douleur ne bouge pas, la vie autour s'élargit.
        A oublié les exercices, a gardé les pauses.
        Plateau accepté sans impatience.
        Mois tranquille, un faux mouvement, deux jours, passé.
        S'assoit sans chercher d'appui.
        Se débrouille bien. Séance courte, l'essentiel est dit.
        Question sur les images ; réponse, dessin, soulagement.
        Toujours la même zone, jamais la même histoire.
        Garde le rythme choisi ensemble.
        """);

    public static IReadOnlyList<string> Hard { get; } = French.Lines("""
        Mauvaise passe, sans poussée : la charge, simplement.
        Fatigue partout. On baisse l'ambition d'un cran, exprès.
        Tensions à la maison, et le corps fait caisse de résonance.
        A voulu rattraper le temps perdu ; le corps a présenté la note.
        Moral bas. Demandé comment vont les pensées noires : il n'y en a pas.
        Les papiers de la caisse prennent toute la place.
        Se compare à l'année dernière. On regarde le mois dernier, c'est plus juste.
        Obligations reportées, avec soulagement et gêne.
        Nuits courtes ; on fait simple.
        Trop de rendez-vous médicaux en un mois. On allège le nôtre.
        L'examen ne montre rien, la déception est grande. On traduit : rien de grave.
        Semaine grise. A quand même appelé une amie.
        """);

    public static IReadOnlyList<string> BeforePause { get; } = French.Lines("""
        Va assez bien pour espacer. Sait quoi faire un mauvais jour.
        Dit : « je crois que je peux continuer par moi-même ». Je le crois aussi.
        Les activités qui comptent sont revenues, pas toutes au même prix.
        Fin d'une bonne série. On a relu ensemble ce qui a aidé.
        La douleur est là, elle ne décide plus de la journée.
        Part avec ses outils écrits de sa main.
        Propose d'espacer avant que je ne le propose.
        Les valises sont prêtes, la tête aussi.
        Quelques craintes pour la reprise ; un plan simple en poche.
        Bilan tranquille : moins de peur, plus de marche, sommeil à surveiller.
        On arrête les séances rapprochées, pas le chemin.
        Tout n'est pas réglé, l'essentiel tient.
        """);
}
