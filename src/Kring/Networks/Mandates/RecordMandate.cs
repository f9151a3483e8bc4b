using Kring.Access;
using Kring.Delivery;
using Kring.Law;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Mandates;

internal enum RecordOutcome
{
    Recorded,
    /// <summary>The plan says why not.</summary>
    MayNot,
    TryAgain,
    NotThere,
}

internal readonly record struct RecordResult(RecordOutcome Outcome, MandatePlan Plan = MandatePlan.Record, GateRefusal Refusal = GateRefusal.None);

/// <summary>Records on which document somebody represents the care recipient. A relative goes on as representative; the recipient is told.</summary>
internal sealed class RecordMandate(Door door, NetworkRows rows, NotifyPerson notify, LegalTermsBoard terms, TimeProvider time)
{
    internal async Task<RecordResult> Run(Actor actor, NetworkId network, MandateDetails details, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Represent, Operations.Create, new LoggedObject("mandate")), cancel);
        if (grant is null)
            return new RecordResult(RecordOutcome.NotThere, Refusal: refusal);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var (law, today) = (await terms.Current(cancel), time.Moment().DutchDay());
        var born = grant.Open(CareNetwork.BirthDateField, care.Id.Value, care.BirthDate);
        var representative = await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Id == details.Membership, cancel);
        var plan = details.Plan(representative, grant.Person, born, law, today);
        if (plan == MandatePlan.Themselves)
            await door.Refuse(grant, plan.ToString(), cancel);
        if (plan != MandatePlan.Record)
            return new RecordResult(RecordOutcome.MayNot, plan);
        Add(grant, representative!.Person, details, details.LastDay(born, law, today));
        if (representative.Capacity == Capacity.InformalCarer)
            GoOnAsRepresentative(grant, representative);
        care.Version++;
        await notify.Add(care.Recipient, NoticeKind.NetworkChanged, $"/netwerken/{network}/vertegenwoordigers", cancel);
        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => new RecordResult(RecordOutcome.Recorded),
            HeldCommit.NothingChanged => new RecordResult(RecordOutcome.TryAgain),
            HeldCommit.Refused => new RecordResult(RecordOutcome.NotThere, Refusal: GateRefusal.NoRelation),
        };
    }

    private void Add(Grant grant, PersonId person, MandateDetails details, DateOnly? until)
    {
        var id = time.NewId<MandateId>();
        grant.Add(new Mandate
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Person = person,
            Kind = details.Kind,
            Scope = details.Scope,
            From = details.From,
            Until = until,
            EvidenceReference = grant.Seal(Mandate.EvidenceField, id.Value, details.Evidence.Trim()),
            RecordedBy = grant.Person,
            RecordedAt = time.Moment(),
        });
    }

    private void GoOnAsRepresentative(Grant grant, NetworkMembership relative)
    {
        var known = grant.Known(relative);
        var now = time.Moment();
        relative.EndAt(now, MembershipEnd.ChangedCapacity, grant.Person);
        rows.AddMembership(grant, new Participant(relative.Person, Capacity.Representative, known.Name, known.Function), now, relative.HistoryFrom);
    }
}
