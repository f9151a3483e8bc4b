using Kring.Data.Wall;
using Microsoft.EntityFrameworkCore;

namespace Kring.Data;

/// <summary>The production database.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : AppDb(options)
{
    // More at a time are slower, not faster, and waiting transactions would take the connections that the log and the gate need.
    private static readonly SemaphoreSlim Turns = new(8);

    /// <summary>For whom it is used; null where the connection itself says which service it is of.</summary>
    internal Acting? Acting
    {
        get;
        init
        {
            field = value;
            // What is told holds for a transaction, so a save of one row needs one too.
            Database.AutoTransactionBehavior = value is null ? AutoTransactionBehavior.WhenNeeded : AutoTransactionBehavior.Always;
        }
    }

    internal override async Task<AloneTransaction> BeginAlone(CancellationToken cancel)
    {
        await Turns.WaitAsync(cancel);
        try
        {
            return new AloneTransaction(await Database.BeginTransactionAsync(cancel), () => Turns.Release());
        }
        catch
        {
            Turns.Release();
            throw;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}
