using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Kring.Data;

/// <summary>The embedded database: nothing to install.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : AppDb(options)
{
    // A SQLite file has one writer; taking turns here is fair and faster than its own waiting.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new(StringComparer.Ordinal);
    private bool _hasTurn;

    private SemaphoreSlim Turn => Turns.GetOrAdd(Database.GetDbConnection().DataSource, _ => new SemaphoreSlim(1));

    /// <summary>SQLite begins it "immediate": alone from the start. Nothing else of this program may be awaited inside that writes.</summary>
    internal override async Task<AloneTransaction> BeginAlone(CancellationToken cancel)
    {
        var turn = Turn;
        await turn.WaitAsync(cancel);
        try
        {
            var transaction = await Database.BeginTransactionAsync(cancel);
            _hasTurn = true;
            return new AloneTransaction(transaction, () => GiveTurn(turn));
        }
        catch
        {
            GiveTurn(turn);
            throw;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_hasTurn)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        var turn = Turn;
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    internal override async Task Alone(Func<Task> statement)
    {
        var turn = Turn;
        await turn.WaitAsync();
        try
        {
            await statement();
        }
        finally
        {
            turn.Release();
        }
    }

    private void GiveTurn(SemaphoreSlim turn)
    {
        _hasTurn = false;
        turn.Release();
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
