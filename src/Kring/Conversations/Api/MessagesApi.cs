using System.ComponentModel;
using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Conversations.Threads;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Kring.Conversations.Api;

/// <summary>
/// The messages of a conversation as JSON, beside the page: same handlers, same gate, same session. A post carries the antiforgery token of a page in the header X-Kring-Form.
/// Described in /api/openapi.json.
/// </summary>
internal static class MessagesApi
{
    private const string Messages = "/api/conversations/{conversation:guid}/messages";

    // Five thousand characters of four bytes, each written as an escape of twelve.
    private const int LongestBody = 64 * 1024;

    internal static void MapMessagesApi(this IEndpointRouteBuilder routes)
    {
        var plain = routes.MapGroup("").WithMetadata(new SkipStatusCodePagesAttribute());
        plain.MapGet(Messages, Read).WithName("readMessages").WithSummary("Fifty messages, oldest first: the newest, or those before or after a number. Nothing counts as read by it.")
            .Produces(StatusCodes.Status404NotFound);
        plain.MapPost(Messages, Post).WithName("postMessage").WithSummary("Says something. The same clientId again is the same message.")
            .Produces(StatusCodes.Status404NotFound).WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(LongestBody));
    }

    private static async Task<Results<Ok<MessagesRead>, StatusCodeHttpResult>> Read(
        Guid conversation, [Description("Only what is older than this number.")] long? before, [Description("Only what is newer than this number.")] long? after,
        ReadConversation read, EnterConversation conversations, CurrentActor current, CancellationToken cancel)
    {
        if (await conversations.NetworkOf(new ConversationId(conversation), cancel) is not { } network)
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        var (shown, refusal) = await read.Messages(current.Actor, network, new ConversationId(conversation), new MessageRange(before ?? (after is null ? long.MaxValue : null), after), cancel);
        return shown is null ? ConversationsEndpoints.Refused(refusal) : TypedResults.Ok(MessagesRead.Of(shown));
    }

    private static async Task<Results<Ok<MessagePosted>, UnprocessableEntity<MessageRefused>, StatusCodeHttpResult>> Post(
        Guid conversation, MessageToPost message, PostMessage post, EnterConversation conversations, CurrentActor current, CancellationToken cancel)
    {
        if (message.ClientId == Guid.Empty)
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        if (await conversations.NetworkOf(new ConversationId(conversation), cancel) is not { } network)
            return TypedResults.StatusCode(StatusCodes.Status404NotFound);
        var result = await post.Run(current.Actor, network, new ConversationId(conversation), new NewMessage(message.ClientId, message.Text, message.ReplyTo), cancel);
        return result.Answer switch
        {
            PostAnswer.Posted => TypedResults.Ok(new MessagePosted(result.Number)),
            PostAnswer.Refused => ConversationsEndpoints.Refused(result.Refusal),
            _ => TypedResults.UnprocessableEntity(new MessageRefused(result.Answer.ToString(), PostWords.Explain(result, message.Text).Words)),
        };
    }
}
