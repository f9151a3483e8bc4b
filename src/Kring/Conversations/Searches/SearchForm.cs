using System.Globalization;
using Kring.App;
using Kring.App.Components;

namespace Kring.Conversations.Searches;

/// <summary>The form of a search as it was filled in.</summary>
internal sealed record SearchForm(string? Words, string? By, string? From, string? Until)
{
    internal const string WordsField = "woorden", ByField = "wie", FromField = "van", UntilField = "tot";
    private static readonly string[] Written = ["yyyy-MM-dd", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy"];

    internal static SearchForm Of(SearchAsk? ask) => new(ask?.Words, ask?.By?.ToString(), Day(ask?.From), Day(ask?.Until));

    internal bool IsPrecise => !string.IsNullOrEmpty(By) || !string.IsNullOrEmpty(From) || !string.IsNullOrEmpty(Until);

    /// <summary>Null when something is wrong; the errors then say what.</summary>
    internal SearchAsk? Read(FormErrors errors)
    {
        if (Explain(SearchWords.Plan(Words)) is { } sentence)
            errors.Add(WordsField, sentence);
        var (from, until) = (Day(From, FromField, SearchTexts.FromWrong, errors), Day(Until, UntilField, SearchTexts.UntilWrong, errors));
        if (until < from)
            errors.Add(UntilField, SearchTexts.UntilBeforeFrom);
        return errors.Any ? null : new SearchAsk(Words!.Trim(), Guid.TryParse(By, out var person) ? person : null, from, until);
    }

    private static string? Explain(SearchPlan plan) => plan switch
    {
        SearchPlan.Good => null,
        SearchPlan.TooShort => SearchTexts.TooShort.Fill(SearchWords.Shortest),
        SearchPlan.TooLong => SearchTexts.TooLong.Fill(SearchWords.Longest),
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? typed, string field, string otherwise, FormErrors errors)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (DateOnly.TryParseExact(typed.Trim(), Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and < 2200)
            return day;
        errors.Add(field, otherwise);
        return null;
    }
}
