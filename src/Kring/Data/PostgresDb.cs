using Microsoft.EntityFrameworkCore;

namespace Kring.Data;

/// <summary>The production database.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}
