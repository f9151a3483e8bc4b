using Kring.App.Components;

namespace Kring.Tests.App.Components;

public sealed class MarkdownTextTests
{
    [Fact]
    public void A_text_has_its_first_heading_as_title()
    {
        var text = MarkdownText.Read("# Hulp\r\n\r\nEerste *regel*.");

        Assert.Equal("Hulp", text.Title);
        Assert.Equal("<p class=\"govuk-body\">Eerste <em>regel</em>.</p>\n", MarkdownText.ToHtml(text.Body));
    }

    [Fact]
    public void Without_a_title_it_is_no_text()
        => Assert.Throws<FormatException>(() => MarkdownText.Read("Zomaar iets"));

    [Fact]
    public void Html_is_shown_and_not_run()
        => Assert.Equal("<p class=\"govuk-body\">&lt;script&gt;alert(1)&lt;/script&gt;</p>\n", MarkdownText.ToHtml("<script>alert(1)</script>"));

    [Theory]
    [InlineData("Zorg & <b>Zo</b> [x](javascript:alert(1)) *q* _w_ `e` # 1. - {{fg}}")]
    [InlineData("’t Huis à Côté IJsselzorg")]
    public void A_name_stays_as_it_is(string name)
        => Assert.Equal($"<p class=\"govuk-body\">{name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}</p>\n", MarkdownText.ToHtml(MarkdownText.Plain(name)));

    [Fact]
    public void A_placeholder_is_filled_or_its_paragraph_dropped()
    {
        var text = MarkdownText.Read("# T\n\nVoor\n\n{{fg}}\n\nNa");

        Assert.Equal("Voor\n\n- een\n\nNa", text.With("fg", "- een").Body);
        Assert.DoesNotContain("fg", text.With("fg", "").Body, StringComparison.Ordinal);
    }
}
