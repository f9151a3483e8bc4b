using System.Net.Sockets;
using Kring.Platform;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Kring.Start;

/// <summary>Says in one sentence for the operator why Kring cannot start. What is not foreseen here stays a fault with its trace.</summary>
internal static class StartRefusals
{
    private const int SqliteBusy = 5, SqliteReadOnly = 8, SqliteFault = 10, SqliteCorrupt = 11, SqliteFull = 13, SqliteCannotOpen = 14, SqliteNotADatabase = 26;

    internal static string? ReasonOf(Exception fault, RunOptions options)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (Sentence(cause, options) is { } sentence)
                return sentence;
        }

        return null;
    }

    private static string? Sentence(Exception cause, RunOptions options) => cause switch
    {
        StartRefusedException refused => refused.Message,
        AddressInUseException => $"Something else listens on {options.Urls ?? KringHost.DefaultUrl} already. Stop it, or choose another address with --urls.",
        PostgresException postgres => $"PostgreSQL refused: {postgres.MessageText} ({postgres.SqlState}). Check Kring:Postgres:Main and Kring:Postgres:Keys.",
        NpgsqlException unreachable => $"PostgreSQL does not answer: {unreachable.Message.TrimEnd('.')}. Check Kring:Postgres:Main and Kring:Postgres:Keys, and whether the server runs.",
        SqliteException lite => OfSqlite(lite, options),
        UnauthorizedAccessException => $"The data folder {Folder(options)} cannot be written. Give the user that runs Kring the right to, or choose another with --data.",
        SocketException socket => $"Kring cannot listen on {options.Urls ?? KringHost.DefaultUrl}: {socket.Message}.",
        UriFormatException => $"'{options.Urls}' is not an address to listen on. Write it as http://localhost:5080.",
        FormatException { Source: "Microsoft.AspNetCore.Http" } => $"'{options.Urls}' is not an address to listen on. Write it as http://localhost:5080.",
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } setting => $"A setting cannot be read. {setting.Message}",
        InvalidOperationException when cause.Message.Contains("HTTPS endpoint", StringComparison.Ordinal) => "Kring has no certificate for https. Let it listen on http, put a proxy with a certificate before it, and set Kring:PublicUrl.",
        ArgumentException { Source: "System.Data.Common" or "Npgsql" } => "Kring:Postgres:Main or Kring:Postgres:Keys is not a connection string. Write it as Host=…;Database=…;Username=…;Password=….",
        IOException { InnerException: null } disk => $"The data folder {Folder(options)} cannot be used: {disk.Message.TrimEnd('.')}.",
        _ => null,
    };

    private static string? OfSqlite(SqliteException fault, RunOptions options) => fault.SqliteErrorCode switch
    {
        SqliteCannotOpen or SqliteReadOnly or SqliteFault => $"The database in {Folder(options)} cannot be opened or written. Give the user that runs Kring the right to, or choose another folder with --data.",
        SqliteFull => $"The disk with {Folder(options)} is full.",
        SqliteCorrupt or SqliteNotADatabase => $"A database in {Folder(options)} is damaged, or is no database. Restore it from its backup.",
        SqliteBusy => $"Another program holds the database in {Folder(options)}.",
        _ => null,
    };

    private static string Folder(RunOptions options) => Path.GetFullPath(options.DataFolder ?? new KringOptions().DataFolder);
}
