using CareJournal.AwayReview;
using CareJournal.Dates;
using CareJournal.Settings;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Support;

/// <summary>A real, encrypted, open journal in a folder of its own, with all its services and a fixed clock.</summary>
public sealed class TestJournal : IDisposable
{
    public const string Passphrase = "une phrase de passe pour les essais";

    /// <summary>The recovery code of every test journal.</summary>
    public static readonly RecoveryCode Code = RecoveryCode.Create();

    private static readonly Lazy<string> Template = new(MakeTemplate);
    private readonly ServiceProvider _services;

    private TestJournal(string folder, DateOnly today)
    {
        Clock = new FixedClock(today);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddCareJournal(new JournalFolder(folder))
            .BuildServiceProvider();
        File = Get<JournalFile>();
    }

    public FixedClock Clock { get; }

    public JournalFile File { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Opens a journal with nothing in it but its settings, on the given day.</summary>
    public static TestJournal Open(string today = "2026-11-22")
    {
        TestJournal journal = Locked(Directory.CreateTempSubdirectory("carejournal-test-").FullName, today);
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(Passphrase));
        return journal;
    }

    /// <summary>Creates the same journal in the given folder, still locked.</summary>
    public static TestJournal Locked(string folder, string today = "2026-11-22")
    {
        foreach (string file in Directory.EnumerateFiles(Template.Value))
        {
            System.IO.File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return At(folder, today);
    }

    /// <summary>Returns the journal of a folder as a start of the program finds it.</summary>
    public static TestJournal At(string folder, string today = "2026-11-22")
    {
        TestJournal journal = new(folder, DateOnly.Parse(today));
        journal.File.Stretching = FewestRounds.Quick;
        return journal;
    }

    /// <summary>Returns an empty folder without a journal; one created in it costs as much as the program asks for.</summary>
    public static TestJournal NotCreated(string today = "2026-11-22") =>
        new(Directory.CreateTempSubdirectory("carejournal-test-").FullName, DateOnly.Parse(today));

    /// <summary>Returns the same folder as the next start of the program finds it.</summary>
    public TestJournal Reopened()
    {
        File.Lock();
        TestJournal journal = new(File.Folder.Path, Clock.Today);
        journal.File.Stretching = File.Stretching;
        Assert.IsType<UnlockOutcome.Opened>(journal.File.Unlock(Passphrase));
        return journal;
    }

    /// <summary>Locks the journal and raises its cost to what another process requires to open it.</summary>
    public void LockForAProgram()
    {
        File.Lock();
        FewestRounds.WriteTo(File.Folder.KeyHeaderPath, Passphrase, Code);
    }

    public JournalContext Context() => File.CreateDbContext();

    public SqliteConnection Connection()
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(File.Folder.DatabasePath, SqliteOpenMode.ReadWrite));
        connection.Open();
        return connection;
    }

    /// <summary>Runs SQL on a connection of its own, as somebody might who changes the file without this program.</summary>
    public void Run(string sql)
    {
        using SqliteConnection connection = Connection();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Returns the first value of a query.</summary>
    public T Ask<T>(string sql)
    {
        using SqliteConnection connection = Connection();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return (T)command.ExecuteScalar()!;
    }

    /// <summary>Returns the number of rows of all tables, which stays the same when nothing was written.</summary>
    public long Rows()
    {
        using SqliteConnection connection = Connection();
        return JournalDigest.Of(connection).Rows;
    }

    /// <summary>Returns what the review reads of one person; null when they are not in the journal.</summary>
    public AwayFacts? FactsOf(Guid patientId) => Get<VisitDates>().All().SingleOrDefault(facts => facts.PatientId == patientId);

    public AwayJudgement Judge(Guid patientId)
    {
        using JournalContext journal = Context();
        return AwayJudgement.Judge(FactsOf(patientId)!, Get<PracticeClock>().Today, new OpenDays([.. journal.Closures.AsEnumerable().Select(closure => closure.Span)]));
    }

    public void Dispose()
    {
        if (File.State == JournalState.Open)
        {
            File.Lock();
        }

        _services.Dispose();
        if (Directory.Exists(File.Folder.Path))
        {
            Directory.Delete(File.Folder.Path, recursive: true);
        }
    }

    // One journal is made for the whole run, and copied for each test.
    private static string MakeTemplate()
    {
        using TestJournal journal = NotCreated();
        Assert.IsType<CreateOutcome.Created>(journal.File.Create(Passphrase));
        journal.File.Lock();
        FewestRounds.WriteTo(journal.File.Folder.KeyHeaderPath, Passphrase, Code, FewestRounds.Quick);
        string template = Directory.CreateTempSubdirectory("carejournal-template-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(template, recursive: true);
        System.IO.File.Copy(journal.File.Folder.DatabasePath, Path.Combine(template, "journal.db"));
        System.IO.File.Copy(journal.File.Folder.KeyHeaderPath, Path.Combine(template, "journal.key"));
        System.IO.File.Copy(journal.File.Folder.TriesPath, Path.Combine(template, "journal.tries"));
        return template;
    }
}
