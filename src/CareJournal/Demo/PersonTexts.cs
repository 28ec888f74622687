namespace CareJournal.Demo;

/// <summary>Names, reasons for follow-up, activities and titles. Common names combined at random: nobody real is meant.</summary>
internal static class PersonTexts
{
    public static IReadOnlyList<string> Women { get; } = Words("""
        Adèle Agathe Alice Amina Anne Aurélie Béatrice Brigitte Camille Carole Catherine Cécile Chantal Charlotte Christine Clémence Corinne Delphine Denise
        Élise Élodie Émilie Emma Estelle Eva Fatima Florence Françoise Gabrielle Hélène Inès Isabelle Jacqueline Jeanne Josiane Julie Karine Khadija Laure
        Laurence Léa Leïla Lucie Madeleine Manon Marianne Marie Marion Martine Mathilde Michèle Monique Muriel Nadia Nathalie Nicole Noémie Odile Patricia
        Pauline Rachel Sabrina Salomé Samira Sandrine Sarah Séverine Simone Sofia Solange Sonia Stéphanie Sylvie Thérèse Valérie Véronique Victoire Yasmine Zoé
        """);

    public static IReadOnlyList<string> Men { get; } = Words("""
        Adrien Alain Alexandre Ali André Antoine Arnaud Baptiste Benoît Bernard Bertrand Bruno Cédric Christophe Clément Cyril Damien Daniel David Denis
        Didier Dominique Emmanuel Éric Étienne Fabien Fabrice Farid Florent Franck François Frédéric Gabriel Georges Gérard Gilles Grégoire Guillaume Henri
        Hervé Hugo Jacques Jean Jérôme Joël Jonas Julien Karim Laurent Lionel Loïc Louis Luc Marc Mathieu Maxime Mehdi Michel Nicolas Noël Olivier Pascal
        Patrick Paul Philippe Pierre Quentin Rachid Raphaël Rémi René Robert Romain Samuel Sébastien Serge Simon Sylvain Thierry Thomas Vincent Xavier Yann Yves
        """);

    public static IReadOnlyList<string> Families { get; } = Words("""
        Abadie Allard Amrani Arnould Aubin Auger Bailleul Barbier Baudry Belkacem Bellanger Benali Bernier Besson Blondel Boisseau Bonnard Bouchet Boulanger
        Bourdin Bouvier Brunel Caron Carpentier Castel Chambon Charpentier Chauvin Chevallier Colas Collet Cordier Coste Couturier Daniau Delaunay Delmas
        Deschamps Diallo Dorval Duchêne Dufour Dumas Dupuis Fabre Favier Ferrand Fleury Fontaine Forestier Fournel Gaillard Garnier Gauthier Germain Gilbert
        Giraud Gosselin Grandjean Granger Grenier Guyot Guichard Guillot Haddad Hamon Hébert Herbin Humbert Imbert Jacquet Jolivet Josse Joubert Jourdan
        Kadri Keller Lacombe Lacroix Lafont Lambert Langlois Laporte Lasserre Launay Lavigne Leblanc Leclerc Lefort Legrand Lemaire Lenoir Leroux Lévêque
        Loiseau Lorrain Maillard Mallet Marchal Marchand Maréchal Marin Marty Masson Mercier Meunier Millet Monnier Morand Morel Moulin Nicolet
        Noiret Ollivier Pages Parent Pasquier Pelletier Perret Perrin Picard Pichon Poirier Pommier Poulain Prévost Prigent Quéré Rambaud Raynaud Renaud
        Ribeiro Rivière Robin Rocher Rolland Rousselet Roux Royer Sabatier Saidi Salmon Sauvage Seguin Serrano Tanguy Tardieu Tessier Thibault Tissot Traoré
        Vallet Verdier Vernet Vidal Villard Voisin Weber Zanetti
        """);

    /// <summary>Reasons for follow-up: label, body site and code, separated by "|".</summary>
    public static IReadOnlyList<string> Conditions { get; } = French.Lines("""
        Mal de dos persistant|bas du dos|MG30.02
        Douleurs de nuque et maux de tête|nuque, tête|MG30.03
        Douleurs étendues et fatigue|ensemble du corps|MG30.01
        Épaule douloureuse depuis plus d'un an|épaule droite|MG30.02
        Douleur après opération du genou|genou gauche|MG30.21
        Arthrose de la hanche|hanche gauche|MG30.31
        Douleur de la main après fracture|main droite|MG30.20
        Sciatique ancienne|bas du dos, jambe droite|MG30.5
        Douleurs de mâchoire et de nuque|mâchoire, nuque|MG30.03
        Genou douloureux à la course|genou droit|
        Douleurs du bassin|bassin|MG30.02
        Polyarthrite, douleurs qui restent|mains, poignets|MG30.30
        Syndrome douloureux du pied|pied gauche|MG30.04
        Dos et ventre, douleurs anciennes|bas du dos, ventre|
        Migraines et tensions de nuque|tête, nuque|
        Coude douloureux au travail|coude droit|
        """);

    public static IReadOnlyList<string> Activities { get; } = French.Lines("""
        Porter les petits de la famille
        Danser le samedi
        Jardiner une heure sans payer le lendemain
        Faire le marché à pied
        Jouer du violoncelle
        Dormir une nuit entière
        Conduire jusqu'à la mer
        Tenir ma classe debout
        Courir dix kilomètres
        Bricoler dans l'atelier
        Nager le jeudi
        Monter au refuge avec les enfants
        Coudre un après-midi
        Aller chercher les petits à l'école
        Faire du vélo avec mon frère
        Chanter à la chorale
        Cuisiner pour dix
        Marcher sur la plage
        Finir une journée de travail sans m'allonger
        Peindre la chambre
        """);

    /// <summary>Texts that suit somebody under age.</summary>
    public static string YoungCondition { get; } = French.Typeset("Genou douloureux au handball|genou droit|");

    public static string YoungActivity { get; } = French.Typeset("Jouer un match entier avec l'équipe");

    public static IReadOnlyList<string> FirstTitles { get; } = French.Lines("""
        Premier contact
        Premiers pas
        Comprendre et bouger
        Premier accompagnement
        """);

    public static IReadOnlyList<string> FlareTitles { get; } = French.Lines("""
        Traverser la poussée
        Une poussée de plus
        Nuits difficiles
        Reprendre pied
        Après la chute
        Une saison chargée
        """);

    public static IReadOnlyList<string> LifeTitles { get; } = French.Lines("""
        Après le déménagement
        Le nouveau poste
        Deuil
        Aider un parent
        Reprise du travail
        Après la naissance
        """);

    public static IReadOnlyList<string> CheckUpTitles { get; } = French.Lines("""
        Faire le point
        Nouveau projet
        Retrouver la marche
        Objectifs de l'année
        Garder le cap
        """);

    public static IReadOnlyList<string> Aims { get; } = French.Lines("""
        Comprendre, et rebouger sans crainte.
        Reprendre l'activité qui compte.
        Dormir mieux.
        Doser le travail.
        Traverser la poussée sans s'arrêter de vivre.
        Reprendre le travail à temps plein.
        Retrouver confiance dans les gestes.
        Marcher chaque jour.
        """);

    private static string[] Words(string block) =>
        block.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
