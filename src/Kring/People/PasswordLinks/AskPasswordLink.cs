using System.Globalization;
using System.Threading.Channels;
using Kring.Access.Sealing;
using Kring.People.SignIns;
using Kring.Platform.Limits;

namespace Kring.People.PasswordLinks;

/// <summary>What was asked: no more than the mail address as typed, and the language of who typed it.</summary>
internal sealed record PasswordLinkAsked(string Mail, string Language);

/// <summary>
/// Between the page and the job, in the memory of this node, so that the answer to a known and an unknown address takes the same work and the same time. A restart forgets what waits
/// here; whoever gets no mail asks again.
/// </summary>
internal sealed class PasswordLinksAsked
{
    private readonly Channel<PasswordLinkAsked> _waiting = Channel.CreateBounded<PasswordLinkAsked>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    internal void Add(PasswordLinkAsked asked) => _waiting.Writer.TryWrite(asked);

    internal IAsyncEnumerable<PasswordLinkAsked> All(CancellationToken cancel) => _waiting.Reader.ReadAllAsync(cancel);
}

/// <summary>Takes the wish of somebody who forgot their password. Whether the address has an account is looked up later: nothing in the answer can tell.</summary>
internal sealed class AskPasswordLink(TryCounters counters, LookupIndexes indexes, PasswordLinksAsked asked)
{
    /// <returns>How long to wait, when too much was asked from this address range; null otherwise, whatever comes of it.</returns>
    internal TimeSpan? Run(string mail, Caller caller)
    {
        if (counters.Count(SignInLimits.PasswordLinkPerRange, caller.Range) is { } crowded)
            return crowded;
        if (counters.Count(SignInLimits.PasswordLinkPerAccount, indexes.OfMail(mail).Value) is null)
            asked.Add(new PasswordLinkAsked(mail, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        return null;
    }
}
