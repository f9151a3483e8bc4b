using Microsoft.EntityFrameworkCore;

namespace Kring.Data;

/// <summary>The embedded database: nothing to install.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AppDb(options)
{
    // SQLite has one writer; taking turns here is fair and faster than its own waiting.
    private static readonly SemaphoreSlim Turn = new(1);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        await Turn.WaitAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            Turn.Release();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        SqliteConventions.Apply(configurationBuilder);
    }
}

internal static class SqliteConventions
{
    internal static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMicrosecondsConverter>();
        conventions.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        foreach (var id in typeof(AppDb).Assembly.GetTypes().Where(AppDb.IsTypedId))
            conventions.Properties(id).HaveConversion(typeof(IdBytesConverter<>).MakeGenericType(id));
    }
}
