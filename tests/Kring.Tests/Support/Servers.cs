namespace Kring.Tests.Support;

/// <summary>What ./test started for this run, and which database the run is about.</summary>
public static class Servers
{
    /// <summary>"sqlite" or "postgres": the same setting Kring itself reads.</summary>
    public static string Database { get; } = Read("Kring__Database", otherwise: "sqlite") switch
    {
        "sqlite" => "sqlite",
        "postgres" => "postgres",
        var other => throw new InvalidOperationException($"Kring__Database is '{other}'; it is sqlite or postgres."),
    };

    public static bool OnPostgres => Database == "postgres";

    /// <summary>A superuser's connection string to the private PostgreSQL server.</summary>
    public static string Postgres => Read("KRING_TEST_POSTGRES");

    /// <summary>Host and port of the private Redis server.</summary>
    public static string Redis => Read("KRING_TEST_REDIS");

    /// <summary>Whether to look longer than usual: more seeds, more rows. Tests that take minutes are marked Explicit instead.</summary>
    public static bool LookLonger => Read("KRING_TEST_LONG", otherwise: "0") == "1";

    private static string Read(string name, string? otherwise = null) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
        ? value
        : otherwise ?? throw new InvalidOperationException($"{name} is not set. Use ./test: it starts the servers these tests need.");
}
