using CareJournal.Storage;
using Microsoft.EntityFrameworkCore;

namespace CareJournal.Patients;

/// <summary>
/// Caches all names in memory, so that a person is found while the second letter is typed. Filled when the journal opens,
/// cleared when it locks; whoever was changed since is read again when a name is asked for next.
/// </summary>
public sealed class PatientNames : IDisposable
{
    private readonly JournalFile _file;
    private readonly JournalWriter _writer;
    private readonly PracticeClock _clock;
    private readonly Lock _turn = new();
    private readonly HashSet<Guid> _changed = [];
    private Dictionary<Guid, PatientName>? _names;

    /// <summary>Subscribes to the journal; reads nothing yet.</summary>
    public PatientNames(JournalFile file, JournalWriter writer, PracticeClock clock)
    {
        _clock = clock;
        _file = file;
        _writer = writer;
        _file.StateChanged += ForgetWhenLocked;
        _writer.Saved += MarkChanged;
    }

    /// <summary>The number of people in the journal.</summary>
    public int Count => Names().Count;

    /// <summary>
    /// Finds people by name: for each word typed, in any order, a word of the name begins with it; several words may be typed as one and one as several. If nobody is
    /// found, a title ("Mme") does not count as a word. Finds nobody for fewer than two letters, unless the one is a word by itself, as in 李.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="most">The largest number of people to return.</param>
    public IReadOnlyList<PatientName> Find(string? typed, int most) => [.. Find(typed).Take(most)];

    /// <inheritdoc cref="Find(string?, int)"/>
    public IReadOnlyList<PatientName> Find(string? typed)
    {
        SoughtName sought = SoughtName.Of(typed);
        IReadOnlyList<PatientName> found = Begun(sought);
        return found.Count == 0 && sought.WithoutTitles() is { } bare ? Begun(bare) : found;

        IReadOnlyList<PatientName> Begun(SoughtName name) => name.IsEnough ? Sorted(Names().Values.Where(person => name.IsBegunBy(person.Folded))) : [];
    }

    /// <summary>
    /// Finds people by a name as it is written in a list: each of its words is a word of theirs, in any order, and a single letter matches
    /// a word that begins with it ("Petit J."). A title ("Mme", "M. le Dr") is not a word. Finds nobody when all of it is initials.
    /// </summary>
    public IReadOnlyList<PatientName> Named(string? name)
    {
        SoughtName whole = SoughtName.Of(name);
        SoughtName bare = whole.WithoutTitles() ?? whole;

        // "M Petit" is Mr Petit, not an initial; and a family may well be called Maître.
        IReadOnlyList<PatientName> found = whole.BeginsWithInitial ? [] : Bearing(whole);
        return found.Count == 0 ? Bearing(bare) : found;

        IReadOnlyList<PatientName> Bearing(SoughtName sought) => Sorted(Names().Values.Where(person => sought.IsBorneBy(person.Folded)));
    }

    /// <summary>
    /// Finds the people who may be the one that a form describes: the same words in the name, in any order, and no other day of birth.
    /// The person of the form is not among them.
    /// </summary>
    public IReadOnlyList<PatientName> Alike(PatientForm form)
    {
        PatientName described = new(form.Id, WrittenText.CleanLine(form.FamilyName) ?? "", WrittenText.CleanLine(form.GivenName) ?? "", form.BirthDate, false);
        SoughtName name = SoughtName.Of(described.Name);
        return Sorted(Names().Values.Where(person => person.Id != form.Id
            && (person.BirthDate is null || form.BirthDate is null || person.BirthDate == form.BirthDate)
            && name.IsBorneBy(person.Folded) && SoughtName.Of(person.Name).IsBorneBy(described.Folded)));
    }

    /// <summary>Returns everybody, by family name.</summary>
    public IReadOnlyList<PatientName> All() => Sorted(Names().Values);

    /// <summary>Returns one person's name; <c>null</c> when they are not in the journal.</summary>
    public PatientName? Of(Guid patientId) => Names().GetValueOrDefault(patientId);

    public void Dispose()
    {
        _file.StateChanged -= ForgetWhenLocked;
        _writer.Saved -= MarkChanged;
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
                _names = Marked(journal, Read(journal.Patients));
                _changed.Clear();
            }
            else if (_changed.Count > 0)
            {
                _names = WithChanges(_names);
                _changed.Clear();
            }

            return _names;
        }
    }

    // A save does not fail because of what is read after it: it is on disk.
    private void MarkChanged(IReadOnlyCollection<Guid> patients)
    {
        lock (_turn)
        {
            _changed.UnionWith(patients);
        }
    }

    private Dictionary<Guid, PatientName> WithChanges(Dictionary<Guid, PatientName> names)
    {
        using JournalContext journal = _file.CreateDbContext();
        Dictionary<Guid, PatientName> fresh = Read(journal.Patients.Where(patient => _changed.Contains(patient.Id)));
        return Marked(journal, names.Where(name => !_changed.Contains(name.Key)).Concat(fresh).ToDictionary());
    }

    // Few namesakes were born on the same day: what else distinguishes them is read for them alone.
    private Dictionary<Guid, PatientName> Marked(JournalContext journal, Dictionary<Guid, PatientName> names)
    {
        PatientName[][] namesakes = [.. names.Values.GroupBy(name => name.Folded.Whole, StringComparer.Ordinal).Select(group => group.ToArray()).Where(group => group.Length > 1)];
        Guid[] ids = [.. namesakes.SelectMany(group => group.Where(name => name.BirthDate is null || group.Count(other => other.BirthDate == name.BirthDate) > 1)).Select(name => name.Id)];
        ILookup<Guid, string> reasons = Array.Empty<Guid>().ToLookup(id => id, _ => "");
        ILookup<Guid, DateTime> added = Array.Empty<Guid>().ToLookup(id => id, _ => default(DateTime));
        if (ids.Length > 0)
        {
            reasons = journal.Conditions.Where(condition => ids.Contains(condition.PatientId)).OrderBy(condition => condition.Id)
                .Select(condition => new { condition.PatientId, condition.Label }).AsEnumerable().ToLookup(row => row.PatientId, row => row.Label);
            added = journal.RowVersions.Where(version => ids.Contains(version.RowId) && version.Before == null)
                .Join(journal.Acts, version => version.ActId, act => act.Id, (version, act) => new { version.RowId, act.AtUtc }).AsEnumerable().ToLookup(row => row.RowId, row => row.AtUtc);
        }

        Dictionary<Guid, SecondMark> marks = namesakes
            .SelectMany(group => SecondMark.Of([.. group.Select(name => (name.Id, name.BirthDate, reasons[name.Id].FirstOrDefault(), added[name.Id].Select(at => (DateTime?)_clock.Local(at)).Min()))]))
            .ToDictionary();
        return names.ToDictionary(name => name.Key, name => marks.GetValueOrDefault(name.Key) is var mark && mark == name.Value.Mark ? name.Value : name.Value with { Mark = mark });
    }

    private void ForgetWhenLocked()
    {
        lock (_turn)
        {
            if (_file.State != JournalState.Open)
            {
                _names = null;
                _changed.Clear();
            }
        }
    }

    private static Dictionary<Guid, PatientName> Read(IQueryable<Patient> patients) =>
        patients
            .Select(patient => new { patient.Id, patient.FamilyName, patient.GivenName, patient.BirthDate, patient.Closing, patient.DeceasedOn })
            .AsEnumerable()
            .Select(row => new PatientName(row.Id, row.FamilyName, row.GivenName, row.BirthDate, row.Closing is not null || row.DeceasedOn is not null) { Closing = row.Closing })
            .ToDictionary(name => name.Id);
}

/// <summary>A person as found by name.</summary>
/// <param name="Id">The person.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="GivenName">Given name.</param>
/// <param name="BirthDate">The day of birth: it distinguishes namesakes.</param>
/// <param name="Ended">Whether the follow-up is closed or the person has died.</param>
public sealed record PatientName(Guid Id, string FamilyName, string GivenName, DateOnly? BirthDate, bool Ended)
{
    /// <summary>The name as it is compared with what is typed.</summary>
    public FoldedName Folded { get; } = new(FamilyName, GivenName);

    /// <summary>What distinguishes the person from others of the same name; <c>null</c> where nobody else has it.</summary>
    public SecondMark? Mark { get; init; }

    /// <summary>The way in which the follow-up was closed, if it was.</summary>
    public PatientClosing? Closing { get; init; }

    /// <summary>Given name, then family name.</summary>
    public string Name => $"{GivenName} {FamilyName}".Trim();
}
