using System.Globalization;
using System.Resources;
using CareJournal.Web.Resources;

namespace CareJournal.Web.App;

/// <summary>The sentences of the console. No page has chosen a language yet, so each is said in French and then in English.</summary>
public static class StartWords
{
    private static readonly ResourceManager Sentences = new("CareJournal.Web.Resources.Words", typeof(Words).Assembly);
    private static readonly CultureInfo[] Languages = [Culture.French, Culture.English];

    /// <summary>Says what a command line that opens nothing gets: the list of options, and for a bad one the reason first.</summary>
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

    /// <summary>Says why the journal does not open, on the error stream, and returns <paramref name="code"/>.</summary>
    public static int Refuse(int code, string sentence, params object[] pieces)
    {
        Write(Console.Error, sentence, pieces);
        return code;
    }

    /// <summary>Says one sentence in both languages.</summary>
    public static void Say(string sentence, params object[] pieces) => Write(Console.Out, sentence, pieces);

    /// <summary>The two lines everybody needs: where to look, and where the data lies.</summary>
    public static void Ready(string address, string folder)
    {
        Console.Out.WriteLine($"CareJournal : {address}");
        Write(Console.Out, "Start.DataLies", folder);
    }

    /// <summary>One sentence in both languages, each on its line.</summary>
    public static string InBoth(string sentence, params object[] pieces) =>
        string.Join(Environment.NewLine, Languages.Select(language => string.Format(language, Sentences.GetString(sentence, language) ?? sentence, pieces)));

    private static void Write(TextWriter to, string sentence, params object[] pieces) => to.WriteLine(InBoth(sentence, pieces));
}
