namespace Kring.Tests.Support;

/// <summary>A clock that goes on as clocks do, and can be put ahead: for the lock, the month and every deadline.</summary>
public sealed class TestClock : TimeProvider
{
    private long aheadTicks;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddTicks(Interlocked.Read(ref aheadTicks));

    public void Advance(TimeSpan by) => Interlocked.Add(ref aheadTicks, by.Ticks);

    public void AdvanceTo(DateTimeOffset moment) => Advance(moment - GetUtcNow());
}
