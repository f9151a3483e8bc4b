using System.Net;
using System.Text;
using Kring.Access;
using Kring.Access.Keys;
using Kring.Data;
using Kring.Networks.Participation;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Access;

/// <summary>C1: a word in a name, a mail address, a function, a subject, a message, what is sent along with it, its edit and a draft stands afterwards in no file, table or log line.</summary>
public sealed class CanaryTests(KringApp app) : IClassFixture<KringApp>
{
    private readonly string _word = $"kanarie{Guid.CreateVersion7():N}";

    [Fact]
    public async Task A_word_that_is_typed_stands_nowhere_in_clear()
    {
        var world = new World(app);
        var linde = await world.Organisation();
        var marieke = await world.Person("Marieke Visser");
        await world.Works(marieke, linde, Role.Coordinator, _word, _word);
        var annie = await world.Person($"Annie {_word}", $"{_word}@kring.example");
        var network = await world.Network(annie, $"Annie {_word}", marieke, linde);
        await world.Joins(network, await world.Person(_word), _word, Capacity.InformalCarer, _word);
        using var browser = await world.SignedIn(annie);
        var berichten = $"/netwerken/{network}/berichten";

        var start = await browser.Get($"{berichten}/nieuw");
        await browser.Submit(start, "form:has(textarea)", ("onderwerp", _word), ("tekst", $"Zeg {_word} tegen haar."), ("wie", "iedereen"));
        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        var thread = await browser.Visit(browser.Last.Headers.Location!.ToString());
        Assert.Contains(_word, thread.Body!.TextContent, StringComparison.Ordinal);
        ChosenFile[] files = [new("foto1", $"{_word}.jpg", Pictures.FromTelephone(_word), "image/jpeg"), new("bestand", $"{_word}.pdf", Pictures.Pdf(_word, 200_000), "application/pdf")];
        await browser.SubmitFiles(thread, ".composer", files, ("omschrijving1", _word), ("knop", "verstuur"));
        Assert.Equal(HttpStatusCode.Found, browser.Last!.StatusCode);
        Assert.Contains(_word, (await browser.Visit(browser.Last.Headers.Location!.ToString())).QuerySelector(".attachments__file")!.TextContent, StringComparison.Ordinal);

        Assert.Empty(InFiles(app.Folder));
        Assert.DoesNotContain(app.Log.All, l => l.Line.Contains(_word, StringComparison.OrdinalIgnoreCase));
        Assert.Empty(await InTables());
    }

    private IEnumerable<string> InFiles(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).StartsWith("dotnet-diagnostic", StringComparison.Ordinal)))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            open.CopyTo(copy);
            var bytes = copy.ToArray();
            if (Spellings().Any(s => bytes.AsSpan().IndexOf(s) >= 0))
                yield return file;
        }
    }

    private IEnumerable<byte[]> Spellings() =>
        [Encoding.UTF8.GetBytes(_word), Encoding.UTF8.GetBytes(_word.ToUpperInvariant()), Encoding.Unicode.GetBytes(_word), Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(_word))[..40])];

    private async Task<IReadOnlyList<string>> InTables()
    {
        if (!Servers.OnPostgres)
            return [];
        var found = await app.InDatabase(db => InTables(db));
        return [.. found, .. await app.In(async services =>
        {
            await using var keys = await services.GetRequiredService<IDbContextFactory<KeyDb>>().CreateDbContextAsync();
            return await InTables(keys);
        })];
    }

    // What pg_dump would write: every row as text, bytes as hexadecimals.
    private async Task<IReadOnlyList<string>> InTables(DbContext db)
    {
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(_word));
        var found = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"select t::text from {table} t";
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                if (rows.GetString(0) is var row && (row.Contains(_word, StringComparison.OrdinalIgnoreCase) || row.Contains(hex, StringComparison.Ordinal)))
                    found.Add(table);
            }
        }

        return found;
    }
}
