using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Kring.Data;

/// <summary>Tells that somebody else was first from a fault.</summary>
internal static class Conflicts
{
    private const int SqliteConstraintUnique = 2067;
    private const int SqliteConstraintPrimaryKey = 1555;

    /// <summary>A version moved on, a unique index holds the same thing already, or the database broke the transaction off so that another could go on.</summary>
    internal static bool IsConflict(Exception fault) => fault is DbUpdateConcurrencyException || ExistsAlready(fault) || BrokenOff(fault);

    /// <summary>What was to be saved is there already.</summary>
    internal static bool ExistsAlready(Exception fault) => (fault is DbUpdateException ? fault.InnerException : fault) switch
    {
        SqliteException lite => lite.SqliteExtendedErrorCode is SqliteConstraintUnique or SqliteConstraintPrimaryKey,
        PostgresException postgres => postgres.SqlState is PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    // Two transactions waited for each other. EF Core wraps what it takes for passing, and the message of a query comes bare.
    private static bool BrokenOff(Exception fault) => fault is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure }
        || (fault.InnerException is { } inner && BrokenOff(inner));
}
