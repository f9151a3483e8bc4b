namespace Kring.Conversations.Reading;

/// <summary>Unread messages by their numbers alone: numbers have no gaps, so nothing is counted.</summary>
internal static class Unread
{
    /// <param name="reached">How far somebody has read; null for nothing.</param>
    /// <param name="firstShown">The number of the first message they may see.</param>
    internal static long Count(long lastNumber, long? reached, long firstShown) => Math.Max(0, lastNumber - Math.Max(reached ?? 0, firstShown - 1));
}
