using Kring.Access;
using Kring.Access.Sealing;
using Kring.Conversations;
using Kring.Conversations.Reading;
using Kring.Demo.Seeding;
using Kring.Law;
using Kring.Networks;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Bench.Growth;

/// <summary>Founds many networks with their people and their empty conversations; what is said follows. Each is a compartment with its own key and its own line in the log. The caller commits.</summary>
internal sealed class FoundNetworks(Door door, InventedPeople people, LookupIndexes indexes, LegalTermsBoard law, TimeProvider time)
{
    internal async Task<IReadOnlyList<SeededNetwork>> Run(IReadOnlyList<int> numbers, SeededOrganisation organisation, DateTimeOffset since, string hash)
    {
        var locks = (await law.Current(default)).EndOf(LegalTermKeys.NetworkLock, since);
        var founded = new List<SeededNetwork>();
        foreach (var number in numbers)
        {
            var family = new List<PersonId> { await people.Add("client", number, hash) };
            for (var carer = 0; carer < WorldPlan.Carers(number); carer++)
                family.Add(await people.Add($"naaste{carer}-", number, hash));
            founded.Add(await Found(number, family, organisation, since, locks));
        }

        return founded;
    }

    private async Task<SeededNetwork> Found(int number, List<PersonId> family, SeededOrganisation organisation, DateTimeOffset since, DateTimeOffset locks)
    {
        var id = time.NewId<NetworkId>();
        var grant = await door.FoundByJob(Stage.Making(id.Compartment, "network"), default);
        var rows = new NetworkRows(indexes, new StandingClock(since));
        var coordinator = organisation.CoordinatorOf(number);
        List<PersonId> professionals = WorldPlan.HasSecond(number) ? [coordinator, organisation.SecondOf(number)] : [coordinator];
        rows.AddNetwork(grant, family[0], InventedPeople.Name(number), InventedPeople.BirthDate(number), organisation.Id, since, locks);
        rows.AddMembership(grant, new Participant(family[0], Capacity.CareRecipient, InventedPeople.Name(number), "zorgontvanger"), since, null);
        foreach (var carer in family.Skip(1))
            rows.AddMembership(grant, new Participant(carer, Capacity.InformalCarer, InventedPeople.Name(number), "dochter"), since, null);
        foreach (var professional in professionals)
            rows.AddMembership(grant, new Participant(professional, Capacity.Professional, InventedPeople.Name(number), "wijkverpleegkundige", organisation.Id, professional == coordinator), since, null);
        rows.AddBasis(grant, organisation.Id, BasisKind.TreatmentAgreement, "BO-1", since.DutchDay(), coordinator);
        List<PersonId> all = [.. family, .. professionals];
        var (said, first) = (WorldPlan.Messages(number), WorldPlan.InFirst(number));
        return new SeededNetwork(number, id, all, Open(grant, all, first, since), said > first ? Open(grant, all, said - first, since) : null);
    }

    // Everybody has read nearly all of it.
    private ConversationId Open(Grant grant, List<PersonId> all, int messages, DateTimeOffset since)
    {
        var id = time.NewId<ConversationId>();
        grant.Add(new Conversation
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Subject = grant.Seal(Conversation.SubjectField, id.Value, "De komende week"),
            Audience = Audience.Everyone,
            StartedBy = all[1],
            StartedAt = since,
            LastNumber = messages,
            LastAt = time.Moment(),
        });
        foreach (var (place, person) in all.Index().Where(p => messages > p.Index))
            grant.Add(new ReadReceipt { Id = time.NewId<ReceiptId>(), Compartment = grant.Compartment.Id, Conversation = id, Person = person, UpTo = messages - place, At = time.Moment() });
        return id;
    }
}
