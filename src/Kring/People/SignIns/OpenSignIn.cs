using Kring.Access;
using Kring.Law;
using Kring.Platform;

namespace Kring.People.SignIns;

/// <summary>Finds the attempt to sign in that a browser is busy with, as long as its password or link counts.</summary>
internal sealed class OpenSignIn(PeopleAccess people, LegalTermsBoard terms, TimeProvider time)
{
    /// <param name="begunWith">Only an attempt that began so; null for any.</param>
    internal async Task<SignIn?> Find(string? browser, CancellationToken cancel, FirstProof? begunWith = null)
    {
        if (browser is null || await people.SignInOf(browser, cancel) is not { } signIn || (begunWith ?? signIn.Proof) != signIn.Proof)
            return null;
        return time.Moment() < (await terms.Current(cancel)).EndOf(LegalTermKeys.LoginAttempt, signIn.StartedAt) ? signIn : null;
    }

    internal static Visit Visit(SignIn signIn)
        => new(Actor.Arriving(signIn.Person), signIn.Person.Profile, PeoplePurposes.SignIn, Operations.Update, new LoggedObject("sign-in", signIn.Id.Value));
}
