using System.Text;

namespace Kring.Platform;

internal static class NormalText
{
    private const char NoCharacter = '\uFFFE';

    /// <summary>
    /// As <see cref="string.Normalize(NormalizationForm)"/>, for whatever somebody typed: half a surrogate pair and U+FFFE, on which that one throws, become the replacement character.
    /// </summary>
    internal static string Normal(this string text, NormalizationForm form = NormalizationForm.FormC)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a pair comes out replaced
            whole.Append(rune.Value == NoCharacter ? Rune.ReplacementChar.ToString() : rune.ToString());
        return whole.ToString().Normalize(form);
    }
}
