using Kring.Delivery.Notices;

namespace Kring.Delivery.Senders;

/// <summary>Hands a notice to a mail server. Without a registered sender, mail waits in the outbox.</summary>
internal interface IMailSender
{
    /// <exception cref="SendFailedException">The server did not take it; it is tried again later.</exception>
    Task Send(Notice notice, CancellationToken cancel);
}

/// <summary>Hands a notice to an SMS provider. Without a registered sender, SMS waits in the outbox.</summary>
internal interface ISmsSender
{
    /// <exception cref="SendFailedException">The provider did not take it; it is tried again later.</exception>
    Task Send(Notice notice, CancellationToken cancel);
}

/// <summary>A notice was not taken. The message holds no address and no text of the notice.</summary>
internal sealed class SendFailedException(string reason, Exception? inner = null) : Exception(reason, inner);
