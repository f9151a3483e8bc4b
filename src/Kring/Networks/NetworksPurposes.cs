using Kring.Access;

namespace Kring.Networks;

internal static class NetworksPurposes
{
    /// <summary>Starting a network; asked in the organisation's compartment.</summary>
    internal static readonly Purpose Enrol = new("networks.enrol", Activities.Participation, (Role.Coordinator, Operations.Create | Operations.Read));

    /// <summary>Seeing the networks one takes part in, and who is in them; leaving, and taking back what one asked.</summary>
    internal static readonly Purpose TakePart = new("networks.take-part", Activities.Participation,
        (Role.CareRecipient, Operations.Read | Operations.Delete), (Role.Representative, Operations.Read | Operations.Delete), (Role.FinancialRepresentative, Operations.Read | Operations.Delete),
        (Role.InformalCarer, Operations.Read | Operations.Delete), (Role.Professional, Operations.Read | Operations.Delete),
        (Role.Coordinator, Operations.Read | Operations.Delete), (Role.Invitee, Operations.Create | Operations.Read | Operations.Update));

    /// <summary>Asking people in, seating them, recording bases and mandates, ending participation, closing.</summary>
    internal static readonly Purpose Arrange = new("networks.arrange", Activities.Participation,
        (Role.Coordinator, Operations.ReadWrite), (Role.CareRecipient, Operations.ReadWrite), (Role.Representative, Operations.ReadWrite),
        (Role.InformalCarer, Operations.Create | Operations.Read), (Role.Professional, Operations.Create | Operations.Read));

    /// <summary>Answering admission requests and withdrawing consent, for oneself or within a mandate.</summary>
    internal static readonly Purpose Decide = new("networks.decide", Activities.Consent,
        (Role.CareRecipient, Operations.ReadWrite), (Role.Representative, Operations.ReadWrite));

    /// <summary>Opening a network in an emergency without taking part in it, with a typed reason.</summary>
    internal static readonly Purpose BreakGlass = new("networks.break-glass", Activities.Participation, (Role.Colleague, Operations.Create));

    /// <summary>Putting an emergency access before the data protection officer of one's own organisation.</summary>
    internal static readonly Purpose TellOfficer = new("networks.tell-officer", Activities.PrivacyDesk,
        (Role.Professional, Operations.Create), (Role.Coordinator, Operations.Create), (Role.QualityNurse, Operations.Create));

    /// <summary>
    /// Knowing and recording who represents the care recipient. A representative reads; recording their own power is not theirs. Whose mandate is for money only sees
    /// that one.
    /// </summary>
    internal static readonly Purpose Represent = new("networks.represent", Activities.Consent,
        (Role.Coordinator, Operations.ReadWrite), (Role.CareRecipient, Operations.Read), (Role.Representative, Operations.Read), (Role.FinancialRepresentative, Operations.Read));

    /// <summary>Telling somebody that a question or an answer waits, without saying which. Only their own address is opened, by a job.</summary>
    internal static readonly Purpose Notify = new("networks.notify", Activities.Notification, (Role.Job, Operations.Read | Operations.Create));

    /// <summary>Entering an invited professional in the staff file of their organisation, so that it knows of them and can end it.</summary>
    internal static readonly Purpose EnterStaff = new("networks.enter-staff", Activities.StaffAdministration, (Role.Reporter, Operations.Create));

    /// <summary>Keeping names in a network as people have them now.</summary>
    internal static readonly Purpose CarryName = new("networks.carry-name", Activities.Participation, (Role.Job, Operations.Update));

    internal static IReadOnlyList<Purpose> All { get; } = [Enrol, TakePart, Arrange, Decide, BreakGlass, TellOfficer, Represent, Notify, EnterStaff, CarryName];
}
