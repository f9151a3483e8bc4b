using Kring.Access;
using Kring.Networks.Coordination;
using Kring.Networks.Mandates;

namespace Kring.Networks.Leaving;

/// <summary>Finds whether a network can go on when its coordinator leaves: somebody decides and can sign in, or somebody else coordinates.</summary>
internal sealed class WhoGoesOn(WhoAnswers who, FindCandidates candidates)
{
    /// <returns>True for a closed network: nothing is left to decide there but withdrawing.</returns>
    internal Task<bool> Without(Grant network, CareNetwork care, PersonId coordinator, CancellationToken cancel) => Without(network, care, [coordinator], cancel);

    /// <summary>As above, for all who go at once.</summary>
    internal async Task<bool> Without(Grant network, CareNetwork care, IReadOnlyCollection<PersonId> gone, CancellationToken cancel)
        => care.State == CareState.Closed
            || (await who.In(network, care, cancel)).Any(p => !gone.Contains(p))
            || (await candidates.In(network, cancel)).Any(c => c.Coordinates && !gone.Contains(c.Who.Membership.Person));
}
