using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Patients;

/// <summary>
/// All names in memory, so that a person is found while the second letter is typed. Filled when the journal opens,
/// kept in step after each save, forgotten when it locks.
/// </summary>
public sealed class PatientNames : IDisposable
{
    /// <summary>No name is shown for fewer letters: the screen may be seen by others.</summary>
    public const int FewestLetters = 2;

    private static readonly string[] Titles = ["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "mrs", "ms", "miss", "dr"];

    private readonly JournalFile _file;
    private readonly JournalWriter _writer;
    private readonly Lock _turn = new();
    private Dictionary<Guid, PatientName>? _names;

    /// <summary>Listens to the journal; reads nothing yet.</summary>
    public PatientNames(JournalFile file, JournalWriter writer)
    {
        _file = file;
        _writer = writer;
        _file.StateChanged += ForgetWhenLocked;
        _writer.Saved += Replace;
    }

    /// <summary>People whose name has a word that begins like each word typed, in any order; nobody under two letters.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="most">At most so many people.</param>
    public IReadOnlyList<PatientName> Find(string? typed, int most)
    {
        string[] wanted = FoldedName.Words(typed);
        if (wanted.Sum(word => word.Length) < FewestLetters)
        {
            return [];
        }

        return [.. Names().Values
            .Where(name => Array.TrueForAll(wanted, word => Array.Exists(name.Words, own => own.StartsWith(word, StringComparison.Ordinal))))
            .OrderBy(name => name.FamilyName, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(name => name.GivenName, StringComparer.CurrentCultureIgnoreCase)
            .Take(most)];
    }

    /// <summary>
    /// People who bear a name as it stands in a list: each of its words is a word of theirs, in any order, and a single letter stands for
    /// a word that begins with it ("Petit J."). A title in front ("Mme") is no word. Nobody when it has no word of two letters.
    /// </summary>
    public IReadOnlyList<PatientName> Named(string? name)
    {
        string[] words = FoldedName.Words(name);
        string[] wanted = words is [var first, _, ..] && Titles.Contains(first) ? words[1..] : words;
        if (!Array.Exists(wanted, word => word.Length >= FewestLetters))
        {
            return [];
        }

        return [.. Names().Values
            .Where(person => Array.TrueForAll(wanted, word => Array.Exists(person.Words, own => word.Length == 1 ? own[0] == word[0] : own == word)))
            .OrderBy(person => person.FamilyName, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(person => person.GivenName, StringComparer.CurrentCultureIgnoreCase)];
    }

    /// <summary>Everybody, by family name.</summary>
    public IReadOnlyList<PatientName> All() =>
        [.. Names().Values.OrderBy(name => name.FamilyName, StringComparer.CurrentCultureIgnoreCase).ThenBy(name => name.GivenName, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>One person's name, if they are in the journal.</summary>
    public PatientName? Of(Guid patientId) => Names().GetValueOrDefault(patientId);

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.StateChanged -= ForgetWhenLocked;
        _writer.Saved -= Replace;
    }

    private Dictionary<Guid, PatientName> Names()
    {
        lock (_turn)
        {
            if (_names is null)
            {
                using JournalContext journal = _file.CreateDbContext();
                _names = Read(journal.Patients);
            }

            return _names;
        }
    }

    private void Replace(IReadOnlyCollection<Guid> patients)
    {
        lock (_turn)
        {
            if (_file.State != JournalState.Open)
            {
                _names = null;
            }

            if (_names is null || patients.Count == 0)
            {
                return;
            }

            using JournalContext journal = _file.CreateDbContext();
            Dictionary<Guid, PatientName> fresh = Read(journal.Patients.Where(patient => patients.Contains(patient.Id)));
            Dictionary<Guid, PatientName> names = new(_names);
            foreach (Guid id in patients)
            {
                names.Remove(id);
                if (fresh.TryGetValue(id, out PatientName? name))
                {
                    names[id] = name;
                }
            }

            _names = names;
        }
    }

    private void ForgetWhenLocked()
    {
        lock (_turn)
        {
            if (_file.State != JournalState.Open)
            {
                _names = null;
            }
        }
    }

    private static Dictionary<Guid, PatientName> Read(IQueryable<Patient> patients) =>
        patients
            .Select(patient => new { patient.Id, patient.FamilyName, patient.GivenName, patient.BirthDate, patient.Closing, patient.DeceasedOn })
            .AsEnumerable()
            .Select(row => new PatientName(row.Id, row.FamilyName, row.GivenName, row.BirthDate, row.Closing is not null || row.DeceasedOn is not null)
            {
                Words = [.. FoldedName.Words(row.FamilyName), .. FoldedName.Words(row.GivenName)],
            })
            .ToDictionary(name => name.Id);
}

/// <summary>A person as they are found.</summary>
/// <param name="Id">The person.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="BirthDate">Day of birth: it tells namesakes apart.</param>
/// <param name="Ended">Whether the follow-up is closed or the person has died.</param>
public sealed record PatientName(Guid Id, string FamilyName, string GivenName, DateOnly? BirthDate, bool Ended)
{
    /// <summary>The folded words of the name.</summary>
    internal string[] Words { get; init; } = [];

    /// <summary>Given name, then family name.</summary>
    public string Name => $"{GivenName} {FamilyName}".Trim();
}
