namespace Kring.Demo.Seeding;

/// <summary>A clock that stands at a moment in the past, for rows that were made then.</summary>
internal sealed class StandingClock(DateTimeOffset moment) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => moment.ToUniversalTime();
}
