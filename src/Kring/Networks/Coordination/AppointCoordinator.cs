using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Mandates;
using Kring.Networks.Participation;
using Microsoft.EntityFrameworkCore;

namespace Kring.Networks.Coordination;

internal enum AppointOutcome
{
    Appointed,
    /// <summary>The plan says why not.</summary>
    MayNot,
    TryAgain,
    NotThere,
}

internal readonly record struct AppointResult(AppointOutcome Outcome, AppointPlan Plan = AppointPlan.NotTheirs, GateRefusal Refusal = GateRefusal.None);

/// <summary>Makes somebody coordinator: handed over by the coordinator, who goes on as a professional, or chosen by the recipient when nobody coordinates. All of them are told.</summary>
internal sealed class AppointCoordinator(Door door, FindCandidates candidates, VoiceOf voices, NotifyPerson notify)
{
    internal async Task<AppointResult> Run(Actor actor, NetworkId network, MembershipId membership, CancellationToken cancel)
    {
        var (grant, refusal) = await door.Enter(new Visit(actor, network.Compartment, NetworksPurposes.Arrange, Operations.Update, new LoggedObject("coordinator")), cancel);
        if (grant is null)
            return new AppointResult(AppointOutcome.NotThere, Refusal: refusal);
        // Before who can be chosen: whoever goes out meanwhile raises its version.
        var care = await grant.Rows<CareNetwork>().SingleAsync(cancel);
        var found = await candidates.In(grant, cancel);
        if (found.SingleOrDefault(c => c.Who.Membership.Id == membership) is not { } chosen)
            return new AppointResult(AppointOutcome.MayNot, AppointPlan.NotAProfessional);
        var handsOver = grant.Standing.Role == Role.Coordinator;
        var plan = chosen.Plan(handsOver, await voices.Holder(grant, care, cancel), found.Any(c => c.Coordinates));
        if (!plan.Goes())
        {
            await door.Refuse(grant, plan.ToString(), cancel);
            return new AppointResult(AppointOutcome.MayNot, plan);
        }

        Appoint(found, chosen, grant.Person, handsOver);
        care.Version++;
        foreach (var person in new[] { grant.Person, chosen.Who.Id, care.Recipient }.Distinct())
            await notify.Add(person, NoticeKind.NetworkChanged, $"/netwerken/{network}/mensen", cancel);
        return await door.CommitHeld(grant, cancel) switch
        {
            HeldCommit.Saved => new AppointResult(AppointOutcome.Appointed, plan),
            HeldCommit.NothingChanged => new AppointResult(AppointOutcome.TryAgain, plan),
            HeldCommit.Refused => new AppointResult(AppointOutcome.NotThere, plan, GateRefusal.NoRelation),
        };
    }

    // One who hands over hands over their own role; one who is chosen replaces coordinators who no longer work there.
    private static void Appoint(IReadOnlyList<Candidate> all, Candidate chosen, PersonId by, bool handsOver)
    {
        foreach (var old in all.Where(c => c.Who.Membership.IsCoordinator && (handsOver ? c.Who.Id == by : !c.MayTakePart)))
            old.Who.Membership.IsCoordinator = false;
        chosen.Who.Membership.IsCoordinator = true;
    }
}
