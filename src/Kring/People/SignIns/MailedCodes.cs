using System.Globalization;
using System.Security.Cryptography;
using Kring.Access.Sealing;
using Kring.Law;
using Kring.Platform;

namespace Kring.People.SignIns;

/// <summary>Makes the codes that go out by mail. Kept as a keyed index that holds for one attempt alone.</summary>
internal sealed class MailedCodes(LookupIndexes indexes, LegalTermsBoard terms, TimeProvider time)
{
    private const int Digits = 6;

    /// <summary>Gives an attempt a new code in the place of any old one.</summary>
    /// <returns>The code, for the mail and for nothing else.</returns>
    internal async Task<string> Give(CodeAttempt attempt, Guid id, CancellationToken cancel)
    {
        var code = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        attempt.GiveCode(IndexOf(id, code), (await terms.Current(cancel)).EndOf(LegalTermKeys.LoginCode, time.Moment()));
        return code;
    }

    /// <summary>Gives an attempt a code that nobody can type: to the browser it looks as if one was sent.</summary>
    internal async Task GiveNone(CodeAttempt attempt, Guid id, CancellationToken cancel)
        => attempt.GiveCode(IndexOf(id, Convert.ToHexString(RandomNumberGenerator.GetBytes(32))), (await terms.Current(cancel)).EndOf(LegalTermKeys.LoginCode, time.Moment()));

    internal LookupIndex IndexOf(Guid id, string code) => indexes.OfSecret("code", $"{id:N}/{code}");

    /// <summary>The six digits among what was typed: with spaces, points and hyphens as people write them.</summary>
    /// <returns>Either the digits, or the sentence that says what is wrong.</returns>
    internal static (string? Code, string? Sentence) Read(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '.'))]);
        if (digits.Length == Digits && digits.All(char.IsAsciiDigit))
            return (digits, null);
        return (null, digits.Length == 0 ? SignInTexts.CodeMissing : SignInTexts.CodeNotSix);
    }

    /// <summary>Says what a guess was worth.</summary>
    /// <returns>Null for the right code.</returns>
    internal static string? Sentence(CodeJudgement judgement) => judgement switch
    {
        CodeJudgement.Right => null,
        CodeJudgement.Wrong => SignInTexts.CodeWrong,
        CodeJudgement.LastWrong => SignInTexts.CodeLastWrong,
        CodeJudgement.Useless => SignInTexts.CodeUseless,
    };
}
