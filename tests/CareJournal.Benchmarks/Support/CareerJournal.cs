using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CareJournal.Acts;
using CareJournal.Demo;
using CareJournal.Patients;
using CareJournal.Storage;
using CareJournal.Vault;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareJournal.Benchmarks.Support;

/// <summary>
/// The largest journal that is planned for: 7,000 invented people, 140,000 visits, 600,000 answers, and one person with 600 visits.
/// Prepared once and kept under the temporary folder, encrypted and plain; every measurement works on a copy.
/// </summary>
public sealed class CareerJournal : IDisposable
{
    /// <summary>The passphrase of the prepared journal.</summary>
    public const string Passphrase = "une phrase de passe pour les mesures";

    /// <summary>The day as of which everything is measured.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    // To be raised when the generator makes other people; a change of the tables is noticed by itself.
    private const int Edition = 3;
    /// <summary>The file that contains the id of the person with 600 visits.</summary>
    public const string PersonFile = "person";

    /// <summary>The file that contains the id of the person with 2,000 visits.</summary>
    public const string LongestFile = "longest";

    private static readonly Lazy<CareerJournal> SharedJournal = new(() => Open(plain: false));
    private readonly ServiceProvider _services;
    private bool _disposed;

    private CareerJournal(string folder)
    {
        _services = Services(folder);
        File = Get<JournalFile>();
        OftenSeen = Guid.Parse(System.IO.File.ReadAllText(Path.Combine(folder, PersonFile)), CultureInfo.InvariantCulture);
    }

    /// <summary>The folder of all that is prepared; it may be deleted at any time.</summary>
    public static string Folder { get; } = Path.Combine(Path.GetTempPath(), "carejournal-benchmarks");

    /// <summary>One open copy for all benchmarks of a run.</summary>
    public static CareerJournal Shared => SharedJournal.Value;

    /// <summary>The open journal.</summary>
    public JournalFile File { get; }

    /// <summary>The person with 600 visits.</summary>
    public Guid OftenSeen { get; }

    private static string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"{Edition}-{JournalSchema.Version}-{DemoJournal.DefaultSeed}-{Today:yyyyMMdd}-{Tables()}");

    private static string Encrypted => Path.Combine(Folder, Version, "encrypted");

    private static string Plain => Path.Combine(Folder, Version, "plain");

    /// <summary>Returns a service of the journal.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Prepares the journal, unless it is prepared already.</summary>
    public static async Task PrepareAsync()
    {
        if (Directory.Exists(Plain))
        {
            return;
        }

        Remove();
        Console.WriteLine("Preparing a journal of 7,000 people; the next runs find it ready.");
        Directory.CreateDirectory(Encrypted);
        await using (ServiceProvider services = Services(Encrypted))
        {
            JournalFile file = services.GetRequiredService<JournalFile>();
            _ = file.Create(Passphrase);
            SyntheticCareer career = SyntheticCareer.Create(DemoSize.Career, Today);
            DemoCounts counts = await DemoJournal.FillAsync(file, career with { People = [.. career.People, ManyVisits.SixHundred.Person(Today), ManyVisits.TwoThousand.Person(Today)] });
            foreach ((ManyVisits many, string name) in new[] { (ManyVisits.SixHundred, PersonFile), (ManyVisits.TwoThousand, LongestFile) })
            {
                Guid person = services.GetRequiredService<PatientNames>().Find(many.FamilyName, 1).Single().Id;
                await System.IO.File.WriteAllTextAsync(Path.Combine(Encrypted, name), person.ToString());
            }

            Console.WriteLine($"{counts.People} people, {counts.Visits} visits, {counts.Measures} answers, {counts.Rows} rows.");
            CopyPlain(file);
            file.Lock();
        }

        System.IO.File.Copy(Path.Combine(Encrypted, "journal.key"), Path.Combine(Plain + ".unfinished", "journal.key"));
        System.IO.File.Copy(Path.Combine(Encrypted, "journal.head"), Path.Combine(Plain + ".unfinished", "journal.head"));
        System.IO.File.Copy(Path.Combine(Encrypted, PersonFile), Path.Combine(Plain + ".unfinished", PersonFile));
        System.IO.File.Copy(Path.Combine(Encrypted, LongestFile), Path.Combine(Plain + ".unfinished", LongestFile));
        Directory.Move(Plain + ".unfinished", Plain);
    }

    /// <summary>Copies the prepared journal into a folder of its own, which the caller deletes.</summary>
    public static string Copy(bool plain)
    {
        string folder = Directory.CreateTempSubdirectory("carejournal-benchmark-").FullName;
        foreach (string name in new[] { "journal.db", "journal.key", "journal.head", PersonFile, LongestFile })
        {
            System.IO.File.Copy(Path.Combine(plain ? Plain : Encrypted, name), Path.Combine(folder, name));
        }

        return folder;
    }

    /// <summary>Opens a copy of the prepared journal.</summary>
    public static CareerJournal Open(bool plain)
    {
        CareerJournal journal = new(Copy(plain));
        if (journal.File.Unlock(Passphrase) is not UnlockOutcome.Opened)
        {
            throw new InvalidOperationException("The prepared journal does not open; remove it with --remove.");
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => journal.Dispose();
        return journal;
    }

    /// <summary>Deletes everything that was prepared.</summary>
    public static void Remove()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>Returns the people whose follow-up goes on, in a fixed order.</summary>
    public IReadOnlyList<Guid> PeopleInFollowUp()
    {
        using JournalContext journal = File.CreateDbContext();
        return [.. journal.Patients.Where(patient => patient.Closing == null && patient.DeceasedOn == null).OrderBy(patient => patient.Id).Select(patient => patient.Id)];
    }

    /// <summary>Opens a connection to the same file without EF Core, with the journal's own pragmas.</summary>
    public SqliteConnection Connect()
    {
        SqliteConnection connection = new(JournalSchema.ConnectionString(File.Folder.DatabasePath, SqliteOpenMode.ReadWrite));
        connection.Open();
        JournalPragmas.Apply(connection);
        return connection;
    }

    /// <summary>Returns the id of what was saved, and throws where nothing was: a save that fails is quick and would falsify the figure.</summary>
    public static Guid Saved(SaveOutcome outcome) =>
        outcome is SaveOutcome.Saved saved ? saved.RowId : throw new InvalidOperationException($"Nothing was saved: {outcome}.");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        File.Lock();
        _services.Dispose();
        if (Directory.Exists(File.Folder.Path))
        {
            Directory.Delete(File.Folder.Path, recursive: true);
        }
    }

    private static string Tables()
    {
        using JournalContext journal = new(JournalSchema.Options("none"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(journal.Database.GenerateCreateScript())))[..8];
    }

    private static ServiceProvider Services(string folder) =>
        new ServiceCollection().AddSingleton<TimeProvider>(new FixedClock(Today)).AddCareJournal(new JournalFolder(folder)).BuildServiceProvider();

    // The same file page by page, the reserve of each page included: only the cipher is missing.
    private static void CopyPlain(JournalFile file)
    {
        Directory.CreateDirectory(Plain + ".unfinished");
        using SqliteConnection encrypted = new(JournalSchema.ConnectionString(file.Folder.DatabasePath, SqliteOpenMode.ReadWrite));
        using SqliteConnection plain = new($"Data Source={Path.Combine(Plain + ".unfinished", "journal.db")}");
        encrypted.Open();
        plain.Open();
        encrypted.BackupDatabase(plain);
        SqliteConnection.ClearAllPools();
    }
}
