using Kring.Access;
using Kring.Conversations.Messages;
using Kring.Networks;
using Kring.Platform;
using Kring.Platform.Limits;
using Microsoft.EntityFrameworkCore;

namespace Kring.Conversations.Searches;

/// <summary>What a search shows.</summary>
/// <param name="Writers">Who can be chosen as the writer.</param>
/// <param name="Found">Null when nothing was asked yet.</param>
internal sealed record SearchShown(NetworkHead Head, IReadOnlyList<Writer> Writers, SearchFound? Found);

/// <param name="Looked">In how many messages was looked.</param>
/// <param name="Next">From where to search further; null when everything was looked at.</param>
/// <param name="Oldest">When the oldest of them was said; null when there was none.</param>
public sealed record SearchFound(IReadOnlyList<SearchHit> Hits, int Looked, SearchPlace? Next, DateTimeOffset? Oldest);

/// <param name="Author">Null for somebody who is not known here any more, or the reader.</param>
/// <param name="Path">The message in its conversation.</param>
public sealed record SearchHit(string Subject, Audience Audience, string? Author, bool Own, DateTimeOffset At, IReadOnlyList<SearchPiece> Pieces, string Path);

internal enum SearchAnswer
{
    Shown,
    Refused,
    TooOften,
}

/// <summary>
/// Searches the messages that somebody may read, newest first. Texts are sealed, so they are opened one after the other and compared here; no index of words exists to leak them. Each search
/// opens so many at most and says from where to go on. The log says that was searched, never for what.
/// </summary>
internal sealed class SearchMessages(Door door, NetworksAccess networks, LoadWriters load, TryCounters counters)
{
    internal const int MostOpened = 2_000, MostHits = 20;

    /// <summary>Long texts take longer to compare than to open.</summary>
    internal const int MostCharacters = 1_000_000;

    private const int Batch = 500;

    /// <param name="ask">Null shows the form alone.</param>
    internal async Task<(SearchAnswer Answer, SearchShown? Shown, GateRefusal Refusal, TimeSpan Wait)> Run(Actor actor, NetworkId network, SearchAsk? ask, CancellationToken cancel)
    {
        var wait = ask is null ? null : counters.Count(SearchLimits.PerAccount, actor.Person.ToString()!);
        var what = ask is null || wait is not null ? new LoggedObject("network", network.Compartment.Id.Value) : new LoggedObject("search");
        var entrance = await door.Enter(new Visit(actor, network.Compartment, ConversationsPurposes.Communicate, Operations.Read, what), cancel);
        if (entrance.Grant is not { } grant)
            return (SearchAnswer.Refused, null, entrance.Refusal, default);
        var (seen, said) = Visible(grant);
        var writers = await load.Run(grant, said, cancel);
        var found = ask is null || wait is not null ? null : await Find(grant, ask, seen, said, writers, cancel);
        var shown = new SearchShown(await networks.Head(grant, cancel), writers, found);
        return (wait is null ? SearchAnswer.Shown : SearchAnswer.TooOften, shown, GateRefusal.None, wait ?? default);
    }

    /// <summary>The conversations whose audience the reader is in, and the messages in them that are there and were said in the reader's time.</summary>
    private static (IQueryable<Conversation> Seen, IQueryable<Message> Said) Visible(Grant grant)
    {
        var (from, audiences) = (grant.Standing.HistoryFrom, Conversation.OpenTo(grant.Standing.Role).ToList());
        var seen = grant.Rows<Conversation>().Where(c => audiences.Contains(c.Audience));
        var said = grant.Rows<Message>().Where(m => m.RemovedAt == null && m.Text != null && (from == null || m.At >= from) && seen.Any(c => c.Id == m.Conversation));
        return (seen, said);
    }

    private static async Task<SearchFound> Find(Grant grant, SearchAsk ask, IQueryable<Conversation> seen, IQueryable<Message> said, IReadOnlyList<Writer> writers, CancellationToken cancel)
    {
        var words = SearchWords.Of(ask.Words);
        var hits = new List<(Message Message, string Text)>();
        var (looked, characters, place) = (0, 0, ask.After);
        bool more;
        do
        {
            var rows = await NewestFirst(Asked(said, ask), place).Take(Batch + 1).ToListAsync(cancel);
            var at = 0;
            for (; at < Math.Min(rows.Count, Batch) && hits.Count < MostHits && looked < MostOpened && characters < MostCharacters; at++, looked++)
            {
                var text = grant.Open(Message.TextField, rows[at].Id.Value, rows[at].Text!.Value);
                characters += text.Length;
                place = new SearchPlace(rows[at].At, rows[at].Id.Value);
                if (words.AreIn(text))
                    hits.Add((rows[at], text));
            }

            more = at < rows.Count;
        }
        while (more && hits.Count < MostHits && looked < MostOpened && characters < MostCharacters);

        return new SearchFound(await Show(grant, words, hits, seen, writers, cancel), looked, more ? place : null, looked == 0 ? null : place!.At);
    }

    private static IQueryable<Message> Asked(IQueryable<Message> said, SearchAsk ask)
    {
        if (ask.By is { } by)
        {
            var author = new PersonId(by);
            said = said.Where(m => m.Author == author);
        }

        if (ask.From?.StartInAmsterdam() is { } from)
            said = said.Where(m => m.At >= from);
        if (ask.Until?.AddDays(1).StartInAmsterdam() is { } until)
            said = said.Where(m => m.At < until);
        return said;
    }

    private static IQueryable<Message> NewestFirst(IQueryable<Message> said, SearchPlace? after)
    {
        if (after is { } place)
        {
            var id = MessageId.From(place.Message);
            said = said.Where(m => m.At <= place.At && (m.At < place.At || m.Id < id));
        }

        return said.OrderByDescending(m => m.At).ThenByDescending(m => m.Id);
    }

    private static async Task<IReadOnlyList<SearchHit>> Show(Grant grant, SearchWords words, IReadOnlyList<(Message Message, string Text)> hits, IQueryable<Conversation> seen, IReadOnlyList<Writer> writers, CancellationToken cancel)
    {
        var ids = hits.Select(h => h.Message.Conversation).Distinct().ToList();
        var talks = ids.Count == 0 ? [] : await seen.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        return [.. hits.Select(hit =>
        {
            var (message, talk) = (hit.Message, talks[hit.Message.Conversation]);
            return new SearchHit(grant.Open(Conversation.SubjectField, talk.Id.Value, talk.Subject), talk.Audience, writers.FirstOrDefault(w => w.Person == message.Author)?.Name, message.Author == grant.Person, message.At,
                words.Excerpt(hit.Text), $"/netwerken/{talk.Compartment}/berichten/{talk.Id}?bericht={message.Number}#bericht-{message.Number}");
        })];
    }
}
