using Kring.Delivery.Notices;
using Kring.Delivery.Senders;
using Kring.Platform;

namespace Kring.Delivery.Captured;

/// <summary>In development: keeps what would have been sent, in memory, the newest 500. Restarting forgets it.</summary>
internal sealed class CapturedPost(TimeProvider time) : IMailSender, ISmsSender
{
    private const int Most = 500;
    private readonly Lock _lock = new();
    private readonly LinkedList<CapturedNotice> _newestFirst = new();

    internal IReadOnlyList<CapturedNotice> NewestFirst
    {
        get
        {
            lock (_lock)
                return [.. _newestFirst];
        }
    }

    public Task Send(Notice notice, CancellationToken cancel)
    {
        var kind = notice.Channel == DeliveryChannel.Sms ? "sms" : "mail";
        var captured = new CapturedNotice(kind, notice.Kind.ToString(), notice.To, notice.Subject, notice.Text, notice.Links, time.Moment());
        lock (_lock)
        {
            _newestFirst.AddFirst(captured);
            if (_newestFirst.Count > Most)
                _newestFirst.RemoveLast();
        }

        return Task.CompletedTask;
    }
}

/// <param name="Kind">"mail" or "sms".</param>
/// <param name="Notice">Which notice: "LoginCode".</param>
public sealed record CapturedNotice(string Kind, string Notice, string To, string Subject, string Text, IReadOnlyList<Uri> Links, DateTimeOffset Time);
