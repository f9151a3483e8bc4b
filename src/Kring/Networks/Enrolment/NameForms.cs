using System.Globalization;
using System.Text;
using Kring.Platform;

namespace Kring.Networks.Enrolment;

/// <summary>
/// The forms in which a Dutch name is typed, brought to one: without accents, prefixes (van, de), titles and endings that sound alike. Loose on purpose: it is only used
/// together with a date of birth.
/// </summary>
/// <param name="Given">How the first name sounds; null when there is none or only an initial.</param>
/// <param name="Initial">Null when the name has no first name at all: "Mevrouw de Vries".</param>
/// <param name="Families">How each part of the family name sounds, and the whole of it; in no order.</param>
internal sealed record NameForms(string? Given, char? Initial, IReadOnlySet<string> Families)
{
    private const int MostParts = 6;
    private const string Vowels = "aeiouy";

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
        { "mevrouw", "mevr", "mw", "mej", "juffrouw", "dhr", "meneer", "mijnheer", "heer", "dr", "drs", "ir", "ing", "prof", "mr", "jhr", "jkvr", "zr", "pater", "oma", "opa" };

    private static readonly HashSet<string> Prefixes = new(StringComparer.Ordinal)
    {
        "van", "de", "der", "den", "het", "t", "ter", "ten", "te", "op", "aan", "in", "s", "von", "vom", "zu", "zum", "la", "le", "les", "l", "du", "des", "d", "da", "di", "del", "della", "do", "dos",
        "el", "al", "bin", "ibn", "uit", "onder", "over", "bij", "voor", "tot", "v", "vd", "vdr", "vden", "of",
    };

    // In this order: what stands first is heard first.
    private static readonly (string Written, string Heard)[] Sounds =
    [
        ("eij", "y"), ("ey", "y"), ("ei", "y"), ("ij", "y"), ("uy", "ui"), ("ck", "k"), ("ch", "g"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dt", "t"), ("sz", "s"), ("tz", "s"),
        ("x", "ks"), ("q", "k"), ("c", "k"), ("z", "s"), ("v", "f"),
    ];

    /// <param name="name">As it is typed: "A.M. de Vries-Jansen", "Vries, Annie de".</param>
    internal static NameForms Of(string name)
    {
        var typed = name.Split(',', 2) is [var family, var rest] ? $"{rest} {family}" : name;
        var words = typed.Split([' ', '-', '–', '/', '(', ')', '\'', '’', '‘', '\t'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(IsTitle).ToList();
        if (words.Count > 0 && Fold(words[0]) is "de" && words.Count > 1 && Fold(words[1]) is "heer")
            words.RemoveRange(0, 2);
        var hasGiven = words.Count > 0 && (IsInitials(words[0]) || !Prefixes.Contains(Fold(words[0])));
        var folded = words.Skip(hasGiven ? 1 : 0).Where(w => !IsInitials(w)).Select(Fold).Where(w => w.Length > 0).ToList();
        var families = folded.Where(w => !Prefixes.Contains(w)).Take(MostParts).Select(Consonants).ToHashSet(StringComparer.Ordinal);
        if (folded.Count > 1)
            families.Add(Consonants(string.Concat(folded)));
        var given = hasGiven ? Heard(Fold(words[0])) : string.Empty;
        return new NameForms(given.Length == 0 || IsInitials(words[0]) ? null : Sound(given), given.Length == 0 ? null : given[0], families);
    }

    private static bool IsTitle(string word) => Titles.Contains(Fold(word));

    private static bool IsInitials(string word)
        => word.Contains('.', StringComparison.Ordinal) || word.Length == 1 || (word.Length <= 3 && word.All(char.IsUpper) && !word.Skip(1).Any(c => Vowels.Contains(char.ToLowerInvariant(c), StringComparison.Ordinal)));

    /// <summary>Lower case letters without accents.</summary>
    private static string Fold(string word)
    {
        var folded = new StringBuilder();
        foreach (var letter in word.ToLowerInvariant().Normal(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && char.IsLetter(letter))
                folded.Append(letter switch { 'ø' => "o", 'ł' => "l", 'đ' => "d", 'ı' => "i", 'ß' => "ss", 'æ' => "ae", 'œ' => "oe", _ => letter.ToString() });
        }

        return folded.ToString();
    }

    private static string Heard(string folded) => Sounds.Aggregate(folded, (word, sound) => word.Replace(sound.Written, sound.Heard, StringComparison.Ordinal));

    /// <summary>The first letter and the consonants, none of them twice in a row: "Jansen", "Janssen" and "Janszen" are one.</summary>
    private static string Consonants(string folded)
    {
        var heard = Heard(folded);
        return heard.Length == 0 ? heard : Once(heard[..1] + string.Concat(heard.Skip(1).Where(c => !Vowels.Contains(c, StringComparison.Ordinal))));
    }

    /// <summary>First letter, first vowel by its kind, the consonants, and whether it ends in a vowel: "Anna" is "Annie", "Jan" is not "Jannie" and "Tom" is not "Tim".</summary>
    private static string Sound(string heard)
    {
        var word = heard.Length > 1 ? heard.TrimEnd('h') : heard;
        if (word.Length == 0)
            return heard;
        var vowel = word.FirstOrDefault(c => Vowels.Contains(c, StringComparison.Ordinal)) switch { 'a' => "a", 'e' or 'i' or 'y' => "i", 'o' or 'u' => "o", _ => "" };
        return $"{Consonants(word)}/{vowel}{(word.Length > 1 && Vowels.Contains(word[^1], StringComparison.Ordinal) ? "~" : "")}";
    }

    private static string Once(string letters) => string.Concat(letters.Where((c, i) => i == 0 || c != letters[i - 1]));
}
