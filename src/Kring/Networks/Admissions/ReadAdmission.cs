using Kring.Access;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Admissions;

/// <summary>One question as it stands on its page: about whom, by whom, why, and what this reader may answer.</summary>
/// <param name="Consent">The answer that was recorded, once there is one.</param>
/// <param name="GoesOn">This person takes part in a way that does not rest on this consent.</param>
internal sealed record AdmissionView(NetworkHead Head, AdmissionRequest Request, string Name, string Function, string? Organisation, string Reason, string? Asker, string Recipient,
    AnswerRight Right, Voice Voice, Consent? Consent, string? AnsweredBy, string? WithdrawnBy, bool GoesOn);

/// <summary>Shows one admission request to whoever it is put to.</summary>
internal sealed class ReadAdmission(Door door, NetworksAccess networks, OrganisationsAccess organisations, VoiceOf voices, AboutThemselves about)
{
    internal async Task<(AdmissionView? View, GateRefusal Refusal)> Run(Actor actor, NetworkId network, AdmissionId admission, CancellationToken cancel)
    {
        var entrance = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Decide, Operations.Read, new LoggedObject("admission-request", admission.Value)), cancel);
        if (entrance.Grant is not { } grant)
            return (null, entrance.Refusal);
        if (await grant.Rows<AdmissionRequest>().SingleOrDefaultAsync(a => a.Id == admission, cancel) is not { } request)
            return (null, GateRefusal.NoRelation);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var voice = await voices.Holder(grant, care, cancel);
        var people = await grant.KnownPeopleOf(cancel);
        var right = request.RightToAnswer(grant.Person, voice, await about.Is(grant, request, cancel));
        if (care.State == CareState.Closed && right is (AnswerRight.MayAnswer or AnswerRight.MayOnlyObject))
            right = AnswerRight.NetworkClosed;
        var consent = await grant.Rows<Consent>().SingleOrDefaultAsync(c => c.Admission == admission, cancel);
        var goesOn = consent?.Person is { } joined && people.TryGetValue(joined, out var known) && known.Membership.Until is null && known.Membership.Id != consent.Membership;
        var head = await networks.Head(grant, cancel);
        return (new AdmissionView(head, request, grant.Open(AdmissionRequest.NameField, admission.Value, request.Name), grant.Open(AdmissionRequest.FunctionField, admission.Value, request.Function),
            request.Organisation is { } id ? (await organisations.Of(id, cancel)).Name : null, grant.Open(AdmissionRequest.ReasonField, admission.Value, request.Reason),
            people.NameOf(request.RequestedBy), head.Name, right, voice, consent, people.NameOf(consent?.AnsweredBy ?? request.AnsweredBy), people.NameOf(consent?.WithdrawnBy), goesOn), GateRefusal.None);
    }
}
