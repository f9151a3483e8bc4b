using Kring.Access;
using Kring.Law;
using Kring.Platform;

namespace Kring.People.SignIns;

/// <summary>Finds the attempt to sign in that a browser is busy with, as long as its password counts.</summary>
internal sealed class OpenSignIn(PeopleAccess people, LegalTermsBoard terms, TimeProvider time)
{
    internal async Task<SignIn?> Find(string? browser, CancellationToken cancel)
    {
        if (browser is null || await people.SignInOf(browser, cancel) is not { } signIn)
            return null;
        return time.Moment() < (await terms.Current(cancel)).EndOf(LegalTermKeys.LoginAttempt, signIn.StartedAt) ? signIn : null;
    }

    internal static Visit Visit(SignIn signIn)
        => new(Actor.Arriving(signIn.Person), signIn.Person.Profile, PeoplePurposes.SignIn, Operations.Update, new LoggedObject("sign-in", signIn.Id.Value));
}
