using System.Collections.Frozen;

namespace CareJournal.Vault;

/// <summary>
/// The words that an attacker guesses first: the best-known passwords, frequent French and English words, first names, and the words of
/// this profession. Lower case, no accents. A short list on purpose; the estimate counts unknown words as cheap anyway.
/// </summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = """
        password passwort passw0rd motdepasse passe secret admin administrateur root user utilisateur login welcome bienvenue
        letmein master dragon monkey football soccer baseball iloveyou jetaime sunshine princess princesse soleil shadow
        superman batman starwars pokemon naruto computer ordinateur internet google facebook microsoft windows apple samsung
        azerty qwerty qwertz abc123 trustno1 freedom liberte egalite fraternite marseille paris lyon toulouse bordeaux nantes
        france doudou loulou chouchou nounours bonjour bonsoir coucou salut merci soleil chocolat amour famille maman papa
        nicolas julien thomas camille marine caroline isabelle sandrine nathalie stephane philippe pierre marie jean jacques
        michel francois catherine sophie laurent david daniel martin bernard robert michael jennifer jessica charlie thomas
        the and that have with this from they will would there their what about which when make like time just know take people
        into year your good some could them other than then look only come over think also back after work first well even want
        because these give most house home love life world water fire earth summer winter spring autumn monday friday sunday
        correct horse battery staple please thank hello morning night orange banana coffee cheese flower garden mother father
        sister brother baby child doctor health pain clinic journal diary note notes patient patients session sessions care
        les des une est pas que qui dans pour sur avec plus tout mais nous vous ils elle son mes tes ses nos vos leur cette
        etre avoir faire dire aller voir savoir pouvoir vouloir venir prendre croire mettre passer devoir parler trouver
        comme bien aussi encore toujours jamais rien quand alors donc parce chez sans sous entre depuis pendant avant apres
        jour jours nuit matin soir semaine mois annee temps heure homme femme enfant enfants fille garcon ami amis monde vie
        maison jardin table porte fenetre chat chien cheval oiseau poisson fleur arbre foret montagne mer plage riviere eau feu
        terre ciel lune etoile rouge bleu vert jaune noir blanc rose petit petite grand grande beau belle bon bonne vieux
        nouveau premier dernier deux trois quatre cinq six sept huit neuf dix cent mille suis sont etait fait dort mange boit
        pain vin fromage cafe voiture velo train ecole travail bureau livre musique lundi mardi mercredi jeudi vendredi samedi
        dimanche janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre printemps automne hiver
        douleur douleurs sante cabinet medecin docteur kine kinesitherapeute osteopathe infirmier infirmiere therapeute
        therapie seance seances soin soins dos genou epaule corps carejournal carnet demo test testing secours code cle
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= Shortest).ToFrozenSet(StringComparer.Ordinal);

    private const int Shortest = 3;

    private static readonly int Longest = Words.Max(word => word.Length);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Returns the length of the longest listed word that <paramref name="text"/> begins with; zero when there is none.</summary>
    public static int LongestAt(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(Longest, text.Length); length >= Shortest; length--)
        {
            if (Lookup.Contains(text[..length]))
            {
                return length;
            }
        }

        return 0;
    }
}
