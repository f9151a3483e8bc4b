using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kring.Platform;

/// <summary>Which database Kring keeps its data in.</summary>
internal enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>The program's own settings ("Kring:…"). Everything runs with none of them set.</summary>
internal sealed record KringOptions
{
    public DatabaseKind Database { get; init; } = DatabaseKind.Sqlite;

    /// <summary>Where the embedded databases and the master key file live.</summary>
    public string DataFolder { get; init; } = "./data";

    /// <summary>Default: master.key in the data folder.</summary>
    public string? MasterKeyFile { get; init; }

    public MasterKeyOptions MasterKey { get; init; } = new();

    /// <summary>The ledger of what was erased for good. Default: tombstones.ledger in the data folder; better on another disk, with a copy elsewhere.</summary>
    public string? Tombstones { get; init; }

    /// <summary>The address people reach Kring at; links in notices are made from it, never from what a request claims.</summary>
    public Uri PublicUrl { get; init; } = new("http://localhost:5080");

    /// <summary>Addresses and networks ("127.0.0.1", "10.0.3.0/24") of the proxies before Kring, whose word about a visitor's address is taken. One line with commas, or a list.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Where the virus scanner ClamAV listens (clamd): "127.0.0.1:3310", or the path of its socket. Without it, what people send along is not scanned.</summary>
    public string? Clamd { get; init; }

    public PostgresOptions Postgres { get; init; } = new();

    /// <summary>Where several nodes of Kring tell each other what is new: a Redis connection string. Not set: this is the only node.</summary>
    public string? Redis { get; init; }

    public TelemetryOptions Telemetry { get; init; } = new();

    public LogOptions Log { get; init; } = new();

    public MailOptions Mail { get; init; } = new();

    public ContactOptions Contact { get; init; } = new();

    internal string TombstonesPath => Tombstones ?? Path.Combine(DataFolder, "tombstones.ledger");

    internal string MasterKeyPath => MasterKeyFile ?? Path.Combine(DataFolder, "master.key");

    /// <summary>Cookies carry the __Host- prefix and Secure, except on plain http to this machine itself.</summary>
    internal bool SecureCookies => PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <exception cref="StartRefusedException">One of them is no address or network, or is everybody.</exception>
    internal IEnumerable<IPNetwork> ProxyNetworks() => Proxies.Select(proxy =>
        IPNetwork.TryParse(proxy, out var network) && network.PrefixLength > 0 ? network
        : IPAddress.TryParse(proxy, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new StartRefusedException($"Kring:Proxies holds '{proxy}', which is no address and no network of proxies. Write them as 127.0.0.1 or 10.0.3.0/24."));

    /// <exception cref="StartRefusedException">It is no place where a scanner can listen.</exception>
    internal EndPoint? ClamdAddress() => Clamd switch
    {
        null => null,
        ['/', ..] => new UnixDomainSocketEndPoint(Clamd),
        _ when Clamd.Split(':') is [{ Length: > 0 } host, var port] && ushort.TryParse(port, CultureInfo.InvariantCulture, out var number) => new DnsEndPoint(host, number),
        _ => throw new StartRefusedException($"Kring:Clamd is '{Clamd}': write it as 127.0.0.1:3310, or as the path of a socket."),
    };

    /// <exception cref="StartRefusedException">A setting is missing or unsafe; the message names it.</exception>
    internal KringOptions Checked()
    {
        _ = ProxyNetworks().ToList();
        _ = ClamdAddress();
        MasterKey.Check();
        if (!SecureCookies && !PublicUrl.IsLoopback)
            throw new StartRefusedException($"Kring:PublicUrl is {PublicUrl}, which is not safe: use https, or a loopback address to try things out.");
        if (Contact.Security is { } security && !(Uri.TryCreate(security, UriKind.Absolute, out var place) && place.Scheme is "mailto" or "https"))
            throw new StartRefusedException($"Kring:Contact:Security is {security}: it must be a mailto: or https: address.");
        if (Redis is { Length: > 0 } && Database == DatabaseKind.Sqlite)
            throw new StartRefusedException("Kring:Redis is for several nodes, which need one database: set Kring:Database to postgres, or leave Kring:Redis out.");
        if (Telemetry.Endpoint is { } collector && !(collector.IsAbsoluteUri && collector.Scheme is "http" or "https"))
            throw new StartRefusedException($"Kring:Telemetry:Endpoint is {collector}: it must be an http or https address, such as http://127.0.0.1:4318.");
        if (Log.Witnesses.FirstOrDefault(w => !LogOptions.IsWitness(w)) is { } unclear)
            throw new StartRefusedException($"Kring:Log:Witnesses holds '{unclear}': write a witness as an https or http address, or as folder: and a path.");
        if (Database == DatabaseKind.Postgres && (Postgres.Main is null || Postgres.Keys is null))
            throw new StartRefusedException("Kring:Database is postgres: set Kring:Postgres:Main and Kring:Postgres:Keys to two different databases.");
        return this;
    }
}

/// <summary>Connection strings: the data, and the wrapped keys in a database of their own, as the program uses them and as whoever migrates does.</summary>
internal sealed record PostgresOptions
{
    /// <summary>As the application: it owns no table and changes no schema.</summary>
    public string? Main { get; init; }

    /// <summary>As the reader of keys.</summary>
    public string? Keys { get; init; }

    /// <summary>The main database as its owner, for migrating. Default: as <see cref="Main"/>.</summary>
    public string? Owner { get; init; }

    /// <summary>The key store as its owner, for migrating. Default: as <see cref="Keys"/>.</summary>
    public string? KeysOwner { get; init; }
}

/// <summary>Where traces, metrics and log lines go, beside standard output.</summary>
internal sealed record TelemetryOptions
{
    /// <summary>The base address of an OTLP collector over HTTP ("http://127.0.0.1:4318"). Without it nothing is sent.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Headers for the collector, as "name=value,name=value": a secret where they hold a key.</summary>
    public string? Headers { get; init; }
}

/// <summary>Who keeps what the access log was, outside this Kring.</summary>
internal sealed record LogOptions
{
    internal const string Folder = "folder:";

    /// <summary>"https://witness.example/kring" or "folder:/mnt/elsewhere". One line with commas, or a list.</summary>
    public IReadOnlyList<string> Witnesses { get; init; } = [];

    internal static bool IsWitness(string witness) => witness.StartsWith(Folder, StringComparison.Ordinal)
        ? witness.Length > Folder.Length
        : Uri.TryCreate(witness, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Query.Length == 0;
}

/// <summary>The mail server that takes notices. Without a host, notices wait in the outbox (or are captured in development).</summary>
internal sealed record MailOptions
{
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    public string From { get; init; } = "kring@localhost";
}

/// <summary>Whom people can ask, beside the organisations' data protection officers.</summary>
internal sealed record ContactOptions
{
    /// <summary>The mail address of a help desk, shown on the help pages.</summary>
    public string? Help { get; init; }

    /// <summary>Where to report a weakness (security.txt): a mailto: or https: address. Default: the help page.</summary>
    public string? Security { get; init; }
}
