using System.Text.Json;
using Kring.Access;
using Kring.Delivery.Dispatch;
using Kring.Platform;

namespace Kring.Delivery;

/// <summary>Puts notices in the outbox, in the transaction of what caused them. The caller commits.</summary>
internal sealed class Outbox(Door door, DispatchBell bell, TimeProvider time)
{
    /// <param name="cause">The grant of the compartment in which the address is sealed: the person's profile, or a network for somebody who was invited.</param>
    /// <param name="variables">Texts for the notice, such as "name", "code", "path" (a path within Kring) and "language" (nl or en).</param>
    /// <param name="dueAt">Not to be sent earlier; null sends at once.</param>
    internal OutboxItem Add(Grant cause, NoticeKind kind, DeliveryChannel channel, string address, IReadOnlyDictionary<string, string> variables,
        DateTimeOffset? dueAt = null, DateTimeOffset? uselessAfter = null, string? mergeKey = null)
    {
        door.AfterCommit(bell.Ring);
        var id = time.NewId<OutboxItemId>();
        var now = time.Moment();
        return cause.Add(new OutboxItem
        {
            Id = id,
            Compartment = cause.Compartment.Id,
            CompartmentKind = cause.Compartment.Kind,
            Kind = kind,
            Channel = channel,
            Address = cause.Seal(OutboxItem.AddressField, id.Value, address),
            Variables = cause.Seal(OutboxItem.VariablesField, id.Value, JsonSerializer.Serialize(variables)),
            MadeAt = now,
            DueAt = dueAt ?? now,
            UselessAfter = uselessAfter,
            MergeKey = mergeKey,
        });
    }
}
