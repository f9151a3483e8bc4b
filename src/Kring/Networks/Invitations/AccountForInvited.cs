using Kring.Access;
using Kring.App.Display;
using Kring.People;
using Kring.People.Accounts;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Invitations;

/// <summary>What somebody chose who makes an account from an invitation.</summary>
/// <param name="Mail">For somebody invited by SMS; an invitation by mail brings its own address.</param>
internal sealed record NewAccount(string? Mail, string Password, Caller Caller);

/// <param name="WhyNot">Why nothing was made.</param>
internal sealed record AddedAccount(string? Secret, Acceptance? WhyNot = null);

/// <summary>Gives an invited person an account and a first session, in the profile they have or a new one. The caller commits.</summary>
internal sealed class AccountForInvited(Door door, PeopleAccess people, Profiles profiles, StartSession sessions)
{
    internal async Task<AddedAccount> Add(Grant network, PersonId person, bool enrolled, OpenedInvitation opened, NewAccount wanted, CancellationToken cancel)
    {
        if (Passwords.Judge(wanted.Password).Sentence() is { } sentence)
            return new AddedAccount(null, new Acceptance(AcceptOutcome.PasswordRefused, WhyNotPassword: sentence));
        var mail = opened.ByMail ? opened.Address!.Value : wanted.Mail!;
        if (await people.AccountOf(mail, cancel) is not null)
            return new AddedAccount(null, new Acceptance(AcceptOutcome.AddressTaken));
        var phone = opened.ByMail ? null : opened.Address!.Value;
        var profile = enrolled ? await Known(person, mail, phone, cancel) : await Founded(network, person, new PersonDetails(opened.Name!, mail, phone), cancel);
        profiles.AddAccount(profile, mail, wanted.Password, DisplayCulture.LanguageNow);
        return new AddedAccount(sessions.AddFor(profile, opened.Name!, wanted.Caller.Browser, wanted.Caller.Address));
    }

    private async Task<Grant> Founded(Grant network, PersonId person, PersonDetails details, CancellationToken cancel)
    {
        var profile = await door.Found(network, person.Profile, PeoplePurposes.Register, new LoggedObject("profile", person.Value), cancel);
        profiles.AddPerson(profile, details);
        return profile;
    }

    // The link went to the address that the person was enrolled with: whoever holds it proves to be them.
    private async Task<Grant> Known(PersonId person, string mail, string? phone, CancellationToken cancel)
    {
        var visit = new Visit(Actor.Arriving(person), person.Profile, PeoplePurposes.SignIn, Operations.Create, new LoggedObject("profile", person.Value));
        var profile = (await door.Enter(visit, cancel)).Grant ?? throw new InvalidOperationException("A person's own profile did not open to them.");
        var row = await profile.Rows<Person>().SingleAsync(cancel);
        row.Mail = profile.Seal(Person.MailField, row.Id.Value, mail);
        row.Phone ??= profile.SealOrNull(Person.PhoneField, row.Id.Value, phone);
        return profile;
    }
}
