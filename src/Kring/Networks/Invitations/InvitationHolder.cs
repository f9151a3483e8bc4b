using Kring.Access;

namespace Kring.Networks.Invitations;

/// <summary>Who holds the link, and whose the invited address is.</summary>
/// <param name="SignedIn">Null for somebody without a session.</param>
/// <param name="AddressOwner">Whoever has an account at the invited address.</param>
/// <param name="OtherNumber">Invited by SMS, and signed in to an account with another number.</param>
internal sealed record InvitationHolder(PersonId? SignedIn, PersonId? AddressOwner, bool OtherNumber = false);
