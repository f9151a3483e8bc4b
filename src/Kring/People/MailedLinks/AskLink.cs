using System.Globalization;
using System.Threading.Channels;
using Kring.Access.Sealing;
using Kring.People.SignIns;
using Kring.Platform.Limits;

namespace Kring.People.MailedLinks;

/// <summary>What was asked: no more than the mail address as typed, and the language of who typed it.</summary>
internal sealed record LinkAsked(LinkSort Sort, string Mail, string Language);

/// <summary>
/// Between the page and the job, in the memory of this node, so that the answer to a known and an unknown address takes the same work and the same time. A restart forgets what waits
/// here; whoever gets no mail asks again.
/// </summary>
internal sealed class LinksAsked
{
    private readonly Channel<LinkAsked> _waiting = Channel.CreateBounded<LinkAsked>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    internal void Add(LinkAsked asked) => _waiting.Writer.TryWrite(asked);

    internal IAsyncEnumerable<LinkAsked> All(CancellationToken cancel) => _waiting.Reader.ReadAllAsync(cancel);
}

/// <summary>Takes the wish of somebody who wants a link. Whether the address has an account is looked up later: nothing in the answer can tell.</summary>
internal sealed class AskLink(TryCounters counters, LookupIndexes indexes, LinksAsked asked)
{
    /// <returns>How long to wait, when too much was asked from this address range; null otherwise, whatever comes of it.</returns>
    internal TimeSpan? Run(LinkSort sort, string mail, Caller caller)
    {
        var kind = LinkKind.Of(sort);
        if (counters.Count(kind.PerRange, caller.Range) is { } crowded)
            return crowded;
        if (counters.Count(kind.PerAccount, indexes.OfMail(mail).Value) is null)
            asked.Add(new LinkAsked(sort, mail, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        return null;
    }
}
