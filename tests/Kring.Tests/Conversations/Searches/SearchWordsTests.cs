using Kring.Conversations.Searches;

namespace Kring.Tests.Conversations.Searches;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("cafe", "Wij zien elkaar in het Café.")]
    [InlineData("CAFÉ", "in het cafe")]
    [InlineData("ijs", "Zij wil ĲS")]
    [InlineData("ĳs", "een ijsje")]
    [InlineData("cooperatie", "De coöperatie belt")]
    [InlineData("coo\u0308peratie", "De coöperatie belt")] // the accent apart
    [InlineData("opa's", "Opa’s bril")]
    [InlineData("bril opa", "Opa zoekt zijn bril")]
    [InlineData("brill", "De brillenwinkel")]
    [InlineData("Yilmaz", "Ahmed Yılmaz", false)] // another letter than i, not an i with an accent
    [InlineData("bril oma", "Opa zoekt zijn bril", false)]
    [InlineData("100%", "100% zeker")]
    [InlineData(".*", "Alles", false)]
    public void All_words_must_occur_however_they_are_typed(string words, string text, bool found = true)
        => Assert.Equal(found, SearchWords.Of(words).AreIn(text));

    [Theory]
    [InlineData(null, SearchPlan.TooShort)]
    [InlineData("", SearchPlan.TooShort)]
    [InlineData(" a ", SearchPlan.TooShort)]
    [InlineData("a b c", SearchPlan.TooShort)]
    [InlineData("\u0301\u0301\u0301", SearchPlan.TooShort)] // accents without a letter are in every text
    [InlineData("\u200b\u200b\u200b", SearchPlan.TooShort)]
    [InlineData("😀", SearchPlan.TooShort)]
    [InlineData("ab", SearchPlan.Good)]
    [InlineData("bed 3", SearchPlan.Good)]
    public void One_word_has_two_letters_or_more(string? typed, SearchPlan plan) => Assert.Equal(plan, SearchWords.Plan(typed));

    [Fact]
    public void A_hundred_characters_are_not_too_long_and_one_more_is()
    {
        Assert.Equal(SearchPlan.Good, SearchWords.Plan(new string('a', 100)));
        Assert.Equal(SearchPlan.TooLong, SearchWords.Plan(new string('a', 101)));
    }

    [Fact]
    public void Every_place_of_every_word_is_marked_and_nothing_else_changes()
    {
        var pieces = SearchWords.Of("cafe bril").Excerpt("Het Café: bril,\nBRIL en cafébril.");

        Assert.Equal(["Café", "bril", "BRIL", "cafébril"], pieces.Where(p => p.Marked).Select(p => p.Text));
        Assert.Equal("Het Café: bril, BRIL en cafébril.", string.Concat(pieces.Select(p => p.Text)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(57)]
    [InlineData(900)]
    [InlineData(4_990)]
    public void Of_a_long_text_the_part_around_the_first_word_is_shown(int place)
    {
        var text = string.Concat(Enumerable.Repeat("😀 woord ", 700))[..place].TrimEnd('\uD83D') + "sleutel" + string.Concat(Enumerable.Repeat(" 😀woord", 100));

        var pieces = SearchWords.Of("sleutel").Excerpt(text);
        var shown = string.Concat(pieces.Select(p => p.Text));

        Assert.Contains(pieces, p => p is { Marked: true, Text: "sleutel" });
        Assert.InRange(shown.Length, 1, 320);
        Assert.DoesNotContain(shown.EnumerateRunes(), r => r == System.Text.Rune.ReplacementChar);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.Equal(place > 60, shown.StartsWith('…'));
    }

    [Fact]
    public void A_word_of_a_hundred_characters_is_shown_whole()
    {
        var word = new string('w', 100);
        Assert.Contains(SearchWords.Of(word).Excerpt(new string('-', 400) + word + new string('-', 400)), p => p.Marked && p.Text == word);
    }
}
