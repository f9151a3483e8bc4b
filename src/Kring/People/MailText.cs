using System.Net.Mail;

namespace Kring.People;

/// <summary>Mail addresses as people type them.</summary>
internal static class MailText
{
    internal const int Longest = 254;

    /// <summary>The address without what surrounds it; null when it cannot be one.</summary>
    internal static string? Read(string? typed)
        => typed?.Trim() is { Length: > 0 and <= Longest } text && !text.Any(char.IsWhiteSpace) && MailAddress.TryCreate(text, out var mail) && mail.Address == text
            && mail.Host.Contains('.', StringComparison.Ordinal) && !mail.Host.EndsWith('.')
            ? text
            : null;
}
