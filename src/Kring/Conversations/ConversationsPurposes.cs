using Kring.Access;

namespace Kring.Conversations;

internal static class ConversationsPurposes
{
    /// <summary>Talking with each other within a network.</summary>
    internal static readonly Purpose Communicate = new("conversations.communicate", Activities.Communication,
        (Role.CareRecipient, Operations.ReadWrite), (Role.Representative, Operations.ReadWrite), (Role.FinancialRepresentative, Operations.ReadWrite), (Role.InformalCarer, Operations.ReadWrite),
        (Role.Professional, Operations.ReadWrite), (Role.Coordinator, Operations.ReadWrite));

    /// <summary>Telling people that there is something new, without saying what.</summary>
    internal static readonly Purpose Notify = new("conversations.notify", Activities.Notification, (Role.Job, Operations.Read | Operations.Create));

    internal static IReadOnlyList<Purpose> All { get; } = [Communicate, Notify];
}
