using Kring.Access;
using Kring.Access.Sealing;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Conversations.Reading;
using Kring.Demo.Script;

namespace Kring.Demo.Seeding;

/// <summary>What was said, with its corrections and removals, and who has read how far.</summary>
internal static class SeedConversations
{
    internal static void Run(Grant grant, DemoStage stage, DemoNetwork script)
    {
        foreach (var conversation in script.Conversations)
        {
            var id = ConversationId.From(Guid.CreateVersion7(conversation.StartedAt));
            grant.Add(new Conversation
            {
                Id = id,
                Compartment = grant.Compartment.Id,
                Subject = grant.Seal(Conversation.SubjectField, id.Value, conversation.Subject),
                Audience = DemoWords.AudienceOf(conversation.Audience),
                StartedBy = stage.Id(conversation.StarterKey),
                StartedAt = conversation.StartedAt.ToUniversalTime(),
                LastNumber = conversation.Messages.Count,
                LastAt = (conversation.Messages.Count > 0 ? conversation.Messages[^1].At : conversation.StartedAt).ToUniversalTime(),
            });
            stage.Conversations[conversation] = id;
            for (var index = 0; index < conversation.Messages.Count; index++)
                AddMessage(grant, stage, id, index + 1, conversation.Messages[index]);
            foreach (var member in script.Members.Where(m => Hears(m, conversation.Audience) && (m.Capacity != DemoCapacity.Recipient || script.RecipientHasAccount)))
                AddReading(grant, stage, script, member, id, conversation);
        }
    }

    private static void AddMessage(Grant grant, DemoStage stage, ConversationId conversation, long number, DemoMessage message)
    {
        var id = MessageId.From(Guid.CreateVersion7(message.At));
        grant.Add(new Message
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Conversation = conversation,
            Number = number,
            Author = stage.Id(message.AuthorKey),
            ClientId = Guid.CreateVersion7(message.At),
            At = message.At.ToUniversalTime(),
            Text = message.RemovedAt is null ? grant.Seal(Message.TextField, id.Value, message.Text) : default(Sealed<string>?),
            ReplyTo = message.ReplyTo + 1,
            EditedAt = message.EditedAt?.ToUniversalTime(),
            RemovedAt = message.RemovedAt?.ToUniversalTime(),
        });
        if (message.EditedAt is not { } edited || message.RemovedAt is not null)
            return;
        var revision = RevisionId.From(Guid.CreateVersion7(edited));
        grant.Add(new MessageRevision
        {
            Id = revision,
            Compartment = grant.Compartment.Id,
            Message = id,
            Text = grant.Seal(MessageRevision.TextField, revision.Value, FirstDraft(message.Text)),
            ReplacedAt = edited.ToUniversalTime(),
        });
    }

    /// <summary>What a corrected message said first: without its last sentence, or with its last word missing.</summary>
    private static string FirstDraft(string text)
    {
        var end = text.TrimEnd('.', '!', '?', ' ').LastIndexOfAny(['.', '!', '?']);
        return end > 0 ? text[..(end + 1)] : text.LastIndexOf(' ') is > 0 and var space ? text[..space] : text;
    }

    private static void AddReading(Grant grant, DemoStage stage, DemoNetwork script, DemoMember member, ConversationId id, DemoConversation conversation)
    {
        foreach (var (upTo, at) in ReadingHabit.Of(script, member, conversation, stage.Now))
        {
            grant.Add(new ReadReceipt
            {
                Id = ReceiptId.From(Guid.CreateVersion7(at)),
                Compartment = grant.Compartment.Id,
                Conversation = id,
                Person = stage.Id(member.PersonKey),
                UpTo = upTo,
                At = at.ToUniversalTime(),
            });
        }
    }

    internal static bool Hears(DemoMember member, DemoAudience audience) => audience switch
    {
        DemoAudience.Everyone => true,
        DemoAudience.WithoutRecipient => member.Capacity != DemoCapacity.Recipient,
        DemoAudience.ProfessionalsOnly => member.Capacity == DemoCapacity.Professional,
    };
}
