using Kring.Access;

namespace Kring.Networks;

/// <summary>What goes on in a network, as far as somebody may know it: only messages they may read count.</summary>
/// <param name="Unread">How many messages of others they have not read.</param>
/// <param name="LastAt">When somebody last said something; null when nobody did.</param>
internal sealed record NetworkActivity(int Unread, DateTimeOffset? LastAt);

/// <summary>The boundary by which a higher module tells what goes on in networks. Without one, nothing does.</summary>
internal interface INetworkActivity
{
    /// <summary>One query for all of them. Networks without any activity may be absent from the answer.</summary>
    Task<IReadOnlyDictionary<NetworkId, NetworkActivity>> Of(PersonId person, IReadOnlyCollection<NetworkId> networks, CancellationToken cancel);
}
