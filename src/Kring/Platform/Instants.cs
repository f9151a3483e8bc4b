namespace Kring.Platform;

internal static class Instants
{
    internal static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The present moment in UTC, in whole microseconds: what both databases can hold.</summary>
    internal static DateTimeOffset Moment(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>The instant on a Dutch clock.</summary>
    internal static DateTimeOffset InAmsterdam(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Amsterdam);

    /// <summary>The day it is in the Netherlands: ages and mandates switch at midnight there.</summary>
    internal static DateOnly DutchDay(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.InAmsterdam().DateTime);

    /// <summary>The instant at which a Dutch day begins.</summary>
    internal static DateTimeOffset StartInAmsterdam(this DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Amsterdam.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
