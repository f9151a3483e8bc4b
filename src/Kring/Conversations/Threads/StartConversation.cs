using Kring.Access;
using Kring.Conversations.Live;
using Kring.Conversations.Messages;
using Kring.Conversations.Notices;
using Kring.Conversations.Reading;
using Kring.Networks;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Threads;

internal enum StartAnswer
{
    /// <summary>It is there, from this try or an earlier one.</summary>
    Started,
    NoSubject,
    SubjectTooLong,
    NoText,
    TextTooLong,
    /// <summary>Nobody starts a conversation that leaves themselves out.</summary>
    AudienceNotTheirs,
    /// <summary>This form was sent before, with another text.</summary>
    SentBefore,
    Refused,
}

/// <summary>Starts a conversation with its first message, for an audience that stays as it is.</summary>
internal sealed class StartConversation(Door door, MessageRows rows, Receipts receipts, NoticeBell bell, TimeProvider time)
{
    internal async Task<(StartAnswer Answer, ConversationId? Conversation, GateRefusal Refusal)> Run(Actor actor, NetworkId network, string? subject, Audience audience, NewMessage first, CancellationToken cancel)
    {
        var entrance = await door.Enter(new Visit(actor, network.Compartment, ConversationsPurposes.Communicate, Operations.Create, new LoggedObject("conversation")), cancel);
        if (entrance.Grant is not { } grant)
            return (StartAnswer.Refused, null, entrance.Refusal);
        var (title, text) = (PlainText.Excerpt(PlainText.Tidy(subject), int.MaxValue), PlainText.Tidy(first.Text));
        if (Plan(grant.Standing.Role, title, text, audience) is var plan && plan != StartAnswer.Started)
            return (plan, null, GateRefusal.None);
        if (await MessageRows.Earlier(grant, first.ClientId, cancel) is { } before)
            return await Again(grant, before, text, cancel);
        var id = time.NewId<ConversationId>();
        var commit = await door.CommitHeld(grant, async () => await Add(grant, id, title, audience, first, text, cancel), cancel);
        if (commit == HeldCommit.Saved)
        {
            bell.Ring();
            return (StartAnswer.Started, id, GateRefusal.None);
        }

        return commit == HeldCommit.NothingChanged && await MessageRows.Earlier(grant, first.ClientId, cancel) is { } earlier
            ? await Again(grant, earlier, text, cancel)
            : (StartAnswer.Refused, null, GateRefusal.NoRelation);
    }

    internal static StartAnswer Plan(Role by, string subject, string text, Audience audience)
    {
        if (subject.Length == 0) return StartAnswer.NoSubject;
        if (PlainText.Length(subject) > Conversation.LongestSubject) return StartAnswer.SubjectTooLong;
        if (string.IsNullOrWhiteSpace(text)) return StartAnswer.NoText;
        if (PlainText.Length(text) > Message.LongestText) return StartAnswer.TextTooLong;
        return Conversation.Includes(audience, by) ? StartAnswer.Started : StartAnswer.AudienceNotTheirs;
    }

    private static async Task<(StartAnswer, ConversationId?, GateRefusal)> Again(Grant grant, Message earlier, string text, CancellationToken cancel)
        => await MessageRows.IsTheSame(grant, earlier, text, [], cancel) ? (StartAnswer.Started, earlier.Conversation, GateRefusal.None) : (StartAnswer.SentBefore, null, GateRefusal.None);

    private async Task<bool> Add(Grant grant, ConversationId id, string title, Audience audience, NewMessage first, string text, CancellationToken cancel)
    {
        var now = time.Moment();
        grant.Add(new Conversation
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Subject = grant.Seal(Conversation.SubjectField, id.Value, title),
            Audience = audience,
            StartedBy = grant.Person,
            StartedAt = now,
            LastNumber = 1,
            LastAt = now,
        });
        rows.Add(grant, id, 1, first with { ReplyTo = null }, text, now);
        await receipts.Add(grant, id, 1, cancel);
        return true;
    }
}
