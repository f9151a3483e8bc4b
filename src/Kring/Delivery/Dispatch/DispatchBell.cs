namespace Kring.Delivery.Dispatch;

/// <summary>Wakes the dispatcher of this node after a commit that added a notice. Rings that nobody hears yet are kept as one.</summary>
internal sealed class DispatchBell : IDisposable
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

    /// <summary>Returns at a ring, and otherwise after a while: other nodes add notices too, and waiting ones fall due.</summary>
    internal Task Wait(TimeSpan atMost, CancellationToken cancel) => _rung.WaitAsync(atMost, cancel);

    public void Dispose() => _rung.Dispose();
}
