using System.Net;
using System.Text;
using Kring.Conversations.Attachments;
using Kring.Conversations.Messages;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Kring.Tests.Conversations.Attachments;

/// <summary>Photos and files go with a message, without a script.</summary>
public sealed class SendFilesTests(KringApp app) : IClassFixture<KringApp>
{
    [Fact]
    public async Task A_photo_and_a_file_stand_under_the_text_for_who_reads_along()
    {
        var (stage, joke, path) = await Begin();
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);

        await ahmed.Sends(path, "Zo ziet de wond eruit.", [Sending.Photo(), Sending.Pdf()], ("omschrijving1", "De wond aan haar linkerbeen"));
        Assert.Equal($"{path}#bericht-2", ahmed.Last!.Headers.Location!.ToString());
        var page = await joke.Get(path);

        Assert.Equal("Zo ziet de wond eruit.", page.QuerySelector("#bericht-2 .bubble__text")!.TextContent);
        var image = page.QuerySelector("#bericht-2 .attachments__photo img")!;
        Assert.Equal(("De wond aan haar linkerbeen", "360", "480"), (image.GetAttribute("alt")!, image.GetAttribute("width")!, image.GetAttribute("height")!));
        Assert.Equal("Zorgplan.pdf", page.QuerySelector("#bericht-2 .attachments__name")!.TextContent);
        Assert.Equal("Pdf, 1 kB", page.QuerySelector("#bericht-2 .attachments__about")!.TextContent);
        using var small = SKBitmap.Decode(await joke.Bytes(image.GetAttribute("src")!));
        Assert.Equal((360, 480), (small.Width, small.Height));
        var photo = await joke.Get(Sending.PhotoIn(page, "#bericht-2"));
        Assert.Contains("Foto van Ahmed Yılmaz, vandaag", photo.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("De wond aan haar linkerbeen", photo.QuerySelector("figcaption")!.TextContent);
        using var large = SKBitmap.Decode(await joke.Bytes(photo.QuerySelector(".photo img")!.GetAttribute("src")!));
        Assert.Equal((600, 800), (large.Width, large.Height));
        Assert.Equal(Pictures.Pdf(), await joke.Bytes(Sending.FileIn(page, "#bericht-2")));
    }

    [Fact]
    public async Task A_message_may_be_a_photo_alone_and_is_quoted_as_one()
    {
        var (stage, joke, path) = await Begin();

        await joke.Sends(path, "", [Sending.Photo()]);
        await joke.Sends(path + "?antwoord=2", "Ziet u het?", [], ("antwoord", "2"));
        var page = await joke.Get(path);

        Assert.Null(page.QuerySelector("#bericht-2 .bubble__text"));
        Assert.Contains("Uw foto, vandaag", page.QuerySelector("#bericht-2 img")!.GetAttribute("alt"), StringComparison.Ordinal);
        Assert.Equal("Foto", page.QuerySelector("#bericht-3 .bubble__quote span")!.TextContent);
        Assert.Contains("Foto", (await joke.Get(path + "?antwoord=2")).QuerySelector(".composer__reply")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_photo_was_taken_is_in_nothing_that_is_sent_on()
    {
        var (_, joke, path) = await Begin();
        await joke.Sends(path, "", [Sending.Photo(Pictures.FromTelephone("verborgen"))]);
        var photo = Sending.PhotoIn(await joke.Get(path), "#bericht-2");

        foreach (var part in (string[])["/groot", "/klein"])
        {
            var bytes = Encoding.Latin1.GetString(await joke.Bytes(photo + part));
            Assert.DoesNotContain("Exif", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("verborgen", bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_sent_on_does_nothing_in_a_browser()
    {
        var (_, joke, path) = await Begin();
        await joke.Sends(path, "", [Sending.Photo(), Sending.Pdf(name: "../../Plan\u202Efdp é.pdf")]);
        var page = await joke.Get(path);

        foreach (var (address, type, disposition) in new[] { (Sending.PhotoIn(page, "#bericht-2") + "/groot", "image/jpeg", "inline"), (Sending.PhotoIn(page, "#bericht-2") + "/klein", "image/jpeg", "inline"), (Sending.FileIn(page, "#bericht-2"), "application/pdf", "attachment") })
        {
            using var answer = await joke.Begin(address);
            Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
            Assert.Equal(disposition, answer.Content.Headers.ContentDisposition!.DispositionType);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.StartsWith("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal(type == "image/jpeg" ? "foto.jpg" : "Planfdp é.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        }

        using var thread = await joke.Begin(path);
        Assert.Contains("img-src 'self';", thread.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_twice_is_one_message_and_with_another_photo_it_says_so()
    {
        var (stage, joke, path) = await Begin();
        var form = await joke.Get(path);
        var photo = Pictures.FromTelephone();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var again = await stage.World.SignedIn(stage.Joke);
            var fields = form.QuerySelectorAll(".composer input[type=hidden]").Where(i => i.GetAttribute("name") == "kenmerk").Select(i => ("kenmerk", i.GetAttribute("value")!));
            await again.Sends(path, "Kijk", [Sending.Photo(photo)], [.. fields]);
            Assert.Equal($"{path}#bericht-2", again.Last!.Headers.Location?.ToString());
        }));

        var page = await joke.SubmitFiles(form, ".composer", [Sending.Photo(Pictures.Jpeg(50, 50))], ("tekst", "Kijk"), ("knop", "verstuur"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.Contains("U hebt dit bericht al verstuurd", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll(".thread .bubble").Length);
        Assert.Equal(1, await app.Contents(stage.Network));
    }

    [Fact]
    public async Task An_edit_leaves_what_was_sent_along_and_may_take_the_words_away()
    {
        var (_, joke, path) = await Begin();
        await joke.Sends(path, "Kijk", [Sending.Photo()]);

        await joke.Submit(await joke.Get($"{path}/2/wijzigen"), "main form", ("tekst", ""));
        var page = await joke.Get(path);

        Assert.Null(page.QuerySelector("#bericht-2 .bubble__text"));
        Assert.NotNull(page.QuerySelector("#bericht-2 .attachments__photo"));
    }

    [Fact]
    public async Task Removing_a_message_removes_what_was_sent_along()
    {
        var (stage, joke, path) = await Begin();
        await joke.Sends(path, "", [Sending.Photo(), Sending.Pdf()]);
        var page = await joke.Get(path);
        var (photo, file) = (Sending.PhotoIn(page, "#bericht-2"), Sending.FileIn(page, "#bericht-2"));

        var asked = await joke.Get($"{path}/2/verwijderen");
        Assert.NotNull(asked.QuerySelector(".attachments__photo"));
        await joke.Submit(asked, "main form");

        Assert.Null((await joke.Get(path)).QuerySelector(".attachments"));
        foreach (var address in (string[])[photo, photo + "/groot", photo + "/klein", file])
            Assert.Equal(HttpStatusCode.NotFound, await joke.Status(address));
        Assert.Equal(0, await app.Contents(stage.Network));
        Assert.Equal(0, await stage.Rows(db => db.Set<Attachment>().CountAsync(a => a.Compartment == stage.Network.Compartment.Id)));
    }

    [Fact]
    public async Task What_a_script_posts_is_the_same_message()
    {
        var (_, joke, path) = await Begin();
        var form = await joke.Get(path);
        await joke.Send(Scripted(form, path, Sending.Photo(new byte[10])));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.Contains("\"field\":\"foto1\"", await joke.Last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await joke.Send(Scripted(form, path, Sending.Photo()));

        Assert.Equal("{\"number\":2}", await joke.Last!.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.NotNull((await joke.Get(path)).QuerySelector("#bericht-2 .attachments__photo"));
    }

    private static HttpRequestMessage Scripted(AngleSharp.Html.Dom.IHtmlDocument form, string path, ChosenFile file)
    {
        var body = new MultipartFormDataContent { { new ByteArrayContent(file.Bytes), file.Field, file.Name }, { new StringContent(""), "tekst" } };
        foreach (var name in (string[])["kenmerk", "__RequestVerificationToken"])
            body.Add(new StringContent(form.QuerySelector($".composer [name={name}]")!.GetAttribute("value")!), name);
        return new HttpRequestMessage(HttpMethod.Post, path + "/bericht") { Content = body };
    }

    private async Task<(TalkStage Stage, HttpBrowser Joke, string Path)> Begin()
    {
        var stage = await TalkStage.Set(app);
        var joke = await stage.World.SignedIn(stage.Joke);
        return (stage, joke, await stage.Starts(joke));
    }
}
