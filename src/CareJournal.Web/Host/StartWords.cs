using System.Resources;

namespace CareJournal.Web.Host;

/// <summary>The messages of the console. No page has chosen a language yet, so each is written in French and then in English.</summary>
public static class StartWords
{
    private static readonly ResourceManager Sentences = new("CareJournal.Web.Resources.Words", typeof(Words).Assembly);
    private static readonly CultureInfo[] Languages = [Culture.French, Culture.English];

    /// <summary>Writes the response to a command line that opens nothing: the list of options, and for an invalid one the reason first.</summary>
    public static int Answer(StartRequest request)
    {
        if (request is StartRequest.Refused(var sentence, var piece))
        {
            Write(Console.Error, sentence, piece);
            Write(Console.Error, "Start.Options", StartOptions.DefaultPort);
            return ExitCode.BadOption;
        }

        Write(Console.Out, "Start.Options", StartOptions.DefaultPort);
        return ExitCode.Done;
    }

    /// <summary>Writes why the journal does not open to the error stream, and returns <paramref name="code"/>.</summary>
    public static int Refuse(int code, string sentence, params object[] pieces)
    {
        Write(Console.Error, sentence, pieces);
        return code;
    }

    /// <summary>Writes one message in both languages.</summary>
    public static void Say(string sentence, params object[] pieces) => Write(Console.Out, sentence, pieces);

    /// <summary>Writes the two lines everybody needs: the address, and where the data is stored.</summary>
    public static void Ready(string address, string folder)
    {
        Console.Out.WriteLine($"CareJournal : {address}");
        Write(Console.Out, "Start.DataLies", folder);
    }

    /// <summary>One message in both languages, each on its line.</summary>
    public static string InBoth(string sentence, params object[] pieces) =>
        string.Join(Environment.NewLine, Languages.Select(language => string.Format(language, Sentences.GetString(sentence, language) ?? sentence, pieces)));

    private static void Write(TextWriter to, string sentence, params object[] pieces) => to.WriteLine(InBoth(sentence, pieces));
}
