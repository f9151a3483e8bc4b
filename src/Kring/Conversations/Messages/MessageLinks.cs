using System.Text.RegularExpressions;

namespace Kring.Conversations.Messages;

/// <summary>A piece of a message: plain words, or an address that can be followed.</summary>
internal readonly record struct TextPiece(string Text, bool IsLink);

/// <summary>Finds web addresses in plain text. Only http and https; what was typed is what is shown, and nothing is ever fetched. Signs that turn the direction of writing end an address: it must read as where it leads.</summary>
internal static partial class MessageLinks
{
    private static readonly char[] Trailing = ['.', ',', ';', ':', '!', '?', ')', ']', '}', '\'', '"', '’', '”', '…', '*', '_'];

    internal static IReadOnlyList<TextPiece> Split(string text)
    {
        var pieces = new List<TextPiece>();
        var at = 0;
        foreach (var match in Address().EnumerateMatches(text))
        {
            var address = text.Substring(match.Index, match.Length).TrimEnd(Trailing);
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
                continue;
            if (match.Index > at)
                pieces.Add(new TextPiece(text[at..match.Index], false));
            pieces.Add(new TextPiece(address, true));
            at = match.Index + address.Length;
        }

        if (at < text.Length)
            pieces.Add(new TextPiece(text[at..], false));
        return pieces;
    }

    [GeneratedRegex(@"https?://[^\s<>""\u202A-\u202E\u2066-\u2069]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
