using System.Security.Cryptography;

namespace Kring.FirstStart.SetUps;

/// <summary>Codes that people copy by hand: groups of four, without letters and digits that look alike.</summary>
internal static class Secrets
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Group = 4;

    /// <summary>Nearly twenty random bits a group.</summary>
    internal static string Words(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Letters, Group)));

    /// <summary>As it was meant: capitals, spaces and hyphens do not matter.</summary>
    internal static string? Tidy(string? typed)
        => typed is null ? null : string.Join('-', typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant).Chunk(Group).Select(group => new string(group)));
}
