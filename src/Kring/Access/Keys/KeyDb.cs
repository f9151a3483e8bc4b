using Kring.Data;
using Kring.Platform;
using Kring.Platform.Files;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace Kring.Access.Keys;

/// <summary>The store of wrapped keys: a database of its own, so that a copy of the data alone opens nothing.</summary>
internal abstract class KeyDb(DbContextOptions options) : DbContext(options)
{
    internal DbSet<WrappedKey> Keys => Set<WrappedKey>();

    /// <summary>The one row that says how far the store is; a new one when there is none yet.</summary>
    internal async Task<KeyStoreMark> Mark(CancellationToken cancel)
    {
        var mark = await FindAsync<KeyStoreMark>([KeyStoreMark.TheOne], cancel);
        return mark ?? Add(new KeyStoreMark()).Entity;
    }

    /// <summary>The same, for the rest of a transaction: whoever puts another master key in force waits for it. On SQLite the transaction itself has the store alone.</summary>
    internal abstract Task<KeyStoreMark> HeldMark(CancellationToken cancel);

    /// <summary>Keeps other rotations of this store away until it is disposed: two at once would take each other's master key away.</summary>
    /// <exception cref="StartRefusedException">Another one goes on.</exception>
    internal abstract Task<IAsyncDisposable> RotateAlone(CancellationToken cancel);

    protected static StartRefusedException Rotating(Exception? inner = null) => new("The master key is being rotated already. Nothing was changed.", inner);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var key = modelBuilder.Entity<WrappedKey>();
        key.ToTable("wrapped_keys").HasKey(k => new { k.Compartment, k.Generation });
        key.HasIndex(k => k.MasterKey);
        key.Property(k => k.MasterKey).HasMaxLength(32);
        var mark = modelBuilder.Entity<KeyStoreMark>();
        mark.ToTable("key_store_marks").HasKey(m => m.Id);
        mark.Property(m => m.Id).ValueGeneratedNever();
        mark.Property(m => m.MasterKey).HasMaxLength(32);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<CompartmentId>().HaveConversion<IdConverter<CompartmentId>>();
}

internal sealed class SqliteKeyDb(DbContextOptions<SqliteKeyDb> options) : KeyDb(options)
{
    internal override Task<KeyStoreMark> HeldMark(CancellationToken cancel) => Mark(cancel);

    internal override Task<IAsyncDisposable> RotateAlone(CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<IAsyncDisposable>(DurableFile.Open(Database.GetDbConnection().DataSource + ".lock", FileMode.OpenOrCreate));
        }
        catch (IOException taken)
        {
            throw Rotating(taken);
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        SqliteConventions.Apply(configurationBuilder);
    }
}

internal sealed class PostgresKeyDb(DbContextOptions<PostgresKeyDb> options) : KeyDb(options)
{
    internal override async Task<KeyStoreMark> HeldMark(CancellationToken cancel)
        => (await Set<KeyStoreMark>().FromSqlRaw("select * from key_store_marks for share").ToListAsync(cancel)).SingleOrDefault() ?? Add(new KeyStoreMark()).Entity;

    // Held by the connection: whoever dies gives it back.
    internal override async Task<IAsyncDisposable> RotateAlone(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Database.GetConnectionString()) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var ask = new NpgsqlCommand("select pg_try_advisory_lock(5746001)", connection);
        if (await ask.ExecuteScalarAsync(cancel) is true)
            return connection;
        await connection.DisposeAsync();
        throw Rotating();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}

// The migration tool makes its contexts through these; no database is opened.
internal sealed class DesignTimeSqliteKeys : IDesignTimeDbContextFactory<SqliteKeyDb>
{
    public SqliteKeyDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteKeyDb>().UseSqlite("Data Source=:memory:").UseSnakeCaseNamingConvention().Options);
}

internal sealed class DesignTimePostgresKeys : IDesignTimeDbContextFactory<PostgresKeyDb>
{
    public PostgresKeyDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresKeyDb>().UseNpgsql("Host=localhost").UseSnakeCaseNamingConvention().Options);
}
