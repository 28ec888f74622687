using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CareJournal.Support;

/// <summary>Collects the SQL that EF really sends while something is read or written, and SQLite's plan for each.</summary>
public sealed class EmittedQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly TestJournal _journal;
    private readonly List<(string Sql, SqliteParameter[] Parameters)> _commands = [];
    private readonly List<IDisposable> _subscriptions = [];

    private EmittedQueries(TestJournal journal)
    {
        _journal = journal;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Returns each step of each plan, such as <c>SEARCH v USING INDEX … (PatientId=?)</c>.</summary>
    public static async Task<IReadOnlyList<string>> PlansAsync(TestJournal journal, Func<Task> work)
    {
        using EmittedQueries emitted = new(journal);
        await work();
        (string Sql, SqliteParameter[] Parameters)[] commands;
        lock (emitted._commands)
        {
            commands = [.. emitted._commands];
        }

        Assert.NotEmpty(commands);
        return [.. commands.SelectMany(command => emitted.Explain(command.Sql, command.Parameters))];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Other tests run at the same time: only the commands for this journal count.
        if (value.Value is CommandEventData { Command: { } command } && value.Key == RelationalEventId.CommandExecuting.Name
            && command.Connection?.DataSource == _journal.File.Folder.DatabasePath)
        {
            lock (_commands)
            {
                _commands.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => new SqliteParameter(parameter.ParameterName, parameter.Value))]));
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private List<string> Explain(string sql, SqliteParameter[] parameters)
    {
        List<string> steps = [];
        using SqliteConnection connection = _journal.Connection();
        foreach (string statement in sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(part => !part.StartsWith("PRAGMA", StringComparison.Ordinal)))
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "EXPLAIN QUERY PLAN " + statement;
            command.Parameters.AddRange(parameters);
            using (SqliteDataReader reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    steps.Add(reader.GetString(3));
                }
            }

            command.Parameters.Clear();
        }

        return steps;
    }
}
