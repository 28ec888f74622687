using CareJournal.Vault;
using Microsoft.Data.Sqlite;

namespace CareJournal.Tests.Vault;

/// <summary>Whatever is done to a journal that a crash left, what is found is the state before the transaction, or a refusal that changes neither file; never another state.</summary>
public sealed class LeftOverJournalTests : IDisposable
{
    private const int Damaged = 8202;

    private readonly VaultFolder _folder = new();
    private readonly string _crashed;
    private readonly string _before;
    private readonly byte[] _database;
    private readonly byte[] _journal;

    public LeftOverJournalTests()
    {
        _crashed = _folder.Keyed("crashed.db", LeftJournal.Key);
        (_before, _database, _journal) = Crash("journal.db", "séance");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_flipped_bit_in_a_head_or_in_the_head_of_a_record_never_leads_to_another_state()
    {
        List<(long Offset, uint Records)> segments = [.. Plan().Segments];
        Assert.True(segments.Count > 3);

        // Each number of each kind of head, each byte of ours, and of some records the number, the checksum, nonce and tag.
        IEnumerable<long> heads = segments.Take(3).SelectMany(segment => Enumerable.Range(0, 90).Concat([200, 480, 484, 495, 496, 511]).Select(place => segment.Offset + place));
        IEnumerable<long> records = segments.Take(3).SelectMany(segment => ((int[])[0, 1, 2, 3, 4068, 4075, 4081, 4099, 4100, 4103]).Select(place => segment.Offset + RollbackHead.Size + place));
        var refused = 0;
        foreach (var place in heads.Concat(records))
        {
            var flipped = _journal.ToArray();
            flipped[place] ^= (byte)(1 << (int)(place % 8));
            refused += Answer(_database, flipped);
        }

        // The first head is authenticated byte by byte, and so is each record but its checksum; a later head repeats what the first one says.
        Assert.InRange(refused, 96 + (3 * 8), 96 + (3 * 8) + 4);
    }

    [Fact]
    public void A_tail_that_was_cut_off_never_leads_to_another_state()
    {
        var plan = Plan();
        var end = EndOfCounted();
        List<long> ends = [.. plan.Segments.SelectMany(segment => ((int[])[-1, 0, 511, 512]).Select(place => segment.Offset + place)), 1, 100];
        ends.AddRange(Enumerable.Range(1, 40).Select(part => _journal.Length * part / 41L));
        foreach (var length in ends.Where(length => length > 0 && length < end))
        {
            Assert.Equal(1, Answer(_database, _journal[..(int)length]));
        }

        // What was not on the disk when the database was last changed is not missed.
        Assert.True(end < _journal.Length);
        Assert.Equal(0, Answer(_database, _journal[..(int)end]));
        Assert.Equal(0, Answer(_database, _journal[..^1]));
    }

    [Fact]
    public void A_journal_of_another_database_with_the_same_key_is_not_played_into_this_one()
    {
        var (_, other, _) = Crash("other.db", "une autre");
        Assert.Equal(1, Answer(other, _journal[..(int)EndOfCounted()]));
    }

    [Fact]
    public void A_journal_of_another_transaction_is_not_played_in()
    {
        var path = _folder.PathOf("journal.db");
        using (var connection = VaultFolder.Open(path))
        {
            VaultFolder.Execute(connection, "UPDATE note SET text = 'first'");
            VaultFolder.Execute(connection, "UPDATE note SET text = 'second' WHERE id = 1");
        }

        Assert.Equal(1, Answer(File.ReadAllBytes(path), _journal[..(int)EndOfCounted()]));
    }

    [Fact]
    public void Two_records_that_were_exchanged_and_two_numbers_that_were_exchanged_are_refused()
    {
        const int first = RollbackHead.Size;
        const int second = first + RollbackRecord.Size;
        Assert.True(Plan().Segments[0].Records > 1);
        foreach (var length in (int[])[RollbackRecord.NumberSize, RollbackRecord.Size])
        {
            var exchanged = _journal.ToArray();
            _journal.AsSpan(first, length).CopyTo(exchanged.AsSpan(second));
            _journal.AsSpan(second, length).CopyTo(exchanged.AsSpan(first));
            Assert.Equal(1, Answer(_database, exchanged));
        }
    }

    [Fact]
    public void A_record_of_another_transaction_in_the_same_place_is_refused()
    {
        var (_, _, other) = Crash("other.db", "séance");
        var mixed = _journal.ToArray();
        other.AsSpan(RollbackHead.Size, RollbackRecord.Size).CopyTo(mixed.AsSpan(RollbackHead.Size));
        Assert.Equal(1, Answer(_database, mixed));
    }

    [Fact]
    public void A_head_that_the_disk_lost_is_told_from_one_that_was_never_written()
    {
        var lost = _journal.ToArray();
        lost.AsSpan(0, RollbackHead.Size).Clear();
        Assert.Equal(RollbackVerdict.Damaged, Plan(_database, lost).Verdict);

        // Before anything is on the disk, the journal may stop anywhere and have holes; the database is as it was.
        var path = _folder.PathOf("journal.db");
        using var connection = VaultFolder.Open(path);
        VaultFolder.Execute(connection, "BEGIN IMMEDIATE; UPDATE note SET text = 'changed ' || text WHERE id < 30");
        var database = VaultFolder.ReadShared(path);
        var begun = VaultFolder.ReadShared(path + "-journal");
        VaultFolder.Execute(connection, "ROLLBACK");
        Assert.Equal(RollbackVerdict.NotBegun, Plan(database, begun).Verdict);
        for (var part = 0; part < 20; part++)
        {
            Assert.NotEqual(RollbackVerdict.Damaged, Plan(database, begun[..(begun.Length * part / 20)]).Verdict);
            var holed = begun.ToArray();
            holed.AsSpan(begun.Length * part / 20 / 512 * 512, 512).Clear();
            Assert.NotEqual(RollbackVerdict.Damaged, Plan(database, holed).Verdict);
            Assert.Equal(0, Answer(database, holed));
        }
    }

    [Fact]
    public void A_rollback_that_was_itself_interrupted_is_finished_by_the_next_start()
    {
        // As a power cut leaves it: page 1 is back already, written anew, and the journal still there.
        Assert.Equal(0, Answer(_database, _journal));
        var pageOne = File.ReadAllBytes(_crashed).AsSpan(0, PageCipher.PageSize).ToArray();
        var half = _database.ToArray();
        pageOne.CopyTo(half, 0);
        Assert.Equal(0, Answer(half, _journal));
    }

    /// <summary>Returns 0 when the state before the transaction is found, and 1 when it is refused and both files stay as they are.</summary>
    private int Answer(byte[] database, byte[] journal)
    {
        File.WriteAllBytes(_crashed, database);
        File.WriteAllBytes(_crashed + "-journal", journal);
        try
        {
            Assert.Equal(_before, VaultFolder.AllNotes(_crashed));
            return 0;
        }
        catch (SqliteException refused)
        {
            Assert.True(refused.SqliteExtendedErrorCode == Damaged, $"{refused.Message} at {journal.Length} of {_journal.Length} bytes");
            Assert.Equal(database, File.ReadAllBytes(_crashed));
            Assert.Equal(journal, File.ReadAllBytes(_crashed + "-journal"));
            return 1;
        }
    }

    // What follows was not on the disk yet when the database was last changed.
    private long EndOfCounted() => Plan().Segments.Max(segment => segment.Offset + RollbackHead.Size + (segment.Records * RollbackRecord.Size));

    private RollbackPlan Plan() => Plan(_database, _journal);

    private RollbackPlan Plan(byte[] database, byte[] journal)
    {
        File.WriteAllBytes(_crashed, database);
        File.WriteAllBytes(_crashed + "-journal", journal);
        using var cipher = new PageCipher(LeftJournal.Key);
        using var left = RawFile.OnDisk(_crashed + "-journal");
        using var beside = RawFile.OnDisk(_crashed);
        return RollbackPlan.Of(left, beside, cipher);
    }

    /// <summary>Makes a database, begins a transaction that changes it on the disk, returns both files as a crash would leave them, and takes the transaction back.</summary>
    private (string Before, byte[] Database, byte[] Journal) Crash(string name, string word)
    {
        var path = _folder.Keyed(name, LeftJournal.Key);
        VaultFolder.Fill(path, 200, word);
        using var connection = VaultFolder.Open(path);
        var before = VaultFolder.AllNotes(connection);
        VaultFolder.Execute(connection, "PRAGMA synchronous = EXTRA; PRAGMA cache_size = 4; PRAGMA cache_spill = 4; BEGIN IMMEDIATE; UPDATE note SET text = 'changed ' || text");
        var (database, journal) = (VaultFolder.ReadShared(path), VaultFolder.ReadShared(path + "-journal"));
        VaultFolder.Execute(connection, "ROLLBACK");
        return (before, database, journal);
    }
}
