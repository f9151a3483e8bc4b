using Kring.Access;
using Kring.Access.Sealing;
using Kring.Networks.Admissions;
using Kring.Networks.Enrolment;
using Kring.Networks.Participation;
using Kring.Organisations;
using Kring.People.Accounts;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

internal enum AcceptOutcome
{
    Accepted,
    /// <summary>Open the link again: who you are or what it is worth has changed since.</summary>
    NotLikeThis,
    PasswordRefused,
    /// <summary>The code from the mail is wrong or worth nothing.</summary>
    CodeRefused,
    /// <summary>No account waits for a code in this browser, or it waited too long.</summary>
    StartOver,
    TooOften,
    /// <summary>There is an account at this mail address by now: sign in with it.</summary>
    AddressTaken,
    /// <summary>The organisation has no basis or no valid agreement any more.</summary>
    OrganisationOut,
    /// <summary>This person no longer works for the organisation.</summary>
    WorkEnded,
    SomebodyWasFirst,
}

/// <param name="Session">The secret for the cookie of somebody who made an account just now.</param>
/// <param name="WhyNot">The sentence about a password or a code that is refused.</param>
internal sealed record Acceptance(AcceptOutcome Outcome, NetworkId Network = default, PersonId Person = default, string? Session = null, string? WhyNot = null, TimeSpan Wait = default);

/// <summary>Takes somebody in who was invited: account, work, membership and session in one transaction. The link works once.</summary>
internal sealed class AcceptInvitation(
    Door door, OpenInvitation open, NetworksAccess networks, OrganisationsAccess organisations, EnterStaff staff, ProveAddress prove, RegisterAccount accounts, NetworkRows rows, TimeProvider time)
{
    internal async Task<Acceptance> Run(Actor? known, string secret, NewAccount? wanted, CancellationToken cancel)
    {
        var opened = await open.Run(known, secret, cancel);
        if (opened.Plan != AcceptancePlan.MayAccept && (opened.Plan != AcceptancePlan.MakeAccount || wanted is null))
            return new Acceptance(AcceptOutcome.NotLikeThis);
        var fresh = opened.Plan == AcceptancePlan.MakeAccount;
        var person = fresh ? opened.Enrolled ?? time.NewId<PersonId>() : known!.Person!.Value;
        var actor = Actor.Invited(opened.Id.Value, person, known?.Session);
        if ((await door.Enter(new Visit(actor, opened.Network.Compartment, NetworksPurposes.TakePart, Operations.Create, new LoggedObject("invitation", opened.Id.Value)), cancel)).Grant is not { } grant)
            return new Acceptance(AcceptOutcome.NotLikeThis);
        var invitation = await grant.Rows<Invitation>().SingleAsync(i => i.Id == opened.Id, cancel);
        if (!invitation.OpenAt(time.Moment()) || !await OpenInvitation.StillWanted(grant, invitation, organisations, time.Moment(), cancel))
            return new Acceptance(AcceptOutcome.NotLikeThis);
        // Before the basis is looked at: when it ends meanwhile, this one starts again.
        var network = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var proven = fresh ? await prove.Run(grant, opened, person, wanted!, cancel) : null;
        if (proven is { WhyNot: { } whyNot })
            return !proven.Guessed || await door.Commit(cancel) ? whyNot : new Acceptance(AcceptOutcome.SomebodyWasFirst);
        if (invitation.Organisation is { } organisation && await Obstacle(grant, organisation, person, cancel) is { } obstacle)
            return new Acceptance(obstacle);
        var session = proven is null ? null : await accounts.Run(grant, proven.Person!, wanted!.Caller, cancel);
        if (proven is not null && session is null)
            return new Acceptance(AcceptOutcome.AddressTaken);
        await Join(grant, network, invitation, person, opened.Name!, cancel);
        return await door.CommitHeld(grant, () => StillTakesPart(grant, invitation, cancel), cancel) == HeldCommit.Saved
            ? new Acceptance(AcceptOutcome.Accepted, opened.Network, person, session)
            : new Acceptance(AcceptOutcome.SomebodyWasFirst);
    }

    // The gate asks whether the link is open still; what brought the organisation here may have ended in the same moment.
    private async Task<bool> StillTakesPart(Grant grant, Invitation invitation, CancellationToken cancel)
        => await OpenInvitation.StillWanted(grant, invitation, organisations, time.Moment(), cancel)
            && (invitation.Organisation is not { } organisation || await TakesPart(grant, organisation, cancel));

    private async Task<bool> TakesPart(Grant grant, OrganisationId organisation, CancellationToken cancel)
        => await organisations.MayTakePart(organisation, cancel) && await grant.Rows<ParticipationBasis>().AnyAsync(b => b.Organisation == organisation && b.EndedAt == null, cancel);

    private async Task<AcceptOutcome?> Obstacle(Grant grant, OrganisationId organisation, PersonId person, CancellationToken cancel)
    {
        if (!await TakesPart(grant, organisation, cancel))
            return AcceptOutcome.OrganisationOut;
        return await staff.Add(grant, organisation, person, cancel) ? null : AcceptOutcome.WorkEnded;
    }

    private async Task Join(Grant grant, CareNetwork network, Invitation invitation, PersonId person, string name, CancellationToken cancel)
    {
        var now = time.Moment();
        network.Version++;
        invitation.AcceptedAt = now;
        invitation.Version++;
        var consent = invitation.Admission is { } admission ? await grant.Rows<Consent>().SingleAsync(c => c.Admission == admission, cancel) : null;
        consent?.Person = person;
        if (invitation.Person is { } enrolled && enrolled != person)
            await TakeOver(grant, network, enrolled, person, now, cancel);
        if (await grant.Rows<NetworkMembership>().AnyAsync(m => m.Person == person && m.Until == null, cancel))
            return;
        var function = grant.Open(Invitation.FunctionField, invitation.Id.Value, invitation.Function);
        var joined = rows.AddMembership(grant, new Participant(person, invitation.Capacity, name, function, invitation.Organisation, invitation.AsCoordinator), now, invitation.HistoryGranted ? null : now);
        consent?.Membership = joined.Id;
    }

    // Enrolled twice before having an account: the second profile was never used, and the account that exists goes on as the recipient. So does the lock they had.
    private async Task TakeOver(Grant grant, CareNetwork network, PersonId enrolled, PersonId person, DateTimeOffset now, CancellationToken cancel)
    {
        if (network.Recipient == enrolled)
        {
            network.Recipient = person;
            if (await networks.EarliestLock([], person, cancel) is { } earlier)
                network.LockNoLaterThan(earlier);
        }

        if (await grant.Rows<NetworkMembership>().SingleOrDefaultAsync(m => m.Person == enrolled && m.Until == null, cancel) is { } unused)
            unused.EndAt(now, MembershipEnd.ChangedCapacity, person);
    }
}
