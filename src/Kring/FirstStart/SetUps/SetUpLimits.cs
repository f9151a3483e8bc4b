using Kring.Platform.Limits;

namespace Kring.FirstStart.SetUps;

/// <summary>Limits on the code of the set-up. In the memory of one node, as the code itself is.</summary>
internal static class SetUpLimits
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Codes typed from one address range, right or wrong. Closed: whoever guesses it takes over an empty Kring, and whoever runs it can start it again.</summary>
    internal static readonly Limit CodePerRange = new("set-up-code-per-range", 10, Quarter, WhenFull.Closed);

    /// <summary>Codes typed from anywhere, for whoever has many ranges. Closed, as above.</summary>
    internal static readonly Limit Code = new("set-up-code", 60, Quarter, WhenFull.Closed);
}
