using System.Security.Cryptography;
using System.Text;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Access;

/// <summary>R2: looking changes nothing but the log, the minute of a session, and how far somebody has read.</summary>
public sealed class GetChangesNothingTests(MatrixStage stage) : IClassFixture<MatrixStage>
{
    // From the log's own tree on they belong to the jobs that run meanwhile.
    private static readonly string[] Bookkeeping =
        ["access_entries", "sessions", "protection_keys", "read_receipts", "log_awaiting", "log_leaves", "log_tiles", "log_checkpoints", "log_witnesses", "waiting_notices", "outbox"];

    [Fact]
    public async Task Every_page_can_be_looked_at_by_everybody_without_changing_anything()
    {
        var browsers = new List<HttpBrowser>();
        foreach (var kind in Matrix.Kinds)
            browsers.Add(await stage.Browser(kind));
        var before = await Digests();
        foreach (var browser in browsers)
        {
            foreach (var address in Matrix.Rows.Keys)
                (await browser.Begin(stage.Fill(address))).Dispose();
        }

        Assert.Equal(before, await Digests());
    }

    private Task<SortedDictionary<string, string>> Digests() => stage.App.InDatabase(async db =>
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Except(Bookkeeping))
            digests[table] = await Digest(db, table);
        return digests;
    });

    private static async Task<string> Digest(DbContext db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"select * from {table}";
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : $"{reader.GetValue(i)}")));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows.Order(StringComparer.Ordinal)))));
    }
}
