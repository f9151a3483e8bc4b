using Kring.Access;

namespace Kring.People;

internal static class PeoplePurposes
{
    /// <summary>Proving who somebody is: passwords, codes, devices, sessions.</summary>
    internal static readonly Purpose SignIn = new("people.sign-in", Activities.Account, (Role.Self, Operations.ReadWrite));

    /// <summary>Seeing and changing one's own data.</summary>
    internal static readonly Purpose OwnProfile = new("people.own-profile", Activities.Account, (Role.Self, Operations.ReadWrite | Operations.Export));

    /// <summary>Making the profile of somebody who was invited or enrolled.</summary>
    internal static readonly Purpose Register = new("people.register", Activities.Account, (Role.Job, Operations.Create), (Role.Invitee, Operations.Create), (Role.Coordinator, Operations.Create));

    /// <summary>Shutting an account out at once, and letting it in again: its owner lost a device, left, or is not who they said.</summary>
    internal static readonly Purpose Block = new("people.block", Activities.Account, (Role.Job, Operations.Update), (Role.FunctionalAdministrator, Operations.Update));

    /// <summary>Telling somebody that something of theirs changed, without saying what. Only their own address is opened, by a job.</summary>
    internal static readonly Purpose Notify = new("people.notify", Activities.Notification, (Role.Job, Operations.Create));

    /// <summary>Sending a link to whoever says they forgot their password, or wants to sign in by one. Only the owner's own address is opened, by a job; using the link is signing in.</summary>
    internal static readonly Purpose Recover = new("people.recover", Activities.Account, (Role.Job, Operations.Create));

    /// <summary>Carrying a changed name to where the person is known by it.</summary>
    internal static readonly Purpose CarryName = new("people.carry-name", Activities.Account, (Role.Job, Operations.Read | Operations.Delete));

    /// <summary>Deleting what is past its retention (AVG art. 5(1)(e)).</summary>
    internal static readonly Purpose Clear = new("people.clear", Activities.Account, (Role.Job, Operations.Delete));

    internal static IReadOnlyList<Purpose> All { get; } = [SignIn, OwnProfile, Register, Block, Notify, Recover, CarryName, Clear];
}
