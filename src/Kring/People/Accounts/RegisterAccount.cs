using Kring.Access;
using Kring.App.Display;
using Kring.People.Sessions;
using Kring.People.SignIns;
using Microsoft.EntityFrameworkCore;

namespace Kring.People.Accounts;

/// <summary>Somebody who gets an account, with the addresses they proved to be theirs.</summary>
/// <param name="HasProfile">Enrolled before, without an account.</param>
/// <param name="Details">With a mail address, which the account is found by.</param>
/// <param name="PasswordHash">Of a password that may be chosen: see <see cref="Passwords.Choose"/>.</param>
internal sealed record ProvenPerson(PersonId Person, bool HasProfile, PersonDetails Details, string PasswordHash);

/// <summary>
/// Gives somebody an account and a first session, in the profile they have or a new one, on the strength of what brought them. The caller commits it together with that; a
/// commit that fails may mean that the mail address has an account by now.
/// </summary>
internal sealed class RegisterAccount(Door door, PeopleAccess people, Profiles profiles, StartSession sessions)
{
    /// <param name="from">The grant of the network or office that the person is invited to.</param>
    /// <returns>The secret for the browser's cookie; null when the mail address has an account, and then nothing was made.</returns>
    internal async Task<string?> Run(Grant from, ProvenPerson proven, Caller caller, CancellationToken cancel)
    {
        var (person, details) = (proven.Person, proven.Details);
        var mail = details.Mail ?? throw new ArgumentException("An account is found by its mail address.", nameof(proven));
        if (await people.AccountOf(mail, cancel) is not null)
            return null;
        var profile = proven.HasProfile ? await Known(person, mail, details.Phone, cancel) : await Founded(from, person, details, cancel);
        profiles.AddAccountWith(profile, mail, proven.PasswordHash, DisplayCulture.LanguageNow);
        return sessions.AddFor(profile, details.Name, caller.Browser, caller.Address);
    }

    private async Task<Grant> Founded(Grant from, PersonId person, PersonDetails details, CancellationToken cancel)
    {
        var profile = await door.Found(from, person.Profile, PeoplePurposes.Register, new LoggedObject("profile", person.Value), cancel);
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
