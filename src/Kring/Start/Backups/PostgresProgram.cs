using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Kring.Platform;
using Npgsql;

namespace Kring.Start.Backups;

/// <summary>A program that PostgreSQL brings along, told by its environment what to connect to: what stands on a command line everybody on the machine can read.</summary>
internal sealed partial class PostgresProgram(string path)
{
    /// <exception cref="StartRefusedException">It is not installed, or older than the server.</exception>
    internal static async Task<PostgresProgram> Find(string name, int server, CancellationToken cancel)
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin")) : []);
        var older = 0;
        foreach (var program in places.Select(p => Path.Combine(p, name)).Where(File.Exists))
        {
            var (_, says, _) = await Run(new ProcessStartInfo(program, ["--version"]), cancel);
            var version = Number().Match(says) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 0;
            if (version >= server)
                return new PostgresProgram(program);
            older = Math.Max(older, version);
        }

        throw new StartRefusedException(older == 0
            ? $"The program {name} is not there. Install PostgreSQL's client programs, version {server} or newer (Debian: postgresql-client-{server})."
            : $"The program {name} is of version {older}, while the server is of version {server}. Install postgresql-client-{server} or newer.");
    }

    /// <param name="connection">Null when it connects to nothing.</param>
    /// <exception cref="StartRefusedException">It did not succeed; the message repeats what it said.</exception>
    internal async Task Run(string? connection, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(path, arguments);
        if (connection is not null)
        {
            foreach (var (name, value) in Settings(new NpgsqlConnectionStringBuilder(connection)).Where(s => !string.IsNullOrEmpty(s.Value)))
                start.Environment[name] = value;
        }

        var (code, _, error) = await Run(start, cancel);
        if (code != 0)
            throw new StartRefusedException($"{Path.GetFileName(path)} ended with code {code}: {error.Trim()}");
    }

    private static IEnumerable<(string Name, string? Value)> Settings(NpgsqlConnectionStringBuilder connection) =>
    [
        ("PGHOST", connection.Host),
        ("PGPORT", connection.Port.ToString(CultureInfo.InvariantCulture)),
        ("PGDATABASE", connection.Database),
        ("PGUSER", connection.Username),
        ("PGPASSWORD", connection.Password),
        ("PGPASSFILE", connection.Passfile),
        ("PGSSLMODE", connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
        ("PGSSLROOTCERT", connection.RootCertificate),
        ("PGSSLCERT", connection.SslCertificate),
        ("PGSSLKEY", connection.SslKey),
        ("PGOPTIONS", connection.Options),
        ("PGAPPNAME", "kring-backup"),
    ];

    private static async Task<(int Code, string Out, string Error)> Run(ProcessStartInfo start, CancellationToken cancel)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.UseShellExecute = false;
        using var process = Process.Start(start) ?? throw new StartRefusedException($"{start.FileName} could not be started.");
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return (process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }

    [GeneratedRegex(@"\d+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
