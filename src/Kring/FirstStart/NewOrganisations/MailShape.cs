using System.Net.Mail;

namespace Kring.FirstStart.NewOrganisations;

/// <summary>Whether something typed can be a mail address on the internet.</summary>
internal static class MailShape
{
    internal static bool Holds(string? mail)
        => mail?.Trim() is { Length: <= 254 } typed && MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal);
}
