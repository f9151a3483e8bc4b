namespace Kring.Platform.Limits;

/// <summary>What happens with a try when the counters themselves have no room left.</summary>
internal enum WhenFull
{
    /// <summary>The try goes on: keeping people out would hurt more than one try too many.</summary>
    Open,

    /// <summary>The try is refused: what it guards is worth more than the wait.</summary>
    Closed,
}

/// <summary>A named limit: so many tries per key in a window that begins at the first of them.</summary>
/// <param name="Name">Lower case with hyphens; separates the keys of one limit from those of another.</param>
internal sealed record Limit(string Name, int Tries, TimeSpan Window, WhenFull WhenFull);
