using Kring.Access;
using Kring.Conversations.Attachments;
using Kring.Conversations.Drafts;
using Kring.Conversations.Live;
using Kring.Conversations.Notices;
using Kring.Conversations.Reading;
using Kring.Networks;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Messages;

internal enum PostAnswer
{
    /// <summary>It stands in the conversation, from this try or an earlier one.</summary>
    Posted,
    Empty,
    TooLong,
    /// <summary>A file that goes with it cannot be taken.</summary>
    BadFile,
    /// <summary>This form was sent before, with another text or other files.</summary>
    SentBefore,
    Refused,
}

internal readonly record struct PostResult(PostAnswer Answer, long Number = 0, GateRefusal Refusal = GateRefusal.None, RefusedFile? File = null);

/// <summary>
/// Says something in a conversation, or sends files along. Number, message, attachments, log entry and the end of the draft are one transaction, in which participation is asked for once more: no number is
/// given out after a revocation. The client's id makes a second try the same message.
/// </summary>
internal sealed class PostMessage(Door door, EnterConversation enter, MessageRows rows, TakeFiles take, AttachmentRows attachments, Receipts receipts, PostLane lane, ConversationFeed feed, NoticeBell bell, TimeProvider time)
{
    private const int Tries = 3;

    internal async Task<PostResult> Run(Actor actor, NetworkId network, ConversationId conversation, NewMessage message, CancellationToken cancel)
    {
        var text = PlainText.Tidy(message.Text);
        if (await Plainly(actor, network, conversation, message, text, cancel) is { } number)
            return Posted(conversation, number);
        var way = await enter.Run(actor, network, conversation, Operations.Create, "message", cancel);
        if (way.Talk is not { } talk)
            return new PostResult(PostAnswer.Refused, Refusal: way.Refusal);
        if (string.IsNullOrWhiteSpace(text) && message.Files.Count == 0)
            return new PostResult(PostAnswer.Empty);
        if (PlainText.Length(text) > Message.LongestText)
            return new PostResult(PostAnswer.TooLong);
        if (await MessageRows.Earlier(talk.Grant, message.ClientId, cancel) is { } before)
            return await Again(talk, before, text, message, cancel);
        var (files, refused) = await take.Run(talk.Grant.Person, message.Files, cancel);
        if (refused is not null)
            return new PostResult(PostAnswer.BadFile, File: refused);
        return await Save(talk, message, text, attachments.Seal(talk, files), cancel);
    }

    // Most messages are: they share a transaction with those of others. What that leaves out is done alone below, which tells why it may not be, if so.
    private async Task<long?> Plainly(Actor actor, NetworkId network, ConversationId conversation, NewMessage message, string text, CancellationToken cancel)
        => message.Files.Count == 0 && message.ReplyTo is null && actor is { Person: not null, Invitation: null, Job: null } && !string.IsNullOrWhiteSpace(text) && PlainText.Length(text) <= Message.LongestText
            ? await lane.Say(new PlainPost(actor, network, conversation, message, text), cancel)
            : null;

    private PostResult Posted(ConversationId conversation, long number)
    {
        feed.Tell(conversation, number);
        bell.Ring();
        return new PostResult(PostAnswer.Posted, number);
    }

    private async Task<PostResult> Save(Talk talk, NewMessage message, string text, IReadOnlyList<SealedAttachment> files, CancellationToken cancel)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (attempt > 0 && await MessageRows.Earlier(talk.Grant, message.ClientId, cancel) is { } earlier)
                return await Again(talk, earlier, text, message, cancel);
            var number = 0L;
            var commit = await door.CommitHeld(talk.Grant, async () => (number = await Add(talk, message, text, files, cancel)) > 0, cancel);
            if (commit == HeldCommit.Refused)
                return new PostResult(PostAnswer.Refused, Refusal: GateRefusal.NoRelation);
            if (commit == HeldCommit.Saved)
                return Posted(talk.Conversation.Id, number);
        }

        throw new InvalidOperationException("A message found no place in its conversation.");
    }

    private static async Task<PostResult> Again(Talk talk, Message earlier, string text, NewMessage message, CancellationToken cancel)
        => earlier.Conversation == talk.Conversation.Id && await MessageRows.IsTheSame(talk.Grant, earlier, text, message.Files, cancel)
            ? new PostResult(PostAnswer.Posted, earlier.Number)
            : new PostResult(PostAnswer.SentBefore);

    /// <summary>Raising the conversation's number locks it: posts come one after the other, without gaps.</summary>
    /// <returns>The number, or 0 when an earlier try won.</returns>
    private async Task<long> Add(Talk talk, NewMessage message, string text, IReadOnlyList<SealedAttachment> files, CancellationToken cancel)
    {
        var (grant, id) = (talk.Grant, talk.Conversation.Id);
        var now = time.Moment();
        var place = grant.Rows<Conversation>().Where(c => c.Id == id);
        await place.ExecuteUpdateAsync(set => set.SetProperty(c => c.LastNumber, c => c.LastNumber + 1).SetProperty(c => c.LastAt, c => c.LastAt > now ? c.LastAt : now), cancel);
        if (await MessageRows.Earlier(grant, message.ClientId, cancel) is not null)
            return 0;
        var (number, at) = await place.Select(c => new ValueTuple<long, DateTimeOffset>(c.LastNumber, c.LastAt)).SingleAsync(cancel);
        var replyTo = await Visible(talk, message.ReplyTo, cancel);
        var row = rows.Add(grant, id, number, message with { ReplyTo = replyTo }, text, at);
        AttachmentRows.Add(grant, row.Id, files);
        await receipts.AddByAuthor(grant, id, message.Seen, number, cancel);
        await grant.Rows<Draft>().Where(d => d.Conversation == id && d.Person == grant.Person).ExecuteDeleteAsync(cancel);
        return number;
    }

    private static async Task<long?> Visible(Talk talk, long? number, CancellationToken cancel)
        => number is { } asked && await talk.Grant.Rows<Message>().AsNoTracking().Where(m => m.Conversation == talk.Conversation.Id && m.Number == asked)
                .Select(m => (DateTimeOffset?)m.At).SingleOrDefaultAsync(cancel) is { } said && talk.MaySee(said)
            ? asked
            : null;
}
