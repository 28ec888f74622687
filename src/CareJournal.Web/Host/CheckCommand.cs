using System.Text;
using CareJournal.Keeping;
using CareJournal.Storage;

namespace CareJournal.Web.Host;

/// <summary>The command <c>--check FOLDER</c>: checks a copy of the journal on the command line, and opens no page.</summary>
public static class CheckCommand
{
    private const int Tenth = 10;

    /// <summary>Asks for the secret, checks, and writes what was found. Returns <see cref="ExitCode.Done"/> when everything is as it was written, else <see cref="ExitCode.NotWhole"/>.</summary>
    public static async Task<int> RunAsync(string folder)
    {
        StartWords.Say("Check.Asks", folder);
        string secret = ReadSecret();
        FolderCheckAnswer answer = await FolderCheck.RunAsync(new JournalFolder(folder), secret, new Tenths());
        return answer switch
        {
            FolderCheckAnswer.Checked { Answer: CheckAnswer.Whole, HeadIsDamaged: true } => Said(ExitCode.NotWhole, "Check.Copy.HeadDamaged"),
            FolderCheckAnswer.Checked(CheckAnswer.Whole whole) => Said(ExitCode.Done, "Check.Copy.Whole", whole.Acts),
            FolderCheckAnswer.Checked(CheckAnswer.Damaged damaged) => Said(ExitCode.NotWhole, "Check.Copy.Damaged", damaged.Pages, damaged.Rows),
            FolderCheckAnswer.Checked(CheckAnswer.Changed { Missing: > 0 } cut) => Said(ExitCode.NotWhole, "Check.Copy.EndMissing", cut.Missing),
            FolderCheckAnswer.Checked(CheckAnswer.Changed changed) => Said(ExitCode.NotWhole, "Check.Copy.Changed", changed.Faults + changed.Foreign.Count),
            FolderCheckAnswer.NoJournal => Said(ExitCode.NotWhole, "Check.Copy.NoJournal", folder),
            FolderCheckAnswer.WrongSecret => Said(ExitCode.NotWhole, "Check.Copy.WrongSecret"),
            FolderCheckAnswer.Earlier => Said(ExitCode.NotWhole, "Check.Copy.Earlier"),
            FolderCheckAnswer.Failed(var fault) => Said(ExitCode.NotWhole, $"StorageFault.{fault}"),
            _ => Said(ExitCode.NotWhole, "Check.NotReadable"),
        };
    }

    private static int Said(int code, string sentence, params object[] pieces)
    {
        if (code == ExitCode.Done)
        {
            StartWords.Say(sentence, pieces);
            return code;
        }

        return StartWords.Refuse(code, sentence, pieces);
    }

    // Typed at a terminal, the secret is not shown; from a file or another program it is one line.
    private static string ReadSecret()
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        StringBuilder typed = new();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Out.WriteLine();
        return typed.ToString();
    }

    private sealed class Tenths : IProgress<double>
    {
        private int _printed;

        public void Report(double value)
        {
            if ((int)(value * Tenth) > _printed)
            {
                _printed = (int)(value * Tenth);
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_printed * Tenth} %"));
            }
        }
    }
}
