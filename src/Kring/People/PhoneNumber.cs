using PhoneNumbers;

namespace Kring.People;

/// <summary>Phone numbers as people type them, as they are kept (E.164) and as they are shown. Without a country they are Dutch.</summary>
internal static class PhoneNumber
{
    private const string Home = "NL";
    private static readonly PhoneNumberUtil Rules = PhoneNumberUtil.GetInstance();

    /// <summary>The number in E.164; null when it cannot be one.</summary>
    internal static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 40)
            return null;
        try
        {
            var number = Rules.Parse(typed, Home);
            return Rules.IsValidNumber(number) ? Rules.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>"06 12 34 56 78" for a Dutch mobile number, the usual spacing of its country for every other.</summary>
    internal static string Show(string e164)
    {
        if (e164.StartsWith("+316", StringComparison.Ordinal) && e164.Length == 12)
            return string.Join(' ', "06", e164[4..6], e164[6..8], e164[8..10], e164[10..12]);
        var number = Rules.Parse(e164, Home);
        return Rules.Format(number, number.CountryCode == 31 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }
}
