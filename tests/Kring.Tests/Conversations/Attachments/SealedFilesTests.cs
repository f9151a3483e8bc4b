using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Kring.Access.Sealing;
using Kring.Conversations.Attachments;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Kring.Tests.Conversations.Attachments;

/// <summary>What is uploaded is sealed before it touches a disk.</summary>
public sealed class SealedFilesTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task No_upload_is_put_in_a_temporary_file()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var made = new BlockingCollection<string>();
        using var watcher = new FileSystemWatcher(Path.GetTempPath()) { IncludeSubdirectories = true, EnableRaisingEvents = false };
        watcher.Created += (_, file) => made.Add(file.Name!, CancellationToken.None);
        watcher.EnableRaisingEvents = true;

        await joke.Sends(path, "Groot", [Sending.Pdf(Pictures.Pdf(length: 5_000_000))]);
        Assert.Equal(HttpStatusCode.Found, joke.Last!.StatusCode);
        await joke.Sends(path, "Te groot", [Sending.Pdf(Pictures.Pdf(length: 40_000_000))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        var end = Path.Combine(Path.GetTempPath(), $"ASPNETCORE_{Guid.CreateVersion7():N}.tmp");
        await File.WriteAllTextAsync(end, "", TestContext.Current.CancellationToken);
        var seen = new List<string>();
        while (!end.EndsWith(seen.LastOrDefault() ?? "-", StringComparison.Ordinal))
            seen.Add(made.Take(TestContext.Current.CancellationToken));
        File.Delete(end);

        // What ASP.NET puts a form in; the last is the one made here, which shows that they are seen.
        Assert.Single(seen, name => name.Contains("ASPNETCORE_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Bytes_that_were_altered_or_moved_do_not_open()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        await joke.Sends(path, "", [Sending.Pdf(Pictures.Pdf("een")), Sending.Pdf(Pictures.Pdf("twee"))]);
        var page = await joke.Get(path);
        var files = page.QuerySelectorAll("#bericht-2 .attachments__file a").Select(a => a.GetAttribute("href")!).ToList();
        var id = new AttachmentId(Guid.Parse(files[0].Split('/')[^1]));
        var other = new AttachmentId(Guid.Parse(files[1].Split('/')[^1]));
        Assert.Equal(Pictures.Pdf("een"), await joke.Bytes(files[0]));

        await stage.Rows(async db =>
        {
            var moved = (await db.Set<AttachmentContent>().AsNoTracking().SingleAsync(c => c.Id == other)).Content;
            return await db.Set<AttachmentContent>().Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Content, moved));
        });

        Assert.Equal(HttpStatusCode.InternalServerError, await joke.Status(files[0]));
        Assert.Equal(Pictures.Pdf("twee"), await joke.Bytes(files[1]));
    }

    [Fact]
    public void Sealed_bytes_say_nothing_of_themselves()
        => Assert.Equal("(sealed)", new SealedBytes(Encoding.UTF8.GetBytes("geheim")).ToString());
}
