using Microsoft.Data.Sqlite;

namespace CareJournal.Benchmarks.Support;

/// <summary>Writes the rows of a session by bare SQL: the cost of SQLite and the disk alone, without the code of the journal.</summary>
internal static class RawVisit
{
    private const string Day = "@day";

    public static void Insert(SqliteConnection connection, Guid patientId, DateOnly on)
    {
        byte[] patient = patientId.ToByteArray(true);
        byte[] visit = Id();
        byte[] act = Id();
        using SqliteTransaction transaction = connection.BeginTransaction();
        Run(connection, transaction, "INSERT INTO Acts (Id, AtUtc, Kind, PatientId) VALUES (@p0, '2026-11-20 12:00:00', 'VisitLogged', @p1)", on, act, patient);
        Run(connection, transaction, """
            INSERT INTO Visits (Id, PatientId, HeldOn, Minutes, Mode, Status, WhatWasDone, Impression, Agreed, SamePain, RedFlags, Hidden, ThirdParty, Revision)
            VALUES (@p0, @p1, @day, 45, 'Practice', 'NoShow', 'TalkAndUnderstand, Move',
                'Marche trente minutes sans y penser ; la raideur du matin passe en un quart d''heure. Dort mieux.',
                'Reprendre le jardin par petites heures, et dire ce qui change.', 'NotAsked', 'NotNoted', 0, 0, 1)
            """, on, visit, patient);
        Version(connection, transaction, on, act, visit);
        for (int answer = 0; answer < 4; answer++)
        {
            byte[] measure = Id();
            Run(connection, transaction, """
                INSERT INTO Measures (Id, PatientId, VisitId, TakenOn, Instrument, InstrumentVersion, Value, Minimum, Maximum, Better, RecallDays, Source, Declined, Revision)
                VALUES (@p0, @p1, @p2, @day, 'Sleep', 1, 5, 0, 10, 'Up', 7, 'Session', 0, 1)
                """, on, measure, patient, visit);
            Version(connection, transaction, on, act, measure);
        }

        transaction.Commit();
    }

    private static void Version(SqliteConnection connection, SqliteTransaction transaction, DateOnly on, byte[] act, byte[] row) =>
        Run(connection, transaction, """INSERT INTO RowVersions (Id, ActId, "Table", RowId, RevisionAfter) VALUES (@p0, @p1, 'Visits', @p2, 1)""", on, Id(), act, row);

    private static void Run(SqliteConnection connection, SqliteTransaction transaction, string sql, DateOnly on, params byte[][] ids)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (int index = 0; index < ids.Length; index++)
        {
            command.Parameters.AddWithValue($"@p{index}", ids[index]);
        }

        if (sql.Contains(Day, StringComparison.Ordinal))
        {
            command.Parameters.AddWithValue(Day, on.ToString("yyyy-MM-dd"));
        }

        command.ExecuteNonQuery();
    }

    private static byte[] Id() => Guid.CreateVersion7().ToByteArray(true);
}
