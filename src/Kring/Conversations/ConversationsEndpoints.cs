using System.Globalization;
using Kring.Access;
using Kring.App.Web.Uploads;
using Kring.Conversations.Api;
using Kring.Conversations.Attachments;
using Kring.Conversations.Drafts;
using Kring.Conversations.Live;
using Kring.Conversations.Messages;
using Kring.Conversations.Reading;
using Kring.Networks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kring.Conversations;

/// <summary>What the script of an open conversation asks for; the forms on its page do the same without it.</summary>
internal static class ConversationsEndpoints
{
    private const string Conversation = "/netwerken/{network:guid}/berichten/{conversation:guid}";

    internal static void MapConversations(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/netwerken/{network:guid}", (Guid network) => TypedResults.Redirect($"/netwerken/{network}/berichten"));
        routes.MapPost(Conversation + "/bericht", Post).WithMetadata(new TakesFilesAttribute());
        routes.MapAttachments(Conversation);
        routes.MapMessagesApi();
        routes.MapPost(Conversation + "/gelezen", Read);
        routes.MapPost(Conversation + "/concept", Draft);
        routes.MapGet(Conversation + "/live", Live);
    }

    private static async Task<IResult> Post(Guid network, Guid conversation, [FromForm(Name = "kenmerk")] Guid mark, [FromForm(Name = "tekst")] string? text, [FromForm(Name = "antwoord")] string? replyTo,
        [FromForm(Name = "gezien")] long? seen, HttpRequest request, PostMessage post, CurrentActor current, CancellationToken cancel)
    {
        var message = new NewMessage(mark, text, long.TryParse(replyTo, CultureInfo.InvariantCulture, out var answered) ? answered : null, seen ?? 0) { Files = NewFile.Of(request.Form) };
        var result = await post.Run(current.Actor, new NetworkId(network), new ConversationId(conversation), message, cancel);
        return result.Answer switch
        {
            PostAnswer.Posted => TypedResults.Json(new { number = result.Number }),
            PostAnswer.Refused => Refused(result.Refusal),
            _ => Explained(result, text),
        };
    }

    private static JsonHttpResult<object> Explained(PostResult result, string? text)
    {
        var (field, words) = PostWords.Explain(result, text);
        return TypedResults.Json<object>(new { error = words, field, again = result.Answer == PostAnswer.SentBefore }, statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Read(Guid network, Guid conversation, [FromForm(Name = "gezien")] long upTo, MarkRead mark, CurrentActor current, CancellationToken cancel)
        => Done(await mark.Run(current.Actor, new NetworkId(network), new ConversationId(conversation), upTo, cancel));

    private static async Task<IResult> Draft(Guid network, Guid conversation, [FromForm(Name = "kenmerk")] Guid mark, [FromForm(Name = "tekst")] string? text, KeepDraft keep, CurrentActor current, CancellationToken cancel)
        => Done(await keep.Run(current.Actor, new NetworkId(network), new ConversationId(conversation), mark, text, cancel));

    /// <summary>A browser that comes back says with Last-Event-ID what it has; one that comes from a page says it with "na".</summary>
    private static Task Live(Guid network, Guid conversation, [FromQuery(Name = "na")] long? after, HttpContext context, FollowConversation follow, CurrentActor current)
    {
        var last = long.TryParse(context.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var told) ? told : after ?? long.MaxValue;
        return follow.Run(context.Response, current.Actor, new NetworkId(network), new ConversationId(conversation), Math.Max(0, last), context.RequestAborted);
    }

    private static IResult Done(GateRefusal refusal) => refusal == GateRefusal.None ? TypedResults.NoContent() : Refused(refusal);

    internal static StatusCodeHttpResult Refused(GateRefusal refusal)
        => TypedResults.StatusCode(refusal == GateRefusal.ProcessingNotApproved ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound);
}
