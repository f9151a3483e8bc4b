using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Kring.App.Web;

/// <summary>
/// Carries what is searched for in an address that says nothing: sealed by the program, and of use only for what it is bound to. So an answer can be loaded again and gone back to,
/// while no log of a proxy and no history of a browser holds the words.
/// </summary>
internal sealed class SealedQuestions(IDataProtectionProvider protection)
{
    internal const int Longest = 2_000;

    // Words of about one length give addresses of one length.
    private const int Padded = 256;

    /// <param name="question">UTF-8 that does not end in a space.</param>
    /// <param name="bound">What it is for, the session first.</param>
    internal string Seal(ReadOnlySpan<byte> question, params string[] bound)
    {
        var padded = new byte[(question.Length + Padded - 1) / Padded * Padded];
        Array.Fill(padded, (byte)' ');
        question.CopyTo(padded);
        return WebEncoders.Base64UrlEncode(For(bound).Protect(padded));
    }

    /// <summary>Null when it was made in another session, for something else, or not here at all.</summary>
    internal byte[]? Open(string? text, params string[] bound)
    {
        if (text is not { Length: > 0 and <= Longest })
            return null;
        try
        {
            return For(bound).Unprotect(WebEncoders.Base64UrlDecode(text)).AsSpan().TrimEnd((byte)' ').ToArray();
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector For(string[] bound) => protection.CreateProtector("question", bound);
}
