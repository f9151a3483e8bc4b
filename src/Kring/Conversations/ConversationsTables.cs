using Kring.Access.Register;
using Kring.Conversations.Attachments;
using Kring.Conversations.Drafts;
using Kring.Conversations.Messages;
using Kring.Conversations.Notices;
using Kring.Conversations.Reading;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations;

internal static class ConversationsTables
{
    internal static void Map(ModelBuilder model)
    {
        MapConversation(model);
        MapMessages(model);
        MapAttachments(model);
        MapReading(model);
    }

    private static void MapConversation(ModelBuilder model)
    {
        var conversation = model.Entity<Conversation>();
        conversation.ToTable("conversations").HasKey(c => new { c.Compartment, c.Id });
        conversation.HasIndex(c => c.Id).IsUnique();
        conversation.HasIndex(c => new { c.Compartment, c.LastAt });
        conversation.Holds(DataCategory.CareContent, Whose.CareRecipient, RetentionClass.CareCommunication, c => c.Subject)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.CareCommunication, c => c.Compartment, c => c.StartedBy)
            .Holds(DataCategory.Usage, Whose.Participant, RetentionClass.CareCommunication, c => c.StartedAt, c => c.LastNumber, c => c.LastAt)
            .HoldsNothingPersonal(c => c.Id, c => c.Audience, c => c.Changes);
    }

    private static void MapMessages(ModelBuilder model)
    {
        var message = model.Entity<Message>();
        message.ToTable("messages").HasKey(m => new { m.Compartment, m.Id });
        message.HasIndex(m => new { m.Compartment, m.Conversation, m.Number }).IsUnique();
        message.HasIndex(m => new { m.Compartment, m.Conversation, m.At });
        message.HasIndex(m => new { m.Compartment, m.At, m.Id });
        message.HasIndex(m => new { m.Compartment, m.Author, m.ClientId }).IsUnique();
        message.Property(m => m.Version).IsConcurrencyToken();
        message.Holds(DataCategory.CareContent, Whose.CareRecipient, RetentionClass.CareCommunication, m => m.Text)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.CareCommunication, m => m.Compartment, m => m.Author)
            .Holds(DataCategory.Usage, Whose.Participant, RetentionClass.CareCommunication, m => m.At, m => m.EditedAt, m => m.RemovedAt)
            .HoldsNothingPersonal(m => m.Id, m => m.Conversation, m => m.Number, m => m.ClientId, m => m.ReplyTo, m => m.Version);

        var revision = model.Entity<MessageRevision>();
        revision.ToTable("message_revisions").HasKey(r => new { r.Compartment, r.Id });
        revision.HasIndex(r => new { r.Compartment, r.Message });
        revision.Holds(DataCategory.CareContent, Whose.CareRecipient, RetentionClass.CareCommunication, r => r.Text)
            .Holds(DataCategory.Pseudonym, Whose.CareRecipient, RetentionClass.CareCommunication, r => r.Compartment)
            .HoldsNothingPersonal(r => r.Id, r => r.Message, r => r.ReplacedAt);
    }

    private static void MapAttachments(ModelBuilder model)
    {
        var attachment = model.Entity<Attachment>();
        attachment.ToTable("attachments").HasKey(a => new { a.Compartment, a.Id });
        attachment.HasIndex(a => new { a.Compartment, a.Message });
        attachment.Holds(DataCategory.CareContent, Whose.CareRecipient, RetentionClass.CareCommunication, a => a.Name, a => a.Description, a => a.Source)
            .Holds(DataCategory.Pseudonym, Whose.CareRecipient, RetentionClass.CareCommunication, a => a.Compartment)
            .Holds(DataCategory.Usage, Whose.Participant, RetentionClass.CareCommunication, a => a.Kind, a => a.Size, a => a.Width, a => a.Height)
            .HoldsNothingPersonal(a => a.Id, a => a.Conversation, a => a.Message, a => a.Place);

        var content = model.Entity<AttachmentContent>();
        content.ToTable("attachment_contents").HasKey(c => new { c.Compartment, c.Id });
        content.Holds(DataCategory.CareContent, Whose.CareRecipient, RetentionClass.CareCommunication, c => c.Content, c => c.Thumbnail)
            .Holds(DataCategory.Pseudonym, Whose.CareRecipient, RetentionClass.CareCommunication, c => c.Compartment)
            .HoldsNothingPersonal(c => c.Id);
    }

    private static void MapReading(ModelBuilder model)
    {
        var receipt = model.Entity<ReadReceipt>();
        receipt.ToTable("read_receipts").HasKey(r => new { r.Compartment, r.Id });
        receipt.HasIndex(r => new { r.Compartment, r.Conversation, r.Person, r.UpTo }).IsUnique();
        receipt.HasIndex(r => new { r.Person, r.At });
        receipt.Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.CareCommunication, r => r.Compartment, r => r.Person)
            .Holds(DataCategory.Usage, Whose.Participant, RetentionClass.CareCommunication, r => r.UpTo, r => r.At)
            .HoldsNothingPersonal(r => r.Id, r => r.Conversation);

        var draft = model.Entity<Draft>();
        draft.ToTable("drafts").HasKey(d => new { d.Compartment, d.Id });
        draft.HasIndex(d => new { d.Compartment, d.Conversation, d.Person }).IsUnique();
        draft.Holds(DataCategory.CareContent, Whose.CareRecipient, RetentionClass.CareCommunication, d => d.Text)
            .Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.CareCommunication, d => d.Compartment, d => d.Person)
            .HoldsNothingPersonal(d => d.Id, d => d.Conversation, d => d.ChangedAt);

        MapNotices(model);
    }

    private static void MapNotices(ModelBuilder model)
    {
        var waiting = model.Entity<WaitingNotice>();
        waiting.ToTable("waiting_notices").HasKey(w => new { w.Compartment, w.Id });
        waiting.HasIndex(w => w.DueAt);
        waiting.Holds(DataCategory.Pseudonym, Whose.Participant, RetentionClass.Delivery, w => w.Compartment, w => w.Author)
            .HoldsNothingPersonal(w => w.Id, w => w.Conversation, w => w.Number, w => w.DueAt, w => w.Waited);

        var choice = model.Entity<NoticeChoice>();
        choice.ToTable("notice_choices").HasKey(c => new { c.Compartment, c.Person });
        choice.HasIndex(c => c.Person);
        choice.Holds(DataCategory.Preference, Whose.Anyone, RetentionClass.Account, c => c.Mode, c => c.QuietFrom, c => c.QuietUntil)
            .Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.Account, c => c.Compartment, c => c.Person);
    }
}
