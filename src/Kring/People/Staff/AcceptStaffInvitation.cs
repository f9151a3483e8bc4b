using Kring.Access;
using Kring.Organisations;
using Kring.Organisations.Staff;
using Kring.People.Accounts;
using Kring.People.SignIns;
using Kring.Platform;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Staff;

internal enum Joining
{
    Joined,
    /// <summary>Open the link again: who you are or what it is worth has changed since.</summary>
    NotLikeThis,
    PasswordRefused,
    WorksThereAlready,
    SomebodyWasFirst,
}

/// <param name="Session">The secret for the cookie of somebody who made an account just now.</param>
internal sealed record Joined(Joining Outcome, PersonId Person = default, string? Session = null, string? WhyNotPassword = null);

/// <summary>Makes somebody who was invited a member of staff: account, session and work in one transaction. The link works once.</summary>
internal sealed class AcceptStaffInvitation(Door door, OpenStaffInvitation open, PeopleAccess people, Passwords passwords, RegisterAccount register, OrganisationRows rows, TimeProvider time)
{
    /// <param name="password">For somebody who makes an account with it.</param>
    internal async Task<Joined> Run(Actor? known, string secret, string? password, Caller caller, CancellationToken cancel)
    {
        var opened = await open.Run(known, secret, cancel);
        var fresh = opened.Plan == JoinPlan.MakeAccount && password is not null;
        if (opened.Plan != JoinPlan.MayJoin && !fresh)
            return new Joined(Joining.NotLikeThis);
        var (hash, sentence) = fresh ? passwords.Choose(password!) : default;
        if (sentence is not null)
            return new Joined(Joining.PasswordRefused, WhyNotPassword: sentence);
        var person = fresh ? time.NewId<PersonId>() : known!.Person!.Value;
        var actor = Actor.Invited(opened.Id.Value, person, known?.Session);
        if ((await door.Enter(new Visit(actor, opened.Organisation!.Id.Office, OrganisationsPurposes.Join, Operations.Create, new LoggedObject("staff-invitation", opened.Id.Value)), cancel)).Grant is not { } office)
            return new Joined(Joining.NotLikeThis);
        var (invitation, now) = (await office.Rows<StaffInvitation>().SingleAsync(i => i.Id == opened.Id, cancel), time.Moment());
        if (!invitation.OpenAt(now) || !await OpenStaffInvitation.StillWanted(office, invitation, people, now, cancel))
            return new Joined(Joining.NotLikeThis);
        if (await office.Rows<StaffMember>().AnyAsync(s => s.Person == person && s.Until == null, cancel))
            return new Joined(Joining.WorksThereAlready);
        var made = new PersonDetails(opened.Name, opened.Mail);
        var session = hash is null ? null : await register.Run(office, new ProvenPerson(person, HasProfile: false, made, hash), caller, cancel);
        if (fresh && session is null)
            return new Joined(Joining.NotLikeThis);
        invitation.AcceptedAt = now;
        invitation.Version++;
        rows.AddStaff(office, person, invitation.Role, opened.Name, opened.JobTitle, now);
        var wanted = true;
        return await door.CommitHeld(office, async () => wanted = await OpenStaffInvitation.StillWanted(office, invitation, people, time.Moment(), cancel), cancel) switch
        {
            HeldCommit.Saved => new Joined(Joining.Joined, person, session),
            HeldCommit.NothingChanged when wanted => new Joined(Joining.SomebodyWasFirst),
            HeldCommit.NothingChanged or HeldCommit.Refused => new Joined(Joining.NotLikeThis),
        };
    }
}
