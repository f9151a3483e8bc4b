using System.Globalization;
using System.Text;

namespace Kring.Demo.Script;

internal static class Names
{
    internal static (string First, string Prefix, string Last) Split(string fullName)
    {
        var words = fullName.Split(' ');
        var prefix = words.Skip(1).TakeWhile(word => char.IsLower(word[0])).ToArray();
        return (words[0], string.Join(' ', prefix), string.Join(' ', words.Skip(1 + prefix.Length)));
    }

    /// <summary>"Zoë van der Heijden" becomes "zoe-van-der-heijden".</summary>
    internal static string KeyOf(string fullName)
    {
        var key = new StringBuilder();
        foreach (var letter in fullName.Replace('ı', 'i').Replace('ł', 'l').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                key.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                key.Append('-');
            }
        }

        return key.ToString();
    }

    /// <summary>"Vries-Jansen" with "de" becomes "De Vries", as people are addressed.</summary>
    internal static string Formal(string prefix, string last)
    {
        var own = last.Split('-')[0];
        return prefix.Length == 0 ? own : $"{char.ToUpperInvariant(prefix[0])}{prefix[1..]} {own}";
    }
}
