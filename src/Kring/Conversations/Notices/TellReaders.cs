using Kring.Access;
using Kring.Conversations.Live;
using Kring.Conversations.Messages;
using Kring.Delivery;
using Kring.Networks;
using Kring.People;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Notices;

/// <summary>
/// Tells those who may read a message and did not yet that there is something new, and nothing more than that. One transaction takes the message off the list and puts the notices
/// in the outbox: killed half-way, it starts again; on two nodes, one wins.
/// </summary>
internal sealed class TellReaders(Door door, ConversationsAccess access, OpenStreams streams, PeopleAccess people, Outbox outbox, TimeProvider time)
{
    internal const string AtOnce = "messages/at-once";
    internal const string Daily = "messages/daily";
    private const int MostInARow = 200;
    private static readonly Actor Job = Actor.ForJob("notify");

    /// <summary>How long somebody who has the conversation open gets to read it.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    internal async Task Run(DueWord due, CancellationToken cancel)
    {
        var visit = new Visit(Job, due.Network.Compartment, ConversationsPurposes.Notify, Operations.Create, new LoggedObject("notice"));
        if ((await door.Enter(visit, cancel)).Grant is not { } network || await network.Rows<WaitingNotice>().SingleOrDefaultAsync(w => w.Id == due.Id, cancel) is not { } word)
            return;
        var conversation = await network.Rows<Conversation>().AsNoTracking().SingleAsync(c => c.Id == word.Conversation, cancel);
        var row = await Row(network, word, cancel);
        var said = row.ConvertAll(w => w.Number);
        var message = await network.Rows<Message>().AsNoTracking().Where(m => m.Conversation == word.Conversation && said.Contains(m.Number) && m.RemovedAt == null).OrderByDescending(m => m.Number).FirstOrDefaultAsync(cancel);
        var readers = message is null ? [] : await access.Untold(due.Network, conversation, message, cancel);
        var lookingOn = word.Waited ? [] : readers.Where(r => streams.Has(r, word.Conversation)).ToHashSet();
        foreach (var reader in readers.Where(r => !lookingOn.Contains(r)))
        {
            if (await door.WouldOpen(new Visit(Actor.Arriving(reader), due.Network.Compartment, ConversationsPurposes.Communicate, Operations.Read, new LoggedObject("conversation")), cancel))
                await Tell(reader, $"/netwerken/{due.Network}/berichten/{word.Conversation}#nieuw", cancel);
        }

        if (lookingOn.Count > 0)
            network.Add(Later(word, message!.Number));
        row.ForEach(network.Remove);
        await door.Commit(cancel);
    }

    // What somebody said in a row is one word: whoever has not read the last of it is told, and who has, has read the rest.
    private async Task<List<WaitingNotice>> Row(Grant network, WaitingNotice word, CancellationToken cancel)
    {
        var now = time.Moment();
        return [word, .. await network.Rows<WaitingNotice>().Where(w => w.Conversation == word.Conversation && w.Author == word.Author && w.Waited == word.Waited && w.DueAt <= now && w.Id != word.Id)
            .OrderBy(w => w.DueAt).Take(MostInARow).ToListAsync(cancel)];
    }

    private WaitingNotice Later(WaitingNotice word, long number) => new()
    {
        Id = time.NewId<WaitingNoticeId>(),
        Compartment = word.Compartment,
        Conversation = word.Conversation,
        Number = number,
        Author = word.Author,
        DueAt = time.Moment() + Moment,
        Waited = true,
    };

    private async Task Tell(PersonId reader, string path, CancellationToken cancel)
    {
        if ((await door.Enter(new Visit(Job, reader.Profile, ConversationsPurposes.Notify, Operations.Create, new LoggedObject("notice")), cancel)).Grant is not { } profile)
            return;
        var person = await profile.Rows<Person>().AsNoTracking().SingleAsync(cancel);
        var choice = await profile.Rows<NoticeChoice>().AsNoTracking().SingleOrDefaultAsync(cancel);
        if (profile.OpenOrNull(Person.MailField, person.Id.Value, person.Mail) is not { } address)
            return;
        var mode = choice?.Mode ?? NoticeMode.AtOnce;
        outbox.Add(profile, NoticeKind.NewMessages, DeliveryChannel.Mail, address,
            new Dictionary<string, string>(StringComparer.Ordinal) { ["name"] = profile.Open(Person.NameField, person.Id.Value, person.Name), ["path"] = path, ["language"] = await people.LanguageOf(reader, cancel) ?? "nl" },
            dueAt: NoticeTimes.Next(mode, choice?.QuietFrom ?? NoticeTimes.QuietFrom, choice?.QuietUntil ?? NoticeTimes.QuietUntil, time.Moment()),
            mergeKey: mode == NoticeMode.Daily ? Daily : AtOnce);
    }
}
