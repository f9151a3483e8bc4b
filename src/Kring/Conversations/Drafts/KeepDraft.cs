using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Networks;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Drafts;

/// <summary>Keeps what somebody typed and did not send. An empty text ends the draft; what was sent meanwhile does not come back as one.</summary>
internal sealed class KeepDraft(Door door, EnterConversation enter, TimeProvider time)
{
    internal async Task<GateRefusal> Run(Actor actor, NetworkId network, ConversationId conversation, Guid clientId, string? typed, CancellationToken cancel)
    {
        var way = await enter.Run(actor, network, conversation, Operations.Update, "draft", cancel);
        if (way.Talk is not { } talk)
            return way.Refusal;
        var text = (typed ?? "").ReplaceLineEndings("\n");
        if (text.Length > 4 * Message.LongestText)
            text = text[..(4 * Message.LongestText)];
        if (await MessageRows.Earlier(talk.Grant, clientId, cancel) is not null)
            return GateRefusal.None;
        var draft = await talk.Grant.Rows<Draft>().SingleOrDefaultAsync(d => d.Conversation == conversation && d.Person == talk.Grant.Person, cancel);
        if (string.IsNullOrWhiteSpace(text) && draft is null)
            return GateRefusal.None;
        if (string.IsNullOrWhiteSpace(text))
            talk.Grant.Remove(draft!);
        else
            Write(talk.Grant, conversation, draft, text);
        await door.Commit(cancel);
        return GateRefusal.None;
    }

    private void Write(Grant grant, ConversationId conversation, Draft? draft, string text)
    {
        if (draft is not null)
        {
            draft.Text = grant.Seal(Draft.TextField, draft.Id.Value, text);
            draft.ChangedAt = time.Moment();
            return;
        }

        var id = time.NewId<DraftId>();
        grant.Add(new Draft
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Conversation = conversation,
            Person = grant.Person,
            Text = grant.Seal(Draft.TextField, id.Value, text),
            ChangedAt = time.Moment(),
        });
    }
}
