namespace Kring.Platform;

/// <summary>A clock that runs this much ahead of the system's, so that the lock, the month and every deadline can be tried.</summary>
internal sealed class LaterClock(TimeSpan offset) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + offset;
}
