using Kring.Access;

namespace Kring.Delivery;

internal static class DeliveryPurposes
{
    /// <summary>Sending a notice: only its address and variables are opened, by the delivery job.</summary>
    internal static readonly Purpose Deliver = new("delivery.deliver", Activities.Notification, (Role.Job, Operations.Read | Operations.Update));

    /// <summary>Following the link in a notice that one got.</summary>
    internal static readonly Purpose Follow = new("delivery.follow", Activities.Notification, (Role.Self, Operations.Read), (Role.DataProtectionOfficer, Operations.Read));

    /// <summary>Deleting notices that are past their retention (AVG art. 5(1)(e)).</summary>
    internal static readonly Purpose Clear = new("delivery.clear", Activities.Notification, (Role.Job, Operations.Delete));

    internal static IReadOnlyList<Purpose> All { get; } = [Deliver, Follow, Clear];
}
