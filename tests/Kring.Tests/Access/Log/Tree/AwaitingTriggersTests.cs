using Kring.Access;
using Kring.Access.Log;
using Kring.Access.Log.Tree;
using Kring.Data;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Kring.Tests.Access.Log.Tree;

/// <summary>By whatever way a line comes into the log, it has its turn to be sealed: the database sees to that, and no code that could be gone around.</summary>
public sealed class AwaitingTriggersTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly SealedStage _stage = new(app);

    public static TheoryData<string> Ways => ["one row at a time", "many rows in one statement", "a set that the database makes rows of"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Lines_that_plain_SQL_writes_are_sealed_as_all_others(string way)
    {
        var compartment = (await new World(app).Person("Annie de Vries")).Profile.Id;
        var first = SealedStage.Line(compartment);
        await app.InDatabase(async db =>
        {
            db.Add(first);
            await db.SaveChangesAsync();
            return await Insert(db, way, first.Id, [.. Enumerable.Range(0, 300).Select(_ => Guid.CreateVersion7())]);
        });
        await _stage.Seal();
        Assert.Equal(301, await app.InDatabase(db => db.Set<LogLeaf>().CountAsync(l => l.Compartment == compartment && db.Set<AccessEntry>().Any(e => e.Id == l.Entry && e.Job == "test"))));
        Assert.Null(await _stage.Fault());
    }

    [Fact]
    public async Task A_line_that_is_undone_awaits_nothing()
    {
        await _stage.Seal();
        var line = SealedStage.Line((await new World(app).Person("Bep Jansen")).Profile.Id);
        await app.InDatabase(async db =>
        {
            await using var transaction = await db.BeginAlone(default);
            db.Add(line);
            return await db.SaveChangesAsync();
        });
        Assert.False(await app.InDatabase(db => db.Set<AwaitingLeaf>().AnyAsync(a => a.Entry == line.Id)));
    }

    // Lines that are as one that is there, but for their id.
    private static async Task<int> Insert(AppDb db, string way, Guid like, IReadOnlyList<Guid> ids)
    {
        var type = db.Model.FindEntityType(typeof(AccessEntry))!;
        var others = string.Join(", ", type.GetProperties().Select(p => p.GetColumnName()).Where(c => c != "id"));
        var insert = $"insert into access_entries (id, {others}) ";
        var from = $" from access_entries where id = {Literal(like)}";
        var set = Servers.OnPostgres ? $"unnest(array[{string.Join(", ", ids.Select(Literal))}])" : $"(values {string.Join(", ", ids.Select(id => $"({Literal(id)})"))})";
        string[] statements = way switch
        {
            "one row at a time" => [.. ids.Select(id => $"{insert}select {Literal(id)}, {others}{from}")],
            "many rows in one statement" => [insert + string.Join(" union all ", ids.Select(id => $"select {Literal(id)}, {others}{from}"))],
            _ => [$"with fresh (fresh_id) as (select * from {set}) {insert}select fresh_id, {others} from fresh, access_entries where id = {Literal(like)}"],
        };
        foreach (var statement in statements)
            await db.Database.ExecuteSqlRawAsync(statement);
        return statements.Length;
    }

    private static string Literal(Guid id) => Servers.OnPostgres ? $"'{id}'::uuid" : $"x'{Convert.ToHexString(id.ToByteArray(bigEndian: true))}'";
}
