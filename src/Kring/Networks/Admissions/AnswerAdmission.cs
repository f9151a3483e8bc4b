using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Invitations;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Admissions;

internal enum Answer
{
    Yes,
    No,
    Later,
}

internal enum AnswerOutcome
{
    Recorded,
    /// <summary>The right to answer is missing; it says why.</summary>
    MayNot,
    /// <summary>Something about the network changed at the same moment: nothing was recorded.</summary>
    TryAgain,
    NotThere,
}

internal readonly record struct AnswerResult(AnswerOutcome Outcome, AnswerRight Right = AnswerRight.MayAnswer, GateRefusal Refusal = GateRefusal.None);

/// <summary>Records the answer to an admission request, with its proof (AVG art. 7(1)). Yes sends the invitation, no tells the asker, later asks again tomorrow.</summary>
internal sealed class AnswerAdmission(Door door, VoiceOf voices, AboutThemselves about, OrganisationsAccess organisations, SendInvitation invitations, NotifyPerson notify, TimeProvider time)
{
    /// <param name="history">Whether old messages may be read; counts with yes only.</param>
    /// <param name="textVersion">Version of the question as it stood on the page.</param>
    internal async Task<AnswerResult> Run(Actor actor, NetworkId network, AdmissionId admission, Answer answer, bool history, string textVersion, CancellationToken cancel)
    {
        var entrance = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Decide, Operations.Update, new LoggedObject("admission-request", admission.Value)), cancel);
        if (entrance.Grant is not { } grant)
            return new AnswerResult(AnswerOutcome.NotThere, Refusal: entrance.Refusal);
        if (await grant.Rows<AdmissionRequest>().SingleOrDefaultAsync(a => a.Id == admission, cancel) is not { } request)
            return new AnswerResult(AnswerOutcome.NotThere, Refusal: GateRefusal.NoRelation);
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var voice = await voices.Holder(grant, care, cancel);
        var right = request.RightToAnswer(grant.Person, voice, await about.Is(grant, request, cancel));
        if (right != AnswerRight.MayAnswer && (right != AnswerRight.MayOnlyObject || answer == Answer.Yes))
        {
            await door.Refuse(grant, right.ToString(), cancel);
            return new AnswerResult(AnswerOutcome.MayNot, right);
        }

        await Record(grant, care, request, voice, answer, history, textVersion, cancel);
        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => new AnswerResult(AnswerOutcome.Recorded),
            HeldCommit.NothingChanged => new AnswerResult(AnswerOutcome.TryAgain),
            HeldCommit.Refused => new AnswerResult(AnswerOutcome.NotThere, Refusal: GateRefusal.NoRelation),
        };
    }

    private async Task Record(Grant grant, CareNetwork care, AdmissionRequest request, Voice voice, Answer answer, bool history, string textVersion, CancellationToken cancel)
    {
        if (answer == Answer.Later)
        {
            request.Postpone(time.Moment().DutchDay().AddDays(1).StartInAmsterdam());
            return;
        }

        request.Close(answer == Answer.Yes ? AdmissionState.Granted : AdmissionState.Refused, grant.Person, time.Moment());
        care.Version++;
        await AddConsent(grant, care, request, voice, answer == Answer.Yes, history, textVersion, cancel);
        if (answer == Answer.Yes)
            await invitations.Add(grant, Invitation(grant, request, history), time.Moment(), cancel);
        foreach (var person in await ToldOf(grant, request.RequestedBy, cancel))
            await notify.Add(person, NoticeKind.AdmissionAnswered, $"/netwerken/{care.Id}/mensen", cancel);
    }

    /// <summary>Whoever asked; when they are gone, who coordinates now.</summary>
    private static async Task<IReadOnlyList<PersonId>> ToldOf(Grant grant, PersonId asker, CancellationToken cancel)
    {
        var present = await grant.Rows<NetworkMembership>().Where(m => m.Until == null && (m.Person == asker || m.IsCoordinator)).ToListAsync(cancel);
        return present.Exists(m => m.Person == asker) ? [asker] : present.ConvertAll(m => m.Person);
    }

    private async Task AddConsent(Grant grant, CareNetwork care, AdmissionRequest request, Voice voice, bool given, bool history, string textVersion, CancellationToken cancel)
    {
        var id = time.NewId<ConsentId>();
        var organisation = request.Organisation is { } of ? (await organisations.All(cancel)).GetValueOrDefault(of)?.Name : null;
        grant.Add(new Consent
        {
            Id = id,
            Compartment = grant.Compartment.Id,
            Admission = request.Id,
            About = grant.Seal(Consent.AboutField, id.Value, Whom.Described(Name(grant, request), Function(grant, request), organisation)),
            Given = given,
            HistoryGranted = given && history,
            AnsweredBy = grant.Person,
            OnBehalfOf = care.Recipient,
            Ground = GroundOf(voice.Kind),
            Mandate = voice.Mandate?.Id,
            TextVersion = textVersion,
            At = time.Moment(),
        });
    }

    private static InvitationDetails Invitation(Grant grant, AdmissionRequest request, bool history)
        => new(Name(grant, request), Function(grant, request), grant.Open(AdmissionRequest.AddressField, request.Id.Value, request.Address), request.Capacity, request.Organisation, history,
            request.RequestedBy, request.Id);

    private static string Name(Grant grant, AdmissionRequest request) => grant.Open(AdmissionRequest.NameField, request.Id.Value, request.Name);

    private static string Function(Grant grant, AdmissionRequest request) => grant.Open(AdmissionRequest.FunctionField, request.Id.Value, request.Function);

    private static ConsentGround GroundOf(CareVoice voice) => voice switch
    {
        CareVoice.Own => ConsentGround.OwnConsent,
        CareVoice.Parent => ConsentGround.ParentalAuthority,
        CareVoice.Mandated => ConsentGround.Mandate,
        CareVoice.Youth => ConsentGround.OwnObjection,
        CareVoice.TooYoung or CareVoice.HasRegainedOwnVoice or CareVoice.NotForAMinor or CareVoice.MandateNotYet or CareVoice.MandateExpired or CareVoice.MandateNotForCare or CareVoice.None
            => throw new InvalidOperationException($"{voice} records nothing."),
    };
}
