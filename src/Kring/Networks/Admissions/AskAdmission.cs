using Kring.Access;
using Kring.Access.Sealing;
using Kring.Delivery;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Admissions;

/// <summary>Puts the question whether somebody may take part to the care recipient and the representatives. The caller decided that it must be asked, and commits.</summary>
internal sealed class AskAdmission(NotifyPerson notify, VoiceOf voices, LookupIndexes indexes, TimeProvider time)
{
    internal AdmissionRequest Add(Grant network, InvitationWish wish)
    {
        var id = time.NewId<AdmissionId>();
        return network.Add(new AdmissionRequest
        {
            Id = id,
            Compartment = network.Compartment.Id,
            RequestedBy = network.Person,
            RequestedAt = time.Moment(),
            Capacity = wish.Capacity,
            Organisation = wish.Organisation,
            Name = network.Seal(AdmissionRequest.NameField, id.Value, wish.Name),
            Function = network.Seal(AdmissionRequest.FunctionField, id.Value, wish.Function),
            Address = network.Seal(AdmissionRequest.AddressField, id.Value, wish.Address.Value),
            AddressIndex = wish.Address.Index(indexes),
            Reason = network.Seal(AdmissionRequest.ReasonField, id.Value, wish.Reason ?? string.Empty),
            AsksHistory = wish.History,
            State = AdmissionState.Waiting,
        });
    }

    /// <summary>Tells whoever may answer that a question waits. Comes before the commit is held: it passes the gate of each of their profiles.</summary>
    internal async Task Notify(Grant network, CareNetwork care, CancellationToken cancel)
    {
        var me = network.Person;
        var path = $"/netwerken/{network.Compartment.Id}/toestemming";
        foreach (var person in await network.Rows<NetworkMembership>().Where(m => m.Capacity == Capacity.Representative && m.Until == null).Select(m => m.Person).ToListAsync(cancel))
        {
            if (person != me && (await voices.Person(network, care, person, cancel)).Decides)
                await notify.Add(person, NoticeKind.AdmissionAsked, path, cancel);
        }

        if (care.Recipient != me)
            await notify.Add(care.Recipient, NoticeKind.AdmissionAsked, path, cancel, preferSms: care.ContactPreference == ContactPreference.Sms);
    }
}
