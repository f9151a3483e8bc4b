namespace Kring.People.Accounts;

/// <summary>Says why a password may not be chosen, in the words of every form that asks for one.</summary>
internal static class PasswordSentences
{
    /// <returns>Null for a good password.</returns>
    internal static string? Sentence(this PasswordJudgement judgement) => judgement switch
    {
        PasswordJudgement.Good => null,
        PasswordJudgement.TooShort => AccountTexts.PasswordTooShort,
        PasswordJudgement.TooLong => AccountTexts.PasswordTooLong,
        PasswordJudgement.TooCommon => AccountTexts.PasswordTooCommon,
    };
}
