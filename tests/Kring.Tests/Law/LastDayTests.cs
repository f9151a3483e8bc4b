using System.Globalization;
using Kring.Law;

namespace Kring.Tests.Law;

public sealed class LastDayTests
{
    private static readonly LegalTerms Law = new([.. LegalTermKeys.AtFirstStart]);
    private static readonly Holidays Dutch = new(LegalTermKeys.AtFirstStart.Single(t => t.Key == LegalTermKeys.Holidays).Value);

    [Theory]
    [InlineData("2026-11-25", "2026-12-28")] // Friday 25 December is Christmas, and a weekend follows
    [InlineData("2026-01-31", "2026-03-02")] // the last day of February is a Saturday
    [InlineData("2027-01-31", "2027-03-01")] // and a Sunday
    [InlineData("2028-01-31", "2028-02-29")] // a leap year, a Tuesday
    [InlineData("2026-01-15", "2026-02-16")] // a Sunday
    [InlineData("2026-03-06", "2026-04-07")] // Easter Monday
    [InlineData("2026-03-03", "2026-04-07")] // Good Friday, and Easter after it
    [InlineData("2026-04-14", "2026-05-15")] // Ascension Day
    [InlineData("2026-04-25", "2026-05-26")] // Whit Monday
    [InlineData("2026-03-27", "2026-04-28")] // King's Day, a Monday
    [InlineData("2025-03-27", "2025-04-28")] // 27 April is a Sunday: King's Day was the day before, and Monday is a working day
    [InlineData("2026-12-01", "2027-01-04")] // New Year's Day, a Friday
    [InlineData("2026-04-05", "2026-05-06")] // Liberation Day
    [InlineData("2026-06-10", "2026-07-10")]
    public void A_month_to_answer_ends_on_the_same_date_or_the_next_working_day(string received, string last)
        => Assert.Equal(Day(last), Law.LastDayOf(LegalTermKeys.PrivacyAnswer, Day(received)));

    [Theory]
    [InlineData("2025-04-26", true)]
    [InlineData("2025-04-27", false)]
    [InlineData("2026-04-26", false)]
    [InlineData("2026-04-27", true)]
    [InlineData("2031-04-26", true)]
    public void Kings_Day_moves_to_26_April_when_27_April_is_a_Sunday(string day, bool holiday) => Assert.Equal(holiday, Dutch.Has(Day(day)));

    [Theory]
    [InlineData(2024, "2024-04-01")]
    [InlineData(2025, "2025-04-21")]
    [InlineData(2026, "2026-04-06")]
    [InlineData(2038, "2038-04-26")]
    [InlineData(2285, "2285-03-23")]
    public void Easter_Monday_follows_the_moon(int year, string day)
        => Assert.Equal([Day(day)], Enumerable.Range(0, 60).Select(n => new DateOnly(year, 3, 16).AddDays(n)).Where(d => d.DayOfWeek == DayOfWeek.Monday && d is not { Month: 4, Day: 27 } && Dutch.Has(d) && Dutch.Has(d.AddDays(-3))));

    [Fact]
    public void Another_term_for_the_answer_is_a_row_and_not_a_program()
    {
        var later = new LegalTerms([.. LegalTermKeys.AtFirstStart, new LegalTerm { Key = LegalTermKeys.PrivacyAnswer, EffectiveFrom = new DateOnly(2027, 1, 1), Value = "P14D", Source = "A law to come" }]);

        Assert.Equal(Day("2027-01-19"), later.LastDayOf(LegalTermKeys.PrivacyAnswer, Day("2027-01-05")));
        Assert.Equal(Day("2027-01-29"), later.LastDayOf(LegalTermKeys.PrivacyAnswer, Day("2026-12-29")));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
