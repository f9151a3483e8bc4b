using Kring.Access;
using Kring.Platform;

namespace Kring.People.Accounts;

/// <summary>
/// Gives somebody a profile and an account, on the strength of what brought them: an accepted invitation, the first start. The caller commits it together with that; a commit
/// that fails means that the mail address has an account by now. For linking to an account that exists, see <see cref="PeopleAccess.AccountOf"/>.
/// </summary>
internal sealed class RegisterAccount(Door door, Profiles profiles, TimeProvider time)
{
    /// <param name="from">The grant of the network or office that the person is invited to.</param>
    /// <param name="mail">The address that proved to be theirs.</param>
    /// <returns>Who it became; null when the password may not be chosen, and then nothing was made.</returns>
    internal async Task<(PasswordJudgement Judgement, PersonId? Person)> Run(Grant from, PersonDetails details, string mail, string password, CancellationToken cancel)
    {
        var judgement = Passwords.Judge(password);
        if (judgement != PasswordJudgement.Good)
            return (judgement, null);
        var person = time.NewId<PersonId>();
        var profile = await door.Found(from, person.Profile, PeoplePurposes.Register, new LoggedObject("profile", person.Value), cancel);
        profiles.AddPerson(profile, details with { Mail = mail });
        profiles.AddAccount(profile, mail, password);
        return (judgement, person);
    }

    /// <summary>For somebody who has a profile already: a care recipient enrolled without an account.</summary>
    /// <param name="profile">A grant of their own profile that may change it.</param>
    internal PasswordJudgement Add(Grant profile, string mail, string password)
    {
        var judgement = Passwords.Judge(password);
        if (judgement == PasswordJudgement.Good)
            profiles.AddAccount(profile, mail, password);
        return judgement;
    }
}
