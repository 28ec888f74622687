using CareJournal.Demo;
using CareJournal.Storage;

namespace CareJournal.Web.Host;

/// <summary>Fills a fresh demo journal with invented people.</summary>
public sealed class DemoStart(JournalFile journal, PracticeClock clock)
{
    /// <summary>The passphrase of every demo. It is printed in the banner: nothing in a demo is secret.</summary>
    public const string Passphrase = "demo";

    /// <summary>Creates the journal with an ordinary key header and fills it with the generator.</summary>
    public async Task FillAsync()
    {
        if (await Task.Run(() => journal.Create(Passphrase)) is not CreateOutcome.Created(var code))
        {
            throw new InvalidOperationException("A demo starts in an empty folder.");
        }

        // Nobody notes the code of a demo, and no page of it shall ask for that.
        Task confirmed = Task.Run(() => journal.ConfirmRecoveryCode(code.Printed));
        await DemoJournal.FillAsync(journal, DemoSize.Demo, clock.Today);
        await confirmed;
    }
}
