using Kring.Data;
using Kring.Networks;

namespace Kring.Conversations;

/// <summary>Finds conversations by their ids, sealed: one query for all requests that come at the same moment.</summary>
internal sealed class ConversationHeads(IServiceScopeFactory scopes)
{
    private readonly SharedQuery<ConversationId, Conversation> _conversations = new(async ids =>
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ConversationsAccess>().Heads(ids, CancellationToken.None);
    });

    internal Task<Conversation?> Find(ConversationId id, CancellationToken cancel) => _conversations.Find(id, cancel);
}
