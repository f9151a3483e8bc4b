namespace Kring.Delivery.Notices;

/// <summary>A notice as it leaves Kring: plain text, at most one link, nothing that says who or what it is about.</summary>
/// <param name="Id">Stays the same over tries, so that a mail program shows a doubled notice once.</param>
/// <param name="To">Mail address or E.164 number.</param>
/// <param name="Subject">Empty for an SMS.</param>
internal sealed record Notice(OutboxItemId Id, NoticeKind Kind, DeliveryChannel Channel, string To, string Subject, string Text, IReadOnlyList<Uri> Links);
