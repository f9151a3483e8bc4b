using System.Net;
using System.Text;
using Kring.Conversations.Attachments;
using Kring.Tests.Support;

namespace Kring.Tests.Conversations.Attachments;

/// <summary>What cannot be sent along: said beside its field, the text stays, and nothing is kept.</summary>
public sealed class RefusedFilesTests(KringApp app) : IClassFixture<KringApp>
{
    private const int Megabyte = 1024 * 1024;

    public static TheoryData<string, string, string> Refused => new()
    {
        { "empty", "foto1", "Dit bestand is leeg" },
        { "text as photo", "foto1", "Dit is geen foto" },
        { "pdf as photo", "foto2", "Dit is geen foto" },
        { "svg", "foto1", "Dit is geen foto" },
        { "broken", "foto1", "Deze foto is beschadigd" },
        { "heic", "foto1", "HEIC" },
        { "bomb", "foto1", "te veel beeldpunten" },
        { "large photo", "foto1", "De foto is te groot. Een foto mag hoogstens 20 MB zijn" },
        { "huge photo", "foto1", "De foto is te groot" },
        { "large pdf", "bestand", "Het bestand is te groot. Een bestand mag hoogstens 10 MB zijn" },
        { "program", "bestand", "Dit soort bestand kunt u niet sturen" },
        { "html as pdf", "bestand", "Dit soort bestand kunt u niet sturen" },
        { "heic as file", "bestand", "HEIC" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task It_is_explained_beside_its_field(string what, string field, string words)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);

        var page = await joke.Sends(path, "Een lange tekst die blijft staan.", [File(what, field)], ("omschrijving1", "De wond"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, joke.Last!.StatusCode);
        Assert.Contains(words, page.QuerySelector($"#{field}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kies uw foto's en bestanden opnieuw", page.QuerySelector($".govuk-error-summary a[href='#{field}']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{field}-error", page.QuerySelector($"#{field}")!.GetAttribute("aria-describedby")!.Split(' ')[^1]);
        Assert.Equal("Een lange tekst die blijft staan.", page.QuerySelector("#tekst")!.TextContent);
        Assert.Equal("De wond", page.QuerySelector("#omschrijving1")!.GetAttribute("value"));
        Assert.True(page.QuerySelector(".attach")!.HasAttribute("open"));
        Assert.Single(TalkStage.Texts(page));
        Assert.Equal(0, await app.Contents(stage.Network));
    }

    [Fact]
    public async Task More_than_four_is_too_many_and_a_photo_may_come_as_a_file()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var photo = Pictures.Jpeg(50, 50);
        ChosenFile[] four = [Sending.Photo(photo), Sending.Photo(photo, "foto2"), new("bestand", "a.bin", photo), Sending.Pdf()];

        var page = await joke.Sends(path, "Vijf", [.. four, Sending.Pdf()]);
        Assert.Contains("hoogstens 4", page.QuerySelector("#bestand-error")!.TextContent, StringComparison.Ordinal);
        await joke.Sends(path, "Vier", four);

        var sent = await joke.Get(path);
        Assert.Equal((3, 1), (sent.QuerySelectorAll("#bericht-2 .attachments__photo").Length, sent.QuerySelectorAll("#bericht-2 .attachments__file").Length));
    }

    [Fact]
    public async Task A_description_has_an_end()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);

        var page = await joke.Sends(path, "", [Sending.Photo()], ("omschrijving1", new string('x', 201)));

        Assert.Contains("korter dan 200 tekens", page.QuerySelector("#omschrijving1-error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sends_without_end()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        for (var sent = 0; sent < TakeFiles.FilesPerAccount.Tries; sent += 4)
            await joke.Sends(path, "", [.. Enumerable.Repeat(Sending.Pdf(), 4)]);
        Assert.Equal(HttpStatusCode.Found, joke.Last!.StatusCode);

        var page = await joke.Sends(path, "Nog een", [Sending.Pdf()]);
        Assert.Contains("in korte tijd veel", page.QuerySelector("#bestand-error")!.TextContent, StringComparison.Ordinal);
        using var ahmed = await stage.World.SignedIn(stage.Ahmed);
        await ahmed.Sends(path, "Wel", [Sending.Pdf()]);
        Assert.Equal(HttpStatusCode.Found, ahmed.Last!.StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(61));
        using var later = await stage.World.SignedIn(stage.Joke);
        await later.Sends(path, "Nu wel", [Sending.Pdf()]);
        Assert.Equal(HttpStatusCode.Found, later.Last!.StatusCode);
    }

    [Fact]
    public async Task A_form_that_takes_no_files_takes_none()
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var form = await joke.Get($"{stage.Berichten}/nieuw");
        var body = new MultipartFormDataContent { { new StringContent(form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" }, { new ByteArrayContent(new byte[2 * Megabyte]), "foto1", "a.jpg" } };

        await joke.Send(new HttpRequestMessage(HttpMethod.Post, $"{stage.Berichten}/nieuw") { Content = body });

        Assert.Equal(HttpStatusCode.BadRequest, joke.Last!.StatusCode);
    }

    [Theory]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"tekst\"\r\n\r\nhalf")]
    [InlineData("--x\r\nContent-Disposition: onzin;;;\r\n\r\na\r\n--x--\r\n")]
    [InlineData("")]
    public async Task What_is_no_form_is_a_400(string body)
    {
        var stage = await TalkStage.Set(app);
        using var joke = await stage.World.SignedIn(stage.Joke);
        var path = await stage.Starts(joke);
        var token = (await joke.Get(path)).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var address in (string[])[path, path + "/bericht"])
        {
            var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body) };
            request.Content.Headers.Remove("Content-Type");
            request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
            request.Headers.Add("X-Kring-Form", token);
            await joke.Send(request);
            Assert.Equal(HttpStatusCode.BadRequest, joke.Last!.StatusCode);
        }
    }

    private static ChosenFile File(string what, string field) => new(field, "IMG_0001.jpg", what switch
    {
        "empty" => [],
        "text as photo" => Encoding.UTF8.GetBytes("geen foto"),
        "svg" => Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        "pdf as photo" => Pictures.Pdf(),
        "broken" => Pictures.Jpeg()[..900],
        "heic" or "heic as file" => Pictures.Heic(),
        "bomb" => Pictures.PngThatClaims(30_000, 30_000),
        "large photo" => [.. Pictures.Jpeg(), .. new byte[21 * Megabyte]],
        "huge photo" => [.. Pictures.Jpeg(), .. new byte[40 * Megabyte]],
        "large pdf" => Pictures.Pdf(length: (10 * Megabyte) + 1),
        "program" => [(byte)'M', (byte)'Z', 0, 1, 2],
        _ => Encoding.UTF8.GetBytes("<html>%PDF-1.7</html>"),
    }, "image/jpeg");
}
