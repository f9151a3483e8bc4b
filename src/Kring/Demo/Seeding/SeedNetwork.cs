using Kring.Access;
using Kring.Access.Sealing;
using Kring.Demo.Script;
using Kring.Law;
using Kring.Networks;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Platform;

namespace Kring.Demo.Seeding;

/// <summary>One network with who takes part and on which basis; then what they decided and what they said.</summary>
internal sealed class SeedNetwork(Door door, LookupIndexes indexes, LegalTermsBoard law, SeedDecisions decisions)
{
    internal async Task Run(DemoStage stage, DemoNetwork script, CancellationToken cancel)
    {
        var enrolled = script.EnrolledAt.ToUniversalTime();
        var id = NetworkId.From(Guid.CreateVersion7(enrolled));
        var grant = await door.FoundByJob(DemoStage.Making(id.Compartment, new LoggedObject("network")), cancel);
        var rows = new NetworkRows(indexes, new StandingClock(enrolled));
        AddNetwork(grant, rows, stage, script, (await law.Current(cancel)).EndOf(LegalTermKeys.NetworkLock, enrolled));
        var memberships = new Dictionary<string, MembershipId>(StringComparer.Ordinal);
        foreach (var member in script.Members)
            memberships[member.PersonKey] = AddMember(grant, rows, stage, script, member);
        foreach (var basis in script.Bases)
            rows.AddBasis(grant, stage.Organisation(basis.OrganisationKey), DemoWords.BasisOf(basis.Kind), basis.DocumentReference, basis.Date, stage.Id(script.CoordinatorKey));
        decisions.Run(grant, stage, script, memberships);
        SeedConversations.Run(grant, stage, script);
        await door.Commit(cancel);
        stage.Networks[script] = id;
    }

    private static void AddNetwork(Grant grant, NetworkRows rows, DemoStage stage, DemoNetwork script, DateTimeOffset locksAt)
    {
        var recipient = stage.Person(script.RecipientKey);
        var birth = recipient.BirthDate!.Value;
        var young = birth.AddYears(18) > stage.Now.DutchDay();
        var network = rows.AddNetwork(grant, stage.Id(script.RecipientKey), DemoStage.FullName(recipient), birth, stage.Organisation(stage.Person(script.CoordinatorKey).Job!.OrganisationKey),
            script.EnrolledAt.ToUniversalTime(), locksAt,
            !script.RecipientHasAccount ? ContactPreference.InPerson : young ? ContactPreference.Sms : ContactPreference.Mail);
        network.State = DemoWords.StateOf(script.State);
        network.ClosedAt = script.ClosedAt?.ToUniversalTime();
    }

    private static MembershipId AddMember(Grant grant, NetworkRows rows, DemoStage stage, DemoNetwork script, DemoMember member)
    {
        var from = member.From.ToUniversalTime();
        var function = member.Capacity == DemoCapacity.Recipient ? "zorgontvanger" : member.RelationOrFunction ?? "naaste";
        var who = new Participant(stage.Id(member.PersonKey), DemoWords.CapacityOf(member.Capacity), stage.Name(member.PersonKey), function, stage.Organisation(member), member.PersonKey == script.CoordinatorKey);
        var membership = rows.AddMembership(grant, who, from, member.SeesHistory ? null : from);
        if (member.Until is not { } until)
            return membership.Id;
        var withdrawn = script.Admissions.FirstOrDefault(a => a.PersonKey == member.PersonKey && a.WithdrawnAt is not null);
        membership.EndAt(until.ToUniversalTime(), withdrawn is null ? MembershipEnd.Left : MembershipEnd.ConsentWithdrawn, stage.Id(withdrawn?.DecidedByKey ?? member.PersonKey));
        return membership.Id;
    }
}
