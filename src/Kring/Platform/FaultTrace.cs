using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kring.Platform;

/// <summary>
/// A fault as a log may hold it: its kinds, its codes and its places. Not what it says: that can be a value that somebody typed, a name or an address. Only Kring's own
/// exceptions say something, since they hold ids.
/// </summary>
internal static class FaultTrace
{
    internal static string Trace(this Exception fault)
    {
        var text = new StringBuilder();
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (text.Length > 0)
                text.Append("caused by ");
            text.Append(cause.GetType().FullName).Append(Said(cause)).Append('\n');
            if (cause.StackTrace is { } places)
                text.Append(places).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static string Said(Exception cause) => cause switch
    {
        PostgresException refused => $" {refused.SqlState} {refused.TableName} {refused.ConstraintName}".TrimEnd(),
        SqliteException lite => $" {lite.SqliteErrorCode}/{lite.SqliteExtendedErrorCode}",
        DbException { SqlState: { } state } => $" {state}",
        _ when cause.GetType().Assembly == typeof(FaultTrace).Assembly => $": {cause.Message}",
        _ => string.Empty,
    };
}
