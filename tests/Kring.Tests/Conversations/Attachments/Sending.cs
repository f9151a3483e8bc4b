using System.Net;
using AngleSharp.Html.Dom;
using Kring.Access;
using Kring.Conversations;
using Kring.Conversations.Attachments;
using Kring.Conversations.Messages;
using Kring.Networks;
using Kring.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Kring.Tests.Conversations.Attachments;

/// <summary>Sending photos and files, as tests do it.</summary>
internal static class Sending
{
    internal static ChosenFile Photo(byte[]? bytes = null, string field = "foto1") => new(field, "IMG_0001.jpg", bytes ?? Pictures.FromTelephone(), "image/jpeg");

    internal static ChosenFile Pdf(byte[]? bytes = null, string name = "Zorgplan.pdf") => new("bestand", name, bytes ?? Pictures.Pdf(), "application/pdf");

    /// <summary>Fills in the composer without a script and sends it.</summary>
    internal static async Task<IHtmlDocument> Sends(this HttpBrowser browser, string path, string text, IReadOnlyList<ChosenFile> files, params (string, string)[] more)
        => await browser.SubmitFiles(await browser.Get(path), ".composer", files, [("tekst", text), ("knop", "verstuur"), .. more]);

    /// <summary>Sends a photo and a file in one message, without words.</summary>
    /// <returns>Their ids.</returns>
    internal static Task<(string Photo, string File)> Files(KringApp app, PersonId person, NetworkId network, string conversation) => app.In(async services =>
    {
        var files = new[] { new NewFile("foto1", true, "IMG_0001.jpg", Pictures.FromTelephone(), false, "De wond aan haar been"), new NewFile("bestand", false, "Zorgplan van mevrouw De Vries van november tweeduizendzesentwintig.pdf", Pictures.Pdf(), false, null) };
        var posted = await services.GetRequiredService<PostMessage>().Run(
            Actor.Arriving(person), network, new ConversationId(Guid.Parse(conversation)), new NewMessage(Guid.CreateVersion7(), "") { Files = files }, default);
        Assert.Equal(PostAnswer.Posted, posted.Answer);
        var ids = await app.InDatabase(db => db.Set<Attachment>().Where(a => a.Compartment == network.Compartment.Id).OrderByDescending(a => a.Id).Take(2).ToListAsync());
        return (ids.Single(a => a.Kind == AttachmentKind.Photo).Id.ToString(), ids.Single(a => a.Kind == AttachmentKind.File).Id.ToString());
    });

    internal static string PhotoIn(IHtmlDocument page, string message) => page.QuerySelector($"{message} .attachments__photo a")!.GetAttribute("href")!;

    internal static string FileIn(IHtmlDocument page, string message) => page.QuerySelector($"{message} .attachments__file a")!.GetAttribute("href")!;

    internal static async Task<byte[]> Bytes(this HttpBrowser browser, string path)
    {
        using var answer = await browser.Begin(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    internal static async Task<HttpStatusCode> Status(this HttpBrowser browser, string path)
    {
        using var answer = await browser.Begin(path);
        return answer.StatusCode;
    }

    internal static Task<int> Contents(this KringApp app, NetworkId network) => app.InDatabase(db => db.Set<AttachmentContent>().CountAsync(c => c.Compartment == network.Compartment.Id));
}
