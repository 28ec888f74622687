using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Patients;

/// <summary>
/// All names in memory, so that a person is found while the second letter is typed. Filled when the journal opens,
/// kept in step after each save, forgotten when it locks.
/// </summary>
public sealed class PatientNames : IDisposable
{
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

    /// <summary>
    /// People whose name has a word that begins like each word typed, in any order; several words may be typed as one and one as several. Where nobody is found,
    /// a title ("Mme") counts as no word. Nobody for less than two letters, unless the one is a word by itself, as in 李.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="most">At most so many people.</param>
    public IReadOnlyList<PatientName> Find(string? typed, int most)
    {
        SoughtName sought = SoughtName.Of(typed);
        IReadOnlyList<PatientName> found = Begun(sought);
        return [.. (found.Count == 0 && sought.WithoutTitles() is { } bare ? Begun(bare) : found).Take(most)];

        IReadOnlyList<PatientName> Begun(SoughtName name) => name.IsEnough ? Sorted(Names().Values.Where(person => name.IsBegunBy(person.Folded))) : [];
    }

    /// <summary>
    /// People who bear a name as it stands in a list: each of its words is a word of theirs, in any order, and a single letter stands for
    /// a word that begins with it ("Petit J."). A title ("Mme", "M. le Dr") is no word. Nobody when all of it is initials.
    /// </summary>
    public IReadOnlyList<PatientName> Named(string? name)
    {
        SoughtName whole = SoughtName.Of(name);
        SoughtName bare = whole.WithoutTitles() ?? whole;

        // "M Petit" is Mr Petit and nobody's initial; a family may well be called Maître.
        IReadOnlyList<PatientName> found = whole.BeginsWithInitial ? [] : Bearing(whole);
        return found.Count == 0 ? Bearing(bare) : found;

        IReadOnlyList<PatientName> Bearing(SoughtName sought) => Sorted(Names().Values.Where(person => sought.IsBorneBy(person.Folded)));
    }

    /// <summary>Everybody, by family name.</summary>
    public IReadOnlyList<PatientName> All() => Sorted(Names().Values);

    /// <summary>One person's name, if they are in the journal.</summary>
    public PatientName? Of(Guid patientId) => Names().GetValueOrDefault(patientId);

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.StateChanged -= ForgetWhenLocked;
        _writer.Saved -= Replace;
    }

    private static PatientName[] Sorted(IEnumerable<PatientName> people) =>
        [.. people.OrderBy(name => name.FamilyName, StringComparer.CurrentCultureIgnoreCase).ThenBy(name => name.GivenName, StringComparer.CurrentCultureIgnoreCase)];

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
            .Select(row => new PatientName(row.Id, row.FamilyName, row.GivenName, row.BirthDate, row.Closing is not null || row.DeceasedOn is not null))
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
    /// <summary>The name as it is compared with what is typed.</summary>
    public FoldedName Folded { get; } = new(FamilyName, GivenName);

    /// <summary>Given name, then family name.</summary>
    public string Name => $"{GivenName} {FamilyName}".Trim();
}
