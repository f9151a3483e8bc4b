using Kring.Access.Log.Tree;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Access.Log.Tree;

public sealed class UnreadableLineTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly SealedStage _stage = new(app);

    [Fact]
    public async Task A_line_that_was_altered_into_nonsense_before_it_was_sealed_holds_up_no_other_and_is_named()
    {
        var compartment = (await new World(app).Person("Annie de Vries")).Profile.Id;
        var line = SealedStage.Line(compartment);
        await app.InDatabase(async db =>
        {
            await using var transaction = await db.BeginAlone(default);
            db.Add(line);
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlRawAsync("update access_entries set outcome = 'Elsewhere' where id = {0}", Servers.OnPostgres ? line.Id : line.Id.ToByteArray(true));
            await transaction.Commit(default);
            return 0;
        });
        await _stage.Log(compartment, 3);
        await _stage.Seal();
        Assert.Equal(5, await app.InDatabase(db => db.Set<LogLeaf>().CountAsync(l => l.Compartment == compartment))); // with the line that she was made
        var index = await app.InDatabase(db => db.Set<LogLeaf>().Where(l => l.Entry == line.Id).Select(l => l.Index).SingleAsync());
        Assert.StartsWith($"Index {index}: the line of the access log cannot be read", await _stage.Fault(), StringComparison.Ordinal);
    }
}
