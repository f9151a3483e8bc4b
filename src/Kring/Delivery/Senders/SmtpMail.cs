using System.Net.Sockets;
using Kring.Delivery.Notices;
using Kring.Platform;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Kring.Delivery.Senders;

/// <summary>Sends over SMTP; the connection stays open while there is more to send. TLS is demanded of every server but one on this machine.</summary>
internal sealed class SmtpMail(MailOptions options) : IMailSender, IDisposable
{
    private const int TlsFromTheStart = 465;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly SmtpClient _client = new() { Timeout = 30_000 };

    public async Task Send(Notice notice, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await Connect(cancel);
            await _client.SendAsync(Letter(notice), cancel);
        }
        catch (Exception fault) when (fault is SocketException or IOException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or ParseException or NotSupportedException or TimeoutException)
        {
            await _client.DisconnectAsync(quit: false, CancellationToken.None);
            throw new SendFailedException(fault is SmtpCommandException refused ? $"{fault.GetType().Name} {refused.StatusCode}" : fault.GetType().Name, fault);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _turn.Dispose();
    }

    private async Task Connect(CancellationToken cancel)
    {
        if (_client.IsConnected && await Alive(cancel))
            return;
        await _client.ConnectAsync(options.Host!, options.Port, Security(), cancel);
        if (options.User is { Length: > 0 } user)
            await _client.AuthenticateAsync(user, options.Password ?? string.Empty, cancel);
    }

    private async Task<bool> Alive(CancellationToken cancel)
    {
        try
        {
            await _client.NoOpAsync(cancel);
            return true;
        }
        catch (Exception closed) when (closed is IOException or ProtocolException or CommandException or ServiceNotConnectedException)
        {
            await _client.DisconnectAsync(quit: false, CancellationToken.None);
            return false;
        }
    }

    private SecureSocketOptions Security() => options switch
    {
        { Host: "localhost" or "127.0.0.1" or "::1" } => SecureSocketOptions.StartTlsWhenAvailable,
        { Port: TlsFromTheStart } => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };

    private MimeMessage Letter(Notice notice)
    {
        var from = MailboxAddress.Parse(options.From);
        from.Name ??= "Kring";
        var letter = new MimeMessage([from], [MailboxAddress.Parse(notice.To)], notice.Subject, new TextPart("plain") { Text = notice.Text })
        {
            MessageId = $"{notice.Id.Value:N}@{from.Domain}",
        };
        letter.Headers.Add("Auto-Submitted", "auto-generated");
        return letter;
    }
}
