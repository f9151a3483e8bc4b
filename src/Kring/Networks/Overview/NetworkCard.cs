using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Participation;

namespace Kring.Networks.Overview;

/// <summary>A network as somebody sees it among their networks.</summary>
public sealed record NetworkCard(NetworkId Id, string Name, Capacity Capacity, string Function, CareState State, DateTimeOffset LocksAt, bool Locked, int Unread, DateTimeOffset? LastAt, int Questions);

/// <summary>What a card is made of, still sealed.</summary>
internal sealed record SealedCard(NetworkId Id, Sealed<string> Name, CareState State, DateTimeOffset LocksAt, MembershipId Membership, Capacity Capacity, Sealed<string> Function);
