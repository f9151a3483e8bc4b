using Kring.Access;

namespace Kring.Delivery;

internal static class DeliveryPurposes
{
    /// <summary>Sending a notice: only its address and variables are opened, by the delivery job.</summary>
    internal static readonly Purpose Deliver = new("delivery.deliver", Activities.Notification, (Role.Job, Operations.Read | Operations.Update));

    internal static IReadOnlyList<Purpose> All { get; } = [Deliver];
}
