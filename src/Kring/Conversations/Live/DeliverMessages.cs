using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Conversations.Recent;
using Kring.Networks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Live;

/// <summary>A message as it goes to an open page.</summary>
/// <param name="New">False for one that was there and changed.</param>
internal sealed record Delivery(long Number, bool New, string Html);

/// <summary>
/// What an open page must get now: the messages after the last it has, and those that changed. Passes the gate anew each time and is logged as the reading it is; runs in a scope
/// of its own.
/// </summary>
internal sealed class DeliverMessages(EnterConversation enter, LoadRecent recent, IServiceProvider services, ILoggerFactory loggers)
{
    internal const int MostAtOnce = 100;

    /// <summary>A browser that comes back gets again what changed among so many messages before the last it has.</summary>
    internal const int LookBack = 100;

    /// <returns>Null when this is no longer theirs to read.</returns>
    internal async Task<IReadOnlyList<Delivery>?> Run(Actor actor, NetworkId network, ConversationId conversation, long last, IReadOnlyCollection<long>? changed, CancellationToken cancel)
    {
        var way = await enter.Run(actor, network, conversation, Operations.Read, "conversation", cancel);
        if (way.Talk is not { } talk)
            return null;
        var page = await recent.Run(talk, cancel);
        var shown = Newest(talk, page, last, changed) ?? await Elsewhere(talk, page, last, changed, cancel);
        if (shown.Count == 0)
            return [];
        await using var renderer = new HtmlRenderer(services, loggers);
        var deliveries = new List<Delivery>();
        foreach (var message in shown)
            deliveries.Add(new Delivery(message.Number, message.Number > last, await Html(renderer, message)));
        return deliveries;
    }

    /// <returns>Null when some of it is not among the newest messages.</returns>
    private IReadOnlyList<MessageShown>? Newest(Talk talk, RecentPage page, long last, IReadOnlyCollection<long>? changed)
    {
        if (changed is null || page.Messages.Messages is not [var oldest, ..] || last + 1 < oldest.Number || changed.Any(n => n < oldest.Number))
            return null;
        var rows = page.Messages.Messages.Where(m => (m.Number > last || changed.Contains(m.Number)) && talk.MaySee(m.At)).OrderBy(m => m.Number <= last).ThenBy(m => m.Number).ToList();
        return OpenMessages.Open(talk, recent.Open(talk, page), page.Messages, rows);
    }

    private async Task<IReadOnlyList<MessageShown>> Elsewhere(Talk talk, RecentPage page, long last, IReadOnlyCollection<long>? changed, CancellationToken cancel)
    {
        var conversation = talk.Conversation.Id;
        var all = talk.Grant.Rows<Message>().Where(m => m.Conversation == conversation);
        if (talk.HistoryFrom is { } from)
            all = all.Where(m => m.At >= from);
        var rows = await all.Where(m => m.Number > last).OrderBy(m => m.Number).Take(MostAtOnce).ToListAsync(cancel);
        var earlier = (changed ?? []).Where(n => n <= last).ToList();
        if (changed is null)
            rows.AddRange(await all.Where(m => m.Number <= last && m.Number > last - LookBack && (m.EditedAt != null || m.RemovedAt != null)).OrderBy(m => m.Number).ToListAsync(cancel));
        else if (earlier.Count > 0)
            rows.AddRange(await all.Where(m => earlier.Contains(m.Number)).OrderBy(m => m.Number).ToListAsync(cancel));
        return rows.Count == 0 ? [] : await OpenMessages.Run(talk, recent.Open(talk, page), rows, cancel);
    }

    private static Task<string> Html(HtmlRenderer renderer, MessageShown message) => renderer.Dispatcher.InvokeAsync(async () =>
        (await renderer.RenderComponentAsync<MessageItem>(ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MessageItem.Message)] = message }))).ToHtmlString());
}
