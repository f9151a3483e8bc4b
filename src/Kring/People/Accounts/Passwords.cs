using System.Security.Cryptography;
using System.Text;
using Kring.Platform;
using Microsoft.AspNetCore.Identity;

namespace Kring.People.Accounts;

/// <summary>Whether a password may be chosen.</summary>
public enum PasswordJudgement
{
    Good,
    TooShort,
    TooLong,
    TooCommon,
}

/// <summary>
/// The rules for passwords and the only place where they are hashed and compared: 8 to 128 characters, every character allowed, none of the thousand that are
/// tried first, no other demands (NIST SP 800-63B-4, 3.1.1.2).
/// </summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher)
{
    internal const int Shortest = 8, Longest = 128;
    private readonly Lazy<string> _nobodys = new(() => hasher.HashPassword(null!, Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));

    internal static PasswordJudgement Judge(string password)
    {
        var characters = Normal(password).EnumerateRunes().Count();
        return characters < Shortest ? PasswordJudgement.TooShort
            : characters > Longest ? PasswordJudgement.TooLong
            : CommonPasswords.Holds(password) ? PasswordJudgement.TooCommon
            : PasswordJudgement.Good;
    }

    /// <summary>Judges a password and hashes a good one.</summary>
    /// <returns>The hash, or the sentence that says why it may not be chosen.</returns>
    internal (string? Hash, string? Sentence) Choose(string password) => Judge(password).Sentence() is { } sentence ? (null, sentence) : (Hash(password), null);

    internal string Hash(string password) => hasher.HashPassword(null!, Normal(password));

    /// <summary>Compares, and takes the same time when there is no account.</summary>
    internal PasswordVerificationResult Compare(Account? account, string password)
    {
        var result = CompareHash(account?.PasswordHash ?? _nobodys.Value, password);
        return account is null ? PasswordVerificationResult.Failed : result;
    }

    internal PasswordVerificationResult CompareHash(string hash, string password)
    {
        // Nobody's password is this long, and hashing a novel costs the server more than its sender.
        var tried = password.Length <= 4 * Longest ? Normal(password) : string.Empty;
        return hasher.VerifyHashedPassword(null!, hash, tried);
    }

    // The same letter typed on two keyboards may be one character or two.
    private static string Normal(string password) => password.Normal(NormalizationForm.FormKC);
}
