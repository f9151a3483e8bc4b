using Kring.Access;
using Kring.Delivery;
using Kring.Networks.Mandates;

namespace Kring.Networks.Bases;

/// <summary>Tells the care recipient and who decides for them that something changed about the bases, without saying what. The caller commits.</summary>
internal sealed class TellWhoDecides(NotifyPerson notify, WhoAnswers who)
{
    internal async Task Run(Grant network, CareNetwork care, CancellationToken cancel)
    {
        foreach (var person in (await who.In(network, care, cancel)).Append(care.Recipient).Distinct())
            await notify.Add(person, NoticeKind.NetworkChanged, $"/netwerken/{care.Id}/mensen#grondslagen", cancel);
    }
}
