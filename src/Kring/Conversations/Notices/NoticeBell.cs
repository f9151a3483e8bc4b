namespace Kring.Conversations.Notices;

/// <summary>Wakes the job that tells people of new messages. Rings that nobody hears yet are kept as one.</summary>
internal sealed class NoticeBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0, 1);

    internal void Ring()
    {
        try
        {
            _rung.Release();
        }
        catch (SemaphoreFullException)
        {
            // It rings already.
        }
    }

    internal Task Wait(TimeSpan atMost, CancellationToken cancel) => _rung.WaitAsync(atMost, cancel);

    public void Dispose() => _rung.Dispose();
}
