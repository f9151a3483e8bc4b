using Kring.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kring.Data;

/// <summary>Kring's database. Each module maps its own tables; only the door and the modules' Access classes hold one.</summary>
internal abstract class AppDb(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => Modules.MapTables(modelBuilder);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        foreach (var id in typeof(AppDb).Assembly.GetTypes().Where(IsTypedId))
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        Modules.MapColumns(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>Begins a transaction whose rows nobody else changes once it has locked or written them. Disposing what was not committed undoes it.</summary>
    internal abstract Task<AloneTransaction> BeginAlone(CancellationToken cancel);

    /// <summary>Runs one statement that is a transaction by itself, when it is its turn.</summary>
    internal virtual Task Alone(Func<Task> statement) => statement();

    internal static bool IsTypedId(Type type)
        => type.IsValueType && !type.IsGenericType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));
}

/// <summary>A transaction, and the turn it holds.</summary>
internal sealed class AloneTransaction(IDbContextTransaction transaction, Action giveTurn) : IAsyncDisposable
{
    internal Task Commit(CancellationToken cancel) => transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            giveTurn();
        }
    }
}
