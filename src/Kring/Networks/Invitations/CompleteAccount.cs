using Kring.Access;
using Kring.Access.Sealing;
using Kring.People.SignIns;
using Kring.Platform.Limits;

namespace Kring.Networks.Invitations;

/// <summary>
/// Makes the account that waited for its code, and takes its owner in. All that lets somebody accept is judged now, whatever held when the code was asked for. Guesses in
/// parallel count one by one.
/// </summary>
internal sealed class CompleteAccount(AcceptInvitation accept, NetworksAccess networks, TryCounters counters, LookupIndexes indexes)
{
    // Each conflict means that another guess was counted: after a few there is nothing left to guess at.
    private const int MostRounds = 2 * CodeAttempt.MostTries;

    internal async Task<Acceptance> Run(Actor? known, string secret, TypedCode typed, CancellationToken cancel)
    {
        var link = indexes.OfInvitation(secret);
        if ((counters.Count(SignInLimits.CodePerRange, typed.Caller.Range) ?? counters.Count(SignInLimits.AccountCodePerInvitation, link.Value)) is { } wait)
            return new Acceptance(AcceptOutcome.TooOften, Wait: wait);
        var accepted = new Acceptance(AcceptOutcome.SomebodyWasFirst);
        for (var round = 0; round < MostRounds && accepted.Outcome == AcceptOutcome.SomebodyWasFirst; round++)
            accepted = await accept.Run(known, secret, typed, cancel);
        if (accepted.Outcome == AcceptOutcome.NotLikeThis && typed.Browser is { } browser && await networks.CompletedIn(link, indexes.OfAccountBrowser(browser), cancel) is { } network)
            return new Acceptance(AcceptOutcome.Accepted, network);
        return accepted;
    }
}
