using Kring.Conversations.Messages;
using Kring.Conversations.Reading;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Recent;

/// <summary>The newest messages of a conversation: from memory while nothing changed, otherwise from the database.</summary>
internal sealed class LoadRecent(RecentPages pages, LoadReadership readers)
{
    internal const int PerPage = 50;

    internal Readership Open(Talk talk, RecentPage page) => readers.Open(talk.Grant, talk.Conversation, page.Readership);

    internal async Task<RecentPage> Run(Talk talk, CancellationToken cancel)
        => pages.Of(talk.Conversation) ?? await pages.Once(talk.Conversation, () => Load(talk, cancel), cancel);

    private async Task<RecentPage> Load(Talk talk, CancellationToken cancel)
    {
        var (grant, id) = (talk.Grant, talk.Conversation.Id);
        // Numbers have no gaps, so a page is a stretch of the index: as quick at message 10,000 as at message 50.
        var newest = await grant.Rows<Message>().AsNoTracking().Where(m => m.Conversation == id).OrderByDescending(m => m.Number).Take(PerPage).ToListAsync(cancel);
        newest.Reverse();
        return pages.Keep(talk.Conversation, await OpenMessages.Load(grant, id, newest, cancel), await readers.Rows(grant, id, cancel));
    }
}
