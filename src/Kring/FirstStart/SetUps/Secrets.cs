using System.Security.Cryptography;

namespace Kring.FirstStart.SetUps;

/// <summary>Secrets that people copy by hand: groups of four, without letters and digits that look alike.</summary>
internal static class Secrets
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Nearly twenty random bits a group.</summary>
    internal static string Words(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));

    /// <summary>As it was meant: capitals and spaces do not matter.</summary>
    internal static string? Tidy(string? typed) => typed?.Replace(" ", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
}
