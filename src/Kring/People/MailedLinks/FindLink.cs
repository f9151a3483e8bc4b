using Kring.Access.Sealing;
using Kring.Platform;

namespace Kring.People.MailedLinks;

/// <summary>Finds the link behind a secret, as long as it would work. Looking uses nothing: mail scanners open links too.</summary>
internal sealed class FindLink(PeopleAccess people, LookupIndexes indexes, TimeProvider time)
{
    internal async Task<MailedLink?> Run(LinkSort sort, string secret, CancellationToken cancel)
        => secret.Length <= LinkKind.LongestSecret && await people.MailedLinkOf(indexes.OfSecret(LinkKind.Of(sort).Key, secret), cancel) is { } link && link.Sort == sort && link.OpenAt(time.Moment()) ? link : null;
}
