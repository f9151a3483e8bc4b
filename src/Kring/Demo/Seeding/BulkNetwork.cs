using Kring.Access;
using Kring.Access.Sealing;
using Kring.Conversations;
using Kring.Conversations.Messages;
using Kring.Law;
using Kring.Networks;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Demo.Seeding;

/// <summary>One network of bulk data with one conversation, in which its five people speak in turn.</summary>
internal sealed class BulkNetwork(Door door, LookupIndexes indexes, LegalTermsBoard law)
{
    internal async Task Run(BulkCrowd crowd, int number, int messages, IReadOnlyList<string> lines, CancellationToken cancel)
    {
        var enrolled = crowd.Now.AddDays(-60);
        var id = NetworkId.From(Guid.CreateVersion7(enrolled));
        var grant = await door.FoundByJob(DemoStage.Making(id.Compartment, new LoggedObject("network")), cancel);
        var rows = new NetworkRows(indexes, new StandingClock(enrolled));
        var (coordinator, recipient, family) = crowd.Around(number);
        rows.AddNetwork(grant, recipient.Id, recipient.Name, new DateOnly(1940, 1, 1), crowd.Organisation, enrolled, (await law.Current(cancel)).EndOf(LegalTermKeys.NetworkLock, enrolled));
        rows.AddMembership(grant, new Participant(recipient.Id, Capacity.CareRecipient, recipient.Name, "zorgontvanger"), enrolled, null);
        rows.AddMembership(grant, new Participant(coordinator.Id, Capacity.Professional, coordinator.Name, "coördinator", crowd.Organisation, true), enrolled, null);
        foreach (var person in family)
            rows.AddMembership(grant, new Participant(person.Id, Capacity.InformalCarer, person.Name, "naaste"), enrolled, null);
        rows.AddBasis(grant, crowd.Organisation, BasisKind.TreatmentAgreement, $"BO-{number}", enrolled.DutchDay(), coordinator.Id);
        Talk(grant, [coordinator, recipient, .. family], enrolled, messages, lines, number);
        await door.Commit(cancel);
    }

    private static void Talk(Grant grant, IReadOnlyList<BulkPerson> people, DateTimeOffset since, int messages, IReadOnlyList<string> lines, int number)
    {
        var id = ConversationId.From(Guid.CreateVersion7(since));
        var pause = TimeSpan.FromDays(59) / Math.Max(1, messages);
        grant.Add(new Conversation
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Subject = grant.Seal(Conversation.SubjectField, id.Value, "Hoe gaat het?"),
            Audience = Audience.Everyone,
            StartedBy = people[0].Id,
            StartedAt = since,
            LastNumber = messages,
            LastAt = Moment(messages),
        });
        for (var message = 1; message <= messages; message++)
        {
            var row = MessageId.From(Guid.CreateVersion7(Moment(message)));
            grant.Add(new Message
            {
                Id = row,
                Compartment = grant.Compartment.Id,
                Conversation = id,
                Number = message,
                Author = people[message % people.Count].Id,
                ClientId = row.Value,
                At = Moment(message),
                Text = grant.Seal(Message.TextField, row.Value, lines[(number + message) % lines.Count]),
            });
        }

        DateTimeOffset Moment(int message) => since + TimeSpan.FromSeconds(Math.Floor((pause * message).TotalSeconds));
    }
}
