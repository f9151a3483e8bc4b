using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Law;
using Kring.Networks.Mandates;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.BreakGlass;

internal enum EmergencyAnswer
{
    Opened,
    ReasonTooShort,
    /// <summary>No such network, or none in which the asker's organisation takes part: the same answer for both.</summary>
    NotFound,
}

/// <summary>Opens one network for an hour to a colleague who does not take part in it: break-glass, with a typed reason.</summary>
internal sealed class OpenInEmergency(Door door, NetworksAccess networks, OrganisationsAccess organisations, LookupIndexes indexes, Outbox outbox, NotifyPerson notify, WhoAnswers voices, LegalTermsBoard terms, TimeProvider time)
{
    internal const int ShortestReason = 20;

    internal static bool MayOpen(Role role) => role is Role.Professional or Role.Coordinator or Role.QualityNurse;

    internal async Task<(EmergencyAnswer Answer, NetworkId? Network)> Run(Actor actor, string name, string recipient, DateOnly birthDate, string reason, CancellationToken cancel)
    {
        if (reason.Trim().Length < ShortestReason)
            return (EmergencyAnswer.ReasonTooShort, null);
        foreach (var network in await networks.WithRecipient(indexes.OfRecipient(recipient, birthDate), cancel))
        {
            var entrance = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.BreakGlass, Operations.Create, new LoggedObject("emergency-access")), cancel);
            if (entrance.Grant is not { } grant)
                continue;
            var organisation = await organisations.Of(grant.Standing.Organisation!.Value, cancel);
            // A desk that is closed keeps nobody out in an emergency: the mail goes out all the same.
            var id = time.NewId<EmergencyAccessId>();
            var told = new Visit(actor, organisation.Id.Office, NetworksPurposes.TellOfficer, Operations.Create, new LoggedObject("emergency-review", id.Value));
            var desk = (await door.Enter(told, cancel)).Grant;
            var function = desk is null ? "" : await FunctionOf(desk, cancel);
            var access = Add(grant, id, organisation, name, function, reason.Trim(), (await terms.Current(cancel)).EndOf(LegalTermKeys.EmergencyAccess, time.Moment()));
            if (desk is not null)
                AddReview(desk, access, name, recipient.Trim(), reason.Trim());
            outbox.Add(desk ?? grant, NoticeKind.EmergencyAccess, DeliveryChannel.Mail, organisation.OfficerMail, new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = "/privacybalie/noodtoegang" });
            // Who it is about hears that something happened, and finds it on top of who looked.
            foreach (var person in await ConcernedBy(grant, cancel))
                await notify.Add(person, NoticeKind.NetworkChanged, $"/netwerken/{network}/wie-keek", cancel);
            return await door.CommitHeld(grant, cancel) == HeldCommit.Saved ? (EmergencyAnswer.Opened, network) : (EmergencyAnswer.NotFound, null);
        }

        return (EmergencyAnswer.NotFound, null);
    }

    private async Task<IEnumerable<PersonId>> ConcernedBy(Grant grant, CancellationToken cancel)
    {
        var care = await grant.Rows<CareNetwork>().AsNoTracking().SingleAsync(cancel);
        return (await voices.In(grant, care, cancel)).Append(care.Recipient).Distinct();
    }

    private static async Task<string> FunctionOf(Grant desk, CancellationToken cancel)
    {
        var id = new StaffMemberId(desk.Standing.RelationId!.Value);
        var work = await desk.Rows<StaffMember>().AsNoTracking().SingleAsync(s => s.Id == id, cancel);
        return desk.Open(StaffMember.JobTitleField, work.Id.Value, work.JobTitle);
    }

    private EmergencyAccess Add(Grant grant, EmergencyAccessId id, Organisation organisation, string name, string function, string reason, DateTimeOffset until) => grant.Add(new EmergencyAccess
    {
        Id = id,
        Compartment = grant.Compartment.Id,
        Person = grant.Person,
        Organisation = organisation.Id,
        Name = grant.Seal(EmergencyAccess.NameField, id.Value, name),
        Function = grant.Seal(EmergencyAccess.FunctionField, id.Value, function),
        Reason = grant.Seal(EmergencyAccess.ReasonField, id.Value, reason),
        From = time.Moment(),
        Until = until,
    });

    private static void AddReview(Grant desk, EmergencyAccess access, string name, string recipient, string reason) => desk.Add(new EmergencyReview
    {
        Id = access.Id,
        Compartment = desk.Compartment.Id,
        Name = desk.Seal(EmergencyReview.NameField, access.Id.Value, name),
        Recipient = desk.Seal(EmergencyReview.RecipientField, access.Id.Value, recipient),
        Reason = desk.Seal(EmergencyReview.ReasonField, access.Id.Value, reason),
        From = access.From,
        Until = access.Until,
    });
}
