using Kring.Access;
using Kring.Networks.Mandates;
using Kring.Platform;

namespace Kring.Networks.Participation;

/// <summary>What somebody may do in a network, as far as the page of people tells it.</summary>
[Flags]
public enum Rights
{
    /// <summary>Takes part, and opens nothing: a professional whose work ended, a representative whose mandate did.</summary>
    None = 0,
    Read = 1,
    Write = 2,
    /// <summary>Seats people by themselves, in the first week.</summary>
    Invite = 4,
    /// <summary>May ask for somebody to be let in.</summary>
    AskIn = 8,
    /// <summary>Says yes and no.</summary>
    Decide = 16,
    /// <summary>Says no, and takes back a yes: a child of 12 to 15.</summary>
    SayNo = 32,
    /// <summary>Represents for money and goods only.</summary>
    MoneyOnly = 64,
    /// <summary>Reads what is for professionals only.</summary>
    AmongProfessionals = 128,
    /// <summary>Lets others stop, and arranges the network.</summary>
    Coordinate = 256,
}

/// <summary>
/// Tells what everybody in a network may do, from what decides it when they do it: the gate with the authorisation matrix in force, the plan of an invitation, and the voice that age and mandate
/// give. A number of questions that does not grow with the people.
/// </summary>
internal sealed class RightsOf(Door door, NetworksRelations relations, TimeProvider time)
{
    private static readonly Purpose Communicate = Modules.Purposes.Single(p => p.Activity == Activities.Communication);

    internal async Task<IReadOnlyDictionary<MembershipId, Rights>> In(CareNetwork care, IReadOnlyList<NetworkMembership> members, Func<PersonId, Voice> voices, CancellationToken cancel)
    {
        var standings = await relations.Everybody(care.Compartment, cancel);
        var present = members.Where(m => standings.ContainsKey(m.Id)).ToList();
        (Purpose, Operations)[] asked = [(Communicate, Operations.Read), (Communicate, Operations.Create), (NetworksPurposes.Arrange, Operations.Create), (NetworksPurposes.Decide, Operations.Update)];
        var opens = await door.WouldOpen(present.SelectMany(m => asked.Select(a => (new Visit(Actor.Arriving(m.Person), care.Id.Compartment, a.Item1, a.Item2, new LoggedObject("participant")), standings[m.Id]))), cancel);
        var rights = present.Zip(opens.Chunk(asked.Length));
        return rights.ToDictionary(r => r.First.Id, r => Of(r.Second, care.PlanInvitation(r.First, time.Moment()), voices(r.First.Person), standings[r.First.Id].Role));
    }

    /// <param name="opens">Whether the gate opens to reading and to writing messages, to inviting, and to deciding.</param>
    private static Rights Of(bool[] opens, Invitations.InvitationPlan plan, Voice voice, Role role)
        => (opens[0] ? Rights.Read : Rights.None) | (opens[1] ? Rights.Write : Rights.None)
            | (opens[2] ? Invites(plan) : Rights.None)
            | (opens[3] && voice.Decides ? Rights.Decide : opens[3] && voice.Objects ? Rights.SayNo : Rights.None)
            | (role == Role.FinancialRepresentative ? Rights.MoneyOnly : Rights.None)
            | (opens[0] && role is Role.Professional or Role.Coordinator ? Rights.AmongProfessionals : Rights.None)
            | (opens[2] && role == Role.Coordinator ? Rights.Coordinate : Rights.None);

    private static Rights Invites(Invitations.InvitationPlan plan) => plan switch
    {
        Invitations.InvitationPlan.SendNow => Rights.Invite,
        Invitations.InvitationPlan.AskConsentFirst => Rights.AskIn,
        Invitations.InvitationPlan.NotAParticipant or Invitations.InvitationPlan.MayNotInvite or Invitations.InvitationPlan.NetworkClosed => Rights.None,
    };
}
