namespace CareJournal.Demo;

/// <summary>Longer notes, and what a practitioner writes beside sessions.</summary>
internal static class NoteTexts
{
    public static IReadOnlyList<string> Notes { get; } = French.Lines("""
        Force, sensibilité et réflexes symétriques. Marche sur pointes et talons possible. Reste attentif à l'évolution des fourmillements.
        On a dessiné la semaine sur une feuille : trois îlots de calme, deux tunnels. Les tunnels sont toujours après des nuits courtes. #sommeil
        Explique à sa façon ce que nous avions vu la dernière fois, mieux que je ne l'avais fait.
        Flexion possible jusqu'à mi-tibia, sans appréhension. Le lever du sol reste le geste à réapprivoiser.
        Le médecin a proposé de revoir le traitement de fond ; en discutera jeudi. Je reste disponible pour en parler au téléphone.
        A apporté un carnet : les jours de marche ne sont pas les jours de moindre douleur, et pourtant ce sont les meilleurs jours. #marche
        Beaucoup d'émotion en parlant du travail. Silence, puis une phrase : « je ne veux plus finir mes journées vide ».
        Essai sur le tapis : huit minutes, arrêt choisi, pas subi. On garde cette façon d'arrêter.
        Demande si « c'est dans la tête ». Non, c'est dans une personne entière ; nous en reparlons calmement.
        Le conjoint est venu. Il croyait bien faire en portant tout ; ils vont essayer autrement. #famille
        Appel du médecin traitant, bref et utile : mêmes mots des deux côtés, cela compte.
        Zone souple, indolore à l'appui. L'évitement vient d'ailleurs ; nous l'avons nommé.
        Relu la liste des outils : trois sont devenus des habitudes, deux ne servent pas, on les raye.
        Le geste professionnel filmé et regardé ensemble : c'est la vitesse qui coûte, pas le poids. #travail
        Parle d'une mutation possible. Ni oui ni non : peser ce que cela change au trajet et au sommeil. #travail
        Un mauvais jour, traité comme un jour : chaleur, tour du quartier, soirée courte. Le lendemain allait.
        Question sur les infiltrations. Dit ce que je sais, ce que je ne sais pas, et à qui demander.
        Séance passée dehors, à marcher et parler. À refaire.
        Ne souhaite pas de chiffres aujourd'hui. Très bien.
        Objectif reformulé : non plus « ne plus avoir mal », mais « aller chercher les petits à l'école ».
        """);

    public static IReadOnlyList<string> Justifications { get; } = French.Lines("""
        Apprend à doser ; l'intervalle laisse le temps d'un essai complet.
        Reprise des activités en cours : un point régulier tant qu'elle n'est pas stable.
        Un mois entre les séances soutient la marche sans prendre sa place.
        Rythme choisi par la personne, et utile : chaque séance change quelque chose.
        Soutien pendant une période lourde ; on en reparle à la fin du trimestre.
        Force en progrès, mesurée au geste du quotidien ; on continue six semaines.
        Reprise de confiance dans les gestes, un par séance.
        Séances rapprochées le temps de la poussée, puis on double l'intervalle.
        Entretien demandé, mensuel, avec un projet à chaque fois.
        Accompagne la diminution du traitement, en lien avec le médecin.
        Reprise de l'effort pas à pas, objectifs revus aujourd'hui.
        Le rythme actuel évite les longues semaines sans bouger ; essai d'espacer dès que possible.
        """);

    public static IReadOnlyList<string> StepReasons { get; } = French.Lines("""
        Le temps d'essayer.
        Se voir de près pendant la poussée.
        Garder un fil pendant la reprise.
        Un mois, c'est la bonne longueur pour un essai.
        Demandé ainsi.
        Laisser la vie reprendre sa place.
        Les outils sont là.
        Point régulier voulu, avec un projet à chaque fois.
        """);

    public static IReadOnlyList<string> Signs { get; } = French.Lines("""
        Trois mauvaises nuits de suite.
        Renoncer deux fois à la marche.
        Ne plus oser porter.
        Annuler un moment avec des amis à cause du dos.
        Le retour de la peur de bouger.
        Manger debout toute une semaine.
        Compter les heures au travail.
        L'impatience avec les enfants.
        Ne plus ouvrir les volets le matin.
        L'envie d'en parler, simplement.
        """);

    public static IReadOnlyList<string> Standing { get; } = French.Lines("""
        Préfère être debout pendant l'entretien.
        Entend mieux à droite.
        Ne pas proposer le ventre : essoufflement.
        Aime les explications dessinées.
        Vient de loin : grouper les séances quand c'est possible.
        Travaille de nuit ; jamais avant onze heures.
        Parler du jardin avant de parler du genou.
        Tient un carnet : demander à le voir.
        Anticoagulant : rester doux avec les mains.
        Préfère le tutoiement, l'a demandé.
        N'aime pas les chiffres ; une phrase suffit.
        Vient avec sa fille, qui traduit.
        """);

    public static IReadOnlyList<string> ClosingWords { get; } = French.Lines("""
        Au téléphone : va bien, garde ses outils, sait que la porte reste ouverte.
        En fin de séance, d'un commun accord, avec le sourire.
        Par message : « tout va bien, merci pour le chemin ».
        Au téléphone : la marche tient, plus besoin pour l'instant.
        """);

    public static IReadOnlyList<string> HandOverWords { get; } = French.Lines("""
        Déménage ; courrier remis en main propre.
        Suite à l'hôpital de jour, échange fait avec l'équipe.
        Poursuite plus près du travail, d'un commun accord.
        """);

    public static IReadOnlyList<string> Carers { get; } = French.Lines("""
        Une consœur à Angers
        L'hôpital de jour, équipe de la douleur
        Un confrère près de son travail
        Le centre de rééducation
        """);
}
