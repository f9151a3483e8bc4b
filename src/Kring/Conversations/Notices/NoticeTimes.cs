using Kring.Platform;

namespace Kring.Conversations.Notices;

/// <summary>When a notice may go out, on the Dutch clock.</summary>
internal static class NoticeTimes
{
    internal static readonly TimeOnly Digest = new(17, 0);
    internal static readonly TimeOnly QuietFrom = new(22, 0);
    internal static readonly TimeOnly QuietUntil = new(7, 0);

    internal static DateTimeOffset Next(NoticeMode mode, TimeOnly quietFrom, TimeOnly quietUntil, DateTimeOffset now)
        => AfterQuiet(mode == NoticeMode.Daily ? Following(Digest, now) : now, quietFrom, quietUntil);

    private static DateTimeOffset AfterQuiet(DateTimeOffset at, TimeOnly from, TimeOnly until)
        => from != until && TimeOnly.FromDateTime(at.InAmsterdam().DateTime).IsBetween(from, until) ? Following(until, at) : at;

    /// <summary>The first moment after this one at which clocks show that time.</summary>
    private static DateTimeOffset Following(TimeOnly clock, DateTimeOffset after)
    {
        var today = On(after.DutchDay(), clock);
        return today > after ? today : On(after.DutchDay().AddDays(1), clock);
    }

    private static DateTimeOffset On(DateOnly day, TimeOnly clock)
    {
        var local = day.ToDateTime(clock);
        return new DateTimeOffset(local, Instants.Amsterdam.GetUtcOffset(local)).ToUniversalTime();
    }
}
