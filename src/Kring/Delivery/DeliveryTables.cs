using Kring.Access.Register;
using Kring.Data;
using Microsoft.EntityFrameworkCore;

namespace Kring.Delivery;

internal static class DeliveryTables
{
    internal static void Map(ModelBuilder model)
    {
        var item = model.Entity<OutboxItem>();
        item.ToTable("outbox").HasKey(i => new { i.Compartment, i.Id });
        item.HasIndex(i => i.Id).IsUnique();
        item.HasIndex(i => i.DueAt).HasFilter("sent_at is null and given_up_at is null");
        item.HasIndex(i => new { i.Compartment, i.MergeKey });
        item.Holds(DataCategory.Contact, Whose.Anyone, RetentionClass.Delivery, i => i.Address, i => i.Variables)
            .Holds(DataCategory.Pseudonym, Whose.Anyone, RetentionClass.Delivery, i => i.Compartment, i => i.MergeKey)
            .HoldsNothingPersonal(i => i.Id, i => i.CompartmentKind, i => i.Kind, i => i.Channel, i => i.MadeAt, i => i.DueAt, i => i.UselessAfter,
                i => i.LeasedUntil, i => i.Tries, i => i.SentAt, i => i.GivenUpAt);
    }
}
