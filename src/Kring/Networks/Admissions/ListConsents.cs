using Kring.Access;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Admissions;

/// <param name="PutOff">Somebody chose "later" today.</param>
internal sealed record WaitingQuestion(AdmissionId Id, string Whom, string? Asker, DateTimeOffset AskedAt, bool PutOff);

/// <param name="Mandate">The kind of mandate on which it was answered.</param>
internal sealed record RecordedConsent(Consent Row, string About, string? AnsweredBy, MandateKind? Mandate, string? WithdrawnBy)
{
    /// <summary>The recipient answered for themselves.</summary>
    internal bool Own => Row.AnsweredBy == Row.OnBehalfOf;
}

internal sealed record TakenBackQuestion(string Whom, string? By, DateTimeOffset? At);

/// <summary>A written consent on which an organisation takes part now.</summary>
internal sealed record WrittenConsent(BasisId Id, string Organisation, DateOnly Date);

internal sealed record ConsentOverview(NetworkHead Head, Voice Voice, bool Self, IReadOnlyList<WaitingQuestion> Waiting, IReadOnlyList<TakenBackQuestion> TakenBack, IReadOnlyList<RecordedConsent> Recorded,
    IReadOnlyList<WrittenConsent> Written);

/// <summary>Everything a care recipient was asked about who takes part, and what was answered on whose behalf.</summary>
internal sealed class ListConsents(Door door, NetworksAccess networks, OrganisationsAccess organisations, VoiceOf voices, TimeProvider time)
{
    internal async Task<(ConsentOverview? View, GateRefusal Refusal)> Run(Actor actor, NetworkId network, CancellationToken cancel)
    {
        var entrance = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Decide, Operations.Read, new LoggedObject("consent")), cancel);
        if (entrance.Grant is not { } grant)
            return (null, entrance.Refusal);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var people = await grant.KnownPeopleOf(cancel);
        var mandates = await grant.Rows<Mandate>().ToDictionaryAsync(m => m.Id, m => m.Kind, cancel);
        var consents = await grant.Rows<Consent>().OrderByDescending(c => c.At).ToListAsync(cancel);
        var recorded = consents.ConvertAll(c => new RecordedConsent(c, grant.Open(Consent.AboutField, c.Id.Value, c.About), people.NameOf(c.AnsweredBy),
            c.Mandate is { } id ? mandates[id] : null, people.NameOf(c.WithdrawnBy)));
        var (now, names) = (time.Moment(), await organisations.All(cancel));
        var unanswered = await grant.Rows<AdmissionRequest>().Where(a => a.State != AdmissionState.Granted && a.State != AdmissionState.Refused).OrderBy(a => a.RequestedAt).ToListAsync(cancel);
        var waiting = unanswered.Where(a => a.IsOpen && care.State != CareState.Closed).Select(a => new WaitingQuestion(a.Id, About(a), people.NameOf(a.RequestedBy), a.RequestedAt, a.PostponedUntil > now));
        var takenBack = unanswered.Where(a => !a.IsOpen).OrderByDescending(a => a.AnsweredAt).Select(a => new TakenBackQuestion(About(a), people.NameOf(a.AnsweredBy), a.AnsweredAt));
        var written = (await grant.Rows<ParticipationBasis>().Where(b => b.EndedAt == null && b.Kind == BasisKind.WrittenConsent).OrderBy(b => b.RecordedAt).ToListAsync(cancel))
            .ConvertAll(b => new WrittenConsent(b.Id, names.GetValueOrDefault(b.Organisation)?.Name ?? string.Empty, b.DocumentDate));
        return (new ConsentOverview(await networks.Head(grant, cancel), await voices.Holder(grant, care, cancel), care.Recipient == grant.Person, [.. waiting], [.. takenBack], recorded, written), GateRefusal.None);

        string About(AdmissionRequest a) => Whom.Described(grant.Open(AdmissionRequest.NameField, a.Id.Value, a.Name), grant.Open(AdmissionRequest.FunctionField, a.Id.Value, a.Function),
            a.Organisation is { } id ? names.GetValueOrDefault(id)?.Name : null);
    }
}
