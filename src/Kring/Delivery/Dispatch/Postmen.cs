using Kring.Delivery.Notices;
using Kring.Delivery.Senders;

namespace Kring.Delivery.Dispatch;

/// <summary>The senders there are. A channel without a sender lets its notices wait.</summary>
internal sealed class Postmen(IEnumerable<IMailSender> mail, IEnumerable<ISmsSender> sms)
{
    private readonly IMailSender? _mail = mail.LastOrDefault();
    private readonly ISmsSender? _sms = sms.LastOrDefault();

    internal IReadOnlyList<DeliveryChannel> Channels { get; } = [.. mail.Take(1).Select(_ => DeliveryChannel.Mail), .. sms.Take(1).Select(_ => DeliveryChannel.Sms)];

    internal Task Send(Notice notice, CancellationToken cancel) => notice.Channel switch
    {
        DeliveryChannel.Mail when _mail is not null => _mail.Send(notice, cancel),
        DeliveryChannel.Sms when _sms is not null => _sms.Send(notice, cancel),
        _ => throw new SendFailedException("no sender"),
    };
}
