using System.Globalization;
using System.Text;

namespace Kring.App.Components;

/// <summary>The one or two letters that stand for a name: of its first and its last word, without "van der" between them. The Dutch IJ is one letter.</summary>
internal static class InitialsOf
{
    internal static string Name(string name)
    {
        var words = name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Where(w => Rune.IsLetter(First(w))).ToList();
        if (words.Count == 0)
            return name.Trim() is { Length: > 0 } signs ? StringInfo.GetNextTextElement(signs) : "?";
        var capitals = words.FindAll(w => !Rune.IsLower(First(w)));
        var taken = capitals.Count > 0 ? capitals : words;
        return taken.Count == 1 ? Letter(taken[0]) : Letter(taken[0]) + Letter(taken[^1]);
    }

    // "Ij" is left alone: Ijaz is a first name in which the two are two letters.
    private static string Letter(string word) => word.StartsWith("IJ", StringComparison.Ordinal) || word.StartsWith("ij", StringComparison.Ordinal)
        ? "IJ"
        : StringInfo.GetNextTextElement(word).ToUpper(CultureInfo.CurrentCulture);

    private static Rune First(string word) => Rune.TryGetRuneAt(word, 0, out var rune) ? rune : Rune.ReplacementChar;
}
