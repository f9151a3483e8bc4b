using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Kring.App.Components;

/// <summary>A text of Kring's own in Markdown: its title, and its body as HTML that looks like the rest.</summary>
/// <param name="Title">The words of its first heading.</param>
/// <param name="Body">Everything after that heading, in Markdown.</param>
public sealed record MarkdownText(string Title, string Body)
{
    private static readonly MarkdownPipeline Rules = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <exception cref="FormatException">The text does not begin with a heading of the first level.</exception>
    public static MarkdownText Read(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart().Split('\n', 2);
        return lines[0].StartsWith("# ", StringComparison.Ordinal)
            ? new MarkdownText(lines[0][2..].Trim(), lines.Length > 1 ? lines[1].Trim() : "")
            : throw new FormatException("The text does not begin with its title.");
    }

    /// <summary>Puts something in the place of a paragraph that is a placeholder such as "{{fg}}"; nothing drops the paragraph.</summary>
    public MarkdownText With(string placeholder, string? markdown)
        => this with { Body = Body.Replace($"\n{{{{{placeholder}}}}}\n", string.IsNullOrEmpty(markdown) ? "" : $"\n{markdown}\n", StringComparison.Ordinal) };

    /// <summary>Text that Markdown must show as it stands, such as the name of an organisation.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings(" "))
            plain.Append(char.IsAsciiLetterOrDigit(letter) || !char.IsAscii(letter) || letter == ' ' ? letter : $"\\{letter}");
        return plain.ToString();
    }

    internal static string ToHtml(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Rules);
        foreach (var part in document.Descendants())
        {
            if (ClassOf(part) is { } css)
                part.GetAttributes().AddClass(css);
        }

        return document.ToHtml(Rules);
    }

    private static string? ClassOf(MarkdownObject part) => part switch
    {
        HeadingBlock { Level: <= 2 } => "govuk-heading-m",
        HeadingBlock => "govuk-heading-s",
        ParagraphBlock => "govuk-body",
        ListBlock { IsOrdered: true } => "govuk-list govuk-list--number",
        ListBlock => "govuk-list govuk-list--bullet",
        Table => "govuk-table",
        LinkInline or AutolinkInline => "govuk-link",
        _ => null,
    };
}
