using Kring.Access;
using Kring.App.Web.Uploads;
using Kring.Networks;
using Microsoft.Net.Http.Headers;

namespace Kring.Conversations.Attachments;

/// <summary>What is in attachments. A photo is a picture that Kring made itself; a file is as it was sent, and is only ever taken away, never opened here.</summary>
internal static class AttachmentsEndpoints
{
    internal static void MapAttachments(this IEndpointRouteBuilder routes, string conversation)
    {
        routes.MapGet(conversation + "/foto/{photo:guid}/groot", Large).WithMetadata(new SendsFilesAttribute());
        routes.MapGet(conversation + "/foto/{photo:guid}/klein", Small).WithMetadata(new SendsFilesAttribute());
        routes.MapGet(conversation + "/bestand/{file:guid}", File).WithMetadata(new SendsFilesAttribute());
    }

    private static Task<IResult> Large(Guid network, Guid conversation, Guid photo, HttpResponse response, ReadAttachment read, CurrentActor current, CancellationToken cancel)
        => Send(network, conversation, photo, AttachmentPart.Photo, response, read, current, cancel);

    private static Task<IResult> Small(Guid network, Guid conversation, Guid photo, HttpResponse response, ReadAttachment read, CurrentActor current, CancellationToken cancel)
        => Send(network, conversation, photo, AttachmentPart.Thumbnail, response, read, current, cancel);

    private static Task<IResult> File(Guid network, Guid conversation, Guid file, HttpResponse response, ReadAttachment read, CurrentActor current, CancellationToken cancel)
        => Send(network, conversation, file, AttachmentPart.File, response, read, current, cancel);

    private static async Task<IResult> Send(Guid network, Guid conversation, Guid id, AttachmentPart part, HttpResponse response, ReadAttachment read, CurrentActor current, CancellationToken cancel)
    {
        var (found, refusal) = await read.Run(current.Actor, new NetworkId(network), new ConversationId(conversation), new AttachmentId(id), part, cancel);
        if (found is null)
            return TypedResults.StatusCode(refusal == GateRefusal.ProcessingNotApproved ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
        var disposition = new ContentDispositionHeaderValue(part == AttachmentPart.File ? "attachment" : "inline");
        disposition.SetHttpFileName(found.Name ?? AttachmentTexts.Photo.ToLowerInvariant() + ".jpg");
        response.Headers.ContentDisposition = disposition.ToString();
        return TypedResults.Bytes(found.Bytes, part == AttachmentPart.File ? "application/pdf" : "image/jpeg");
    }
}
