using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kring.Platform;

/// <summary>Tells a database that cannot serve now (away, full, locked, read-only) from a fault of the program.</summary>
internal static class Outage
{
    // SQLITE_BUSY, LOCKED, READONLY, IOERR, FULL, CANTOPEN.
    private static readonly int[] SqliteCodes = [5, 6, 8, 10, 13, 14];

    // Connection, insufficient resources, operator intervention, system error; read_only_sql_transaction; lock_not_available.
    private static readonly string[] PostgresStates = ["08", "53", "57", "58", "25006", "55P03"];

    internal static bool Is(Exception fault) => fault switch
    {
        SqliteException lite => SqliteCodes.Contains(lite.SqliteErrorCode),
        PostgresException refused => Array.Exists(PostgresStates, state => refused.SqlState.StartsWith(state, StringComparison.Ordinal)),
        NpgsqlException => true,
        InvalidOperationException or DbException { InnerException: not null } => fault.InnerException is { } inner && Is(inner),
        Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: { } cause } => Is(cause),
        _ => false,
    };
}
