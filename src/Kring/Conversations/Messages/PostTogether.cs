using Kring.Access;
using Kring.Conversations.Reading;
using Kring.Networks;
using Kring.Platform;

namespace Kring.Conversations.Messages;

/// <summary>A message without files that answers nothing, ready to be said.</summary>
internal sealed record PlainPost(Actor Actor, NetworkId Network, ConversationId Conversation, NewMessage Message, string Text)
{
    internal TaskCompletionSource<long?> Said { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>
/// Says many messages in one transaction: every rule of <see cref="PostMessage"/> holds for each of them at its commit. What any rule stops is left out and changes nothing: it is
/// posted alone, which tells why.
/// </summary>
internal sealed class PostTogether(Door door, ConversationsAccess conversations, MessageRows rows, TimeProvider time)
{
    /// <returns>The number of each message; null for what is left out.</returns>
    internal async Task<IReadOnlyList<long?>> Run(IReadOnlyList<PlainPost> posts)
    {
        var numbers = new long?[posts.Count];
        var saved = await door.CommitTogether([.. posts.Select(Visit)], async grants =>
        {
            var now = time.Moment();
            var turns = await conversations.TakeTurns([.. grants.Keys.Select(i => posts[i].Conversation).Distinct()]);
            var said = await conversations.Said([.. grants.Select(g => (g.Value.Compartment.Id, g.Value.Person, posts[g.Key].Message.ClientId))]);
            var asked = grants.Where(g => turns.TryGetValue(posts[g.Key].Conversation, out var turn) && MayPost(g.Value, turn) && !said.Contains((g.Value.Person, posts[g.Key].Message.ClientId)))
                .DistinctBy(g => (g.Value.Person, posts[g.Key].Message.ClientId)).OrderBy(g => g.Key).ToList();
            List<ConversationOf> writers = [.. asked.Select(g => Writer(g.Value, posts[g.Key])).Distinct()];
            var reached = await conversations.Reached(writers);
            foreach (var (i, grant) in asked)
            {
                var (post, turn, writer) = (posts[i], turns[posts[i].Conversation], Writer(grant, posts[i]));
                numbers[i] = ++turn.LastNumber;
                turn.LastAt = turn.LastAt > now ? turn.LastAt : now;
                rows.Add(grant, post.Conversation, turn.LastNumber, post.Message, post.Text, turn.LastAt);
                if (Receipts.ByAuthor(post.Message.Seen, turn.LastNumber, reached.GetValueOrDefault(writer)) is { } upTo)
                {
                    Receipts.Add(grant, post.Conversation, upTo, time);
                    reached[writer] = upTo;
                }
            }

            await conversations.GiveTurns([.. asked.Select(g => turns[posts[g.Key].Conversation]).Distinct()]);
            await conversations.EndDrafts(writers);
            return [.. asked.Select(g => g.Key)];
        });
        return [.. numbers.Select((number, i) => saved.Contains(i) ? number : null)];
    }

    private static ConversationOf Writer(Grant grant, PlainPost post) => new(grant.Compartment.Id, post.Conversation, grant.Person);

    private static bool MayPost(Grant grant, Conversation turn)
        => turn.Compartment == grant.Compartment.Id && turn.IsFor(grant.Standing.Role) && (grant.Standing.HistoryFrom is not { } from || turn.LastAt >= from);

    private static Visit Visit(PlainPost post) => new(post.Actor, post.Network.Compartment, ConversationsPurposes.Communicate, Operations.Create, new LoggedObject("message", post.Conversation.Value));
}
