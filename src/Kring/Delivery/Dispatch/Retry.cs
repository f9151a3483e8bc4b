namespace Kring.Delivery.Dispatch;

/// <summary>When a notice that was not taken is tried again: soon at first, then every hour, for about a day.</summary>
internal static class Retry
{
    private const int Doublings = 8;
    private const int MostTries = 32;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);

    /// <param name="tries">How often it failed.</param>
    /// <returns>How long to wait; null gives up.</returns>
    internal static TimeSpan? After(int tries) => tries switch
    {
        >= MostTries => null,
        > Doublings => TimeSpan.FromHours(1),
        _ => First * Math.Pow(2, tries - 1),
    };
}
