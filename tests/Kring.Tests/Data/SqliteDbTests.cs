using Kring.Access.Log;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Data;

public sealed class SqliteDbTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    [Trait("database", "sqlite")]
    public async Task Every_connection_is_durable_overwrites_what_is_deleted_and_spills_nothing()
    {
        for (var again = 0; again < 3; again++) // the later ones come from the pool
        {
            Assert.Equal("wal", await Pragma("journal_mode"));
            Assert.Equal("2", await Pragma("synchronous"));
            Assert.Equal("1", await Pragma("foreign_keys"));
            Assert.Equal("1", await Pragma("secure_delete"));
            Assert.Equal("2", await Pragma("temp_store"));
            Assert.Equal("5000", await Pragma("busy_timeout"));
        }
    }

    [Fact]
    public async Task Reads_that_are_logged_and_changes_go_on_beside_each_other()
    {
        var world = new World(app);
        var lane = app.Services.GetRequiredService<ReadLogLane>();
        var read = await app.InDatabase(db => db.Set<AccessEntry>().AsNoTracking().FirstOrDefaultAsync()) ?? await FirstEntry(world);
        var reads = Enumerable.Range(0, 200).Select(_ => lane.Write([read with { Id = Guid.CreateVersion7() }], default));
        var changes = Enumerable.Range(0, 20).Select(i => (Task)world.Person($"Persoon {i}"));
        await Task.WhenAll(reads.Concat(changes));
    }

    private async Task<AccessEntry> FirstEntry(World world)
    {
        await world.Person("Iemand");
        return await app.InDatabase(db => db.Set<AccessEntry>().AsNoTracking().FirstAsync());
    }

    private Task<string> Pragma(string name) => app.InDatabase(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"pragma {name}";
        return (await command.ExecuteScalarAsync())!.ToString()!;
    });
}
