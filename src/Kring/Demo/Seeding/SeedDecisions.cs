using Kring.Access;
using Kring.Access.Sealing;
using Kring.Demo.Script;
using Kring.Networks.Admissions;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;

namespace Kring.Demo.Seeding;

/// <summary>Mandates, what was asked after the lock, and the answers.</summary>
internal sealed class SeedDecisions(LookupIndexes indexes)
{
    private const string TextVersion = "2026-1";

    internal void Run(Grant grant, DemoStage stage, DemoNetwork script, IReadOnlyDictionary<string, MembershipId> memberships)
    {
        var mandates = new Dictionary<string, Mandate>(StringComparer.Ordinal);
        foreach (var representative in script.Representatives)
            mandates[representative.PersonKey] = grant.Add(MandateOf(grant, stage, script, representative));
        foreach (var asked in script.Admissions)
        {
            var admission = grant.Add(AdmissionOf(grant, stage, asked));
            if (asked.DecidedByKey is not { } decider)
                continue;
            var consent = grant.Add(ConsentOf(grant, stage, script, asked, admission.Id, mandates.GetValueOrDefault(decider)));
            consent.Membership = consent.Given && memberships.TryGetValue(asked.PersonKey, out var joined) ? joined : null;
        }
    }

    private static Mandate MandateOf(Grant grant, DemoStage stage, DemoNetwork script, DemoRepresentative representative)
    {
        var id = MandateId.From(Guid.CreateVersion7(script.EnrolledAt));
        return new Mandate
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Person = stage.Id(representative.PersonKey),
            Kind = DemoWords.MandateOf(representative.Kind),
            Scope = DemoWords.ScopeOf(representative.Scope),
            From = representative.From,
            Until = representative.Until,
            EvidenceReference = grant.Seal(Mandate.EvidenceField, id.Value, representative.EvidenceReference),
            RecordedBy = stage.Id(script.CoordinatorKey),
            RecordedAt = script.EnrolledAt.ToUniversalTime(),
        };
    }

    private AdmissionRequest AdmissionOf(Grant grant, DemoStage stage, DemoAdmission asked)
    {
        var id = AdmissionId.From(Guid.CreateVersion7(asked.RequestedAt));
        var address = stage.Person(asked.PersonKey).Mail;
        return new AdmissionRequest
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            RequestedBy = stage.Id(asked.RequestedByKey),
            RequestedAt = asked.RequestedAt.ToUniversalTime(),
            Capacity = DemoWords.CapacityOf(asked.Capacity),
            Organisation = asked.OrganisationKey is { } key ? stage.Organisation(key) : null,
            Name = grant.Seal(AdmissionRequest.NameField, id.Value, stage.Name(asked.PersonKey)),
            Function = grant.Seal(AdmissionRequest.FunctionField, id.Value, asked.RelationOrFunction ?? "naaste"),
            Address = grant.Seal(AdmissionRequest.AddressField, id.Value, address),
            AddressIndex = indexes.OfMail(address),
            Reason = grant.Seal(AdmissionRequest.ReasonField, id.Value, asked.Reason),
            AsksHistory = false,
            State = asked.State switch
            {
                DemoAdmissionState.Pending => AdmissionState.Waiting,
                DemoAdmissionState.Granted or DemoAdmissionState.Withdrawn => AdmissionState.Granted,
                DemoAdmissionState.Refused => AdmissionState.Refused,
            },
            AnsweredBy = asked.DecidedByKey is { } decider ? stage.Id(decider) : null,
            AnsweredAt = asked.DecidedAt?.ToUniversalTime(),
        };
    }

    private static Consent ConsentOf(Grant grant, DemoStage stage, DemoNetwork script, DemoAdmission asked, AdmissionId admission, Mandate? mandate)
    {
        var id = ConsentId.From(Guid.CreateVersion7(asked.DecidedAt!.Value));
        var decider = stage.Id(asked.DecidedByKey!);
        var given = asked.State != DemoAdmissionState.Refused;
        return new Consent
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Admission = admission,
            About = grant.Seal(Consent.AboutField, id.Value, $"{stage.Name(asked.PersonKey)}, {asked.RelationOrFunction}"),
            Given = given,
            HistoryGranted = false,
            AnsweredBy = decider,
            OnBehalfOf = stage.Id(script.RecipientKey),
            Ground = mandate switch
            {
                null => ConsentGround.OwnConsent,
                { Kind: MandateKind.ParentWithAuthority } => ConsentGround.ParentalAuthority,
                _ => ConsentGround.Mandate,
            },
            Mandate = mandate?.Id,
            TextVersion = TextVersion,
            At = asked.DecidedAt.Value.ToUniversalTime(),
            Person = given ? stage.Id(asked.PersonKey) : null,
            WithdrawnAt = asked.WithdrawnAt?.ToUniversalTime(),
            WithdrawnBy = asked.WithdrawnAt is null ? null : decider,
        };
    }
}
