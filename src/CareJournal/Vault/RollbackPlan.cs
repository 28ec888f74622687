namespace CareJournal.Vault;

/// <summary>What a rollback journal that a crash left is good for.</summary>
internal enum RollbackVerdict
{
    /// <summary>It is as it was written, and was not yet in force: nothing of the database was changed.</summary>
    NotBegun,

    /// <summary>
    /// It has no authentic head, and nothing in it differs from the database: it never reached the disk. The same is found when most of it was cut off afterwards, so the database
    /// has to be checked.
    /// </summary>
    Unsigned,

    /// <summary>Every page that was changed is in it as it was, each authentic: it is rolled back.</summary>
    Complete,

    /// <summary>A program from before decision 18 wrote it. Its pages are authentic and complete by its own numbers, which nothing authenticates: it is rolled back, and the database has to be checked.</summary>
    Former,

    /// <summary>It is damaged, incomplete, or belongs to another database or to another state of it: nothing is rolled back.</summary>
    Damaged,
}

/// <summary>What to do with a left-over rollback journal.</summary>
/// <param name="Verdict">What it is good for.</param>
/// <param name="Segments">For <see cref="RollbackVerdict.Complete"/>: the heads by their offset, and how many records of each are restored.</param>
/// <param name="PageCount">The number of pages that the database had.</param>
/// <param name="Transaction">The transaction's id.</param>
internal sealed record RollbackPlan(RollbackVerdict Verdict, IReadOnlyList<(long Offset, uint Records)> Segments, uint PageCount, byte[] Transaction)
{
    private RollbackPlan(RollbackVerdict verdict)
        : this(verdict, [], 0, [])
    {
    }

    /// <summary>Judges a journal beside its database; changes neither. Nobody may write to either meanwhile.</summary>
    /// <param name="journal">The rollback journal.</param>
    /// <param name="database">The database.</param>
    /// <param name="cipher">The cipher of the database.</param>
    public static RollbackPlan Of(RawFile journal, RawFile database, PageCipher cipher)
    {
        Span<byte> head = stackalloc byte[RollbackHead.Size];
        if (journal.Size < head.Length)
        {
            // The magic is written to a head that is on the disk whole: what has it and is shorter was cut off.
            // (SQLite gives the size of a file of one byte as 0.)
            var isCut = journal.TryRead(head[..1], 0) ? head[0] != 0 : journal.Size > 0;
            return new RollbackPlan(isCut ? RollbackVerdict.Damaged : RollbackVerdict.Unsigned);
        }

        if (!journal.TryRead(head, 0))
        {
            return new RollbackPlan(RollbackVerdict.Damaged);
        }

        if (RollbackHead.Read(cipher, head, 0) is { } first)
        {
            return first.IsCounted ? Complete(journal, database, cipher, first)
                : new RollbackPlan(NothingDiffers(journal, database, cipher, RollbackHead.Size) ? RollbackVerdict.NotBegun : RollbackVerdict.Damaged);
        }

        return RollbackHead.IsFormer(head) ? new RollbackPlan(FormerIsComplete(journal, database, cipher, head) ? RollbackVerdict.Former : RollbackVerdict.Damaged)
            : new RollbackPlan(NothingDiffers(journal, database, cipher, RollbackHead.Size) ? RollbackVerdict.Unsigned : RollbackVerdict.Damaged);
    }

    /// <summary>
    /// Every record that the heads count must be there, authentic, of this transaction, in its place. What follows was not on the disk when the database was last changed, so it
    /// differs in nothing from the database.
    /// </summary>
    private static RollbackPlan Complete(RawFile journal, RawFile database, PageCipher cipher, SignedHead first)
    {
        if (!IsOf(database, first))
        {
            return new RollbackPlan(RollbackVerdict.Damaged);
        }

        List<(long Offset, uint Records)> segments = [];
        Span<byte> head = stackalloc byte[RollbackHead.Size];
        Span<byte> page = stackalloc byte[PageCipher.PageSize];
        var (wanted, found, end) = (first.Records, 0u, 0L);
        do
        {
            var start = RollbackRecord.HeadAfter(end);
            if (start > 0 && start + head.Length <= journal.Size && journal.TryRead(head, start) && RollbackHead.Read(cipher, head, start) is { } later && RollbackTransaction.IsOf(later.Transaction, first.Transaction))
            {
                wanted = Math.Max(wanted, later.Records);
            }

            if (start > 0 && found == wanted)
            {
                break;
            }

            var here = 0u;
            for (end = start + head.Length; found < wanted && RollbackRecord.TryRead(journal, cipher, end, first.Transaction, page, out _); end += RollbackRecord.Size)
            {
                (found, here) = (found + 1, here + 1);
            }

            segments.Add((start, here));
            if (here == 0 && found < wanted)
            {
                break;
            }
        }
        while (true);

        page.Clear();
#if SABOTAGE_ROLLBACK_COUNT
        found = wanted;
#endif
        return found == wanted && NothingDiffers(journal, database, cipher, end)
            ? new RollbackPlan(RollbackVerdict.Complete, segments, first.PageCount, first.Transaction)
            : new RollbackPlan(RollbackVerdict.Damaged);
    }

    /// <summary>Whether page 1 of the database is still the one from before the transaction, or was written by it. Half of it may be, so it is not decrypted: nonce and tag lie in one sector.</summary>
    private static bool IsOf(RawFile database, SignedHead head)
    {
#if SABOTAGE_ROLLBACK_HOME
        return true;
#else
        Span<byte> pageOne = stackalloc byte[PageCipher.NonceSize + PageCipher.TagSize];
        pageOne.Clear();
        return database.Size < PageCipher.PageSize ? head.PageCount == 0
            : database.TryRead(pageOne, PageCipher.ContentSize)
                && (pageOne.SequenceEqual(head.PageOne) || RollbackTransaction.IsOf(pageOne, head.Transaction));
#endif
    }

    /// <summary>
    /// Whether every page that can be read in the journal from here on is in the database just as it was written down: then those pages were not changed. What cannot be read never
    /// reached the disk.
    /// </summary>
    private static bool NothingDiffers(RawFile journal, RawFile database, PageCipher cipher, long from)
    {
        Span<byte> before = stackalloc byte[PageCipher.PageSize];
        Span<byte> present = stackalloc byte[PageCipher.PageSize];
        for (var offset = from; offset + RollbackRecord.Size <= journal.Size; offset += RollbackRecord.Size)
        {
            var inNextSegment = RollbackRecord.HeadAfter(offset) + RollbackHead.Size;
            if (!TryReadAny(journal, cipher, offset, before, out var number))
            {
                if (!TryReadAny(journal, cipher, inNextSegment, before, out number))
                {
                    continue;
                }

                offset = inNextSegment;
            }

            var place = (number - 1) * (long)PageCipher.PageSize;
            if (!database.TryRead(present, place) || !cipher.TryDecrypt(PageHome.Database, place, present) || !present.SequenceEqual(before))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadAny(RawFile journal, PageCipher cipher, long offset, Span<byte> page, out uint number) =>
        RollbackRecord.TryRead(journal, cipher, offset, [], page, out number) || RollbackRecord.TryReadFormer(journal, cipher, offset, page, out number, out _);

    /// <summary>Whether the journal of an earlier program has each record that its heads count, with the right checksum, and asks for nothing impossible.</summary>
    private static bool FormerIsComplete(RawFile journal, RawFile database, PageCipher cipher, ReadOnlySpan<byte> first)
    {
        Span<byte> head = stackalloc byte[RollbackHead.Size];
        Span<byte> page = stackalloc byte[PageCipher.PageSize];
        first.CopyTo(head);
        for (var start = 0L; ; start = RollbackRecord.HeadAfter(start))
        {
            if (start > 0 && (start + head.Length > journal.Size || !journal.TryRead(head, start) || !RollbackHead.HasMagic(head)))
            {
                return true;
            }

            foreach (var position in (int[])[RollbackHead.PageCountPosition, RollbackHead.SectorSizePosition, RollbackHead.PageSizePosition])
            {
                if (!RollbackHead.IsPossible(position, Number(head, position), database.Size, journal.Size))
                {
                    return false;
                }
            }

            var records = Number(head, RollbackHead.RecordsPosition);
            var begin = RollbackHead.ChecksumStart(head);
            for (start += head.Length; records > 0; records--, start += RollbackRecord.Size)
            {
                if (!RollbackRecord.TryReadFormer(journal, cipher, start, page, out _, out var checksum) || checksum != RollbackRecord.Checksum(begin, page))
                {
                    return false;
                }
            }
        }
    }

    private static uint Number(ReadOnlySpan<byte> head, int position) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(head[position..]);
}
