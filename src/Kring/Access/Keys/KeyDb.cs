using Kring.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Kring.Access.Keys;

/// <summary>The store of wrapped keys: a database of its own, so that a copy of the data alone opens nothing.</summary>
internal abstract class KeyDb(DbContextOptions options) : DbContext(options)
{
    internal DbSet<WrappedKey> Keys => Set<WrappedKey>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var key = modelBuilder.Entity<WrappedKey>();
        key.ToTable("wrapped_keys").HasKey(k => new { k.Compartment, k.Generation });
        key.HasIndex(k => k.MasterKey);
        key.Property(k => k.MasterKey).HasMaxLength(32);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<CompartmentId>().HaveConversion<IdConverter<CompartmentId>>();
}

internal sealed class SqliteKeyDb(DbContextOptions<SqliteKeyDb> options) : KeyDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        SqliteConventions.Apply(configurationBuilder);
    }
}

internal sealed class PostgresKeyDb(DbContextOptions<PostgresKeyDb> options) : KeyDb(options)
{
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
