using Kring.Access;
using Kring.Conversations;
using Kring.Networks;

namespace Kring.Bench.Growth;

/// <summary>A network of the growing world, with who takes part: the care recipient first, then family, then professionals.</summary>
/// <param name="Number">Its place in the plan.</param>
/// <param name="Second">Its second conversation, when there is one.</param>
internal sealed record SeededNetwork(int Number, NetworkId Id, IReadOnlyList<PersonId> People, ConversationId First, ConversationId? Second)
{
    internal PersonId Recipient => People[0];

    internal PersonId Carer => People[1];

    internal string Path => $"/netwerken/{Id}/berichten/{First.Value}";
}

/// <summary>An organisation of the growing world, with everybody who works there.</summary>
internal sealed record SeededOrganisation(OrganisationId Id, IReadOnlyList<PersonId> Staff)
{
    internal PersonId CoordinatorOf(int network) => Staff[network / WorldPlan.PerCoordinator % WorldPlan.Coordinators];

    internal PersonId SecondOf(int network) => Staff[WorldPlan.Coordinators + (network / 3 % (WorldPlan.Staff - WorldPlan.Coordinators))];
}
