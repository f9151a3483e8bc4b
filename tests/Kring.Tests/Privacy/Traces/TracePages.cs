using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Kring.Tests.Privacy.Traces;

/// <summary>Reads "Wie keek in mijn gegevens?" as a person would.</summary>
internal static partial class TracePages
{
    internal static IReadOnlyList<string> Sentences(IHtmlDocument page) => [.. page.QuerySelectorAll(".timeline__what").Select(what => Plain(what.TextContent))];

    internal static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
