using System.Globalization;
using System.Text;

namespace Kring.Demo.Script;

/// <summary>Fills the slots of one performance of a story; "{x=a|b}" is chosen once and remembered as "{x}".</summary>
internal sealed class Voice(Dice dice, DemoPerson recipient, bool woman, DateOnly start, IReadOnlyDictionary<char, CastMember> parts)
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    private readonly Dictionary<string, string> remembered = new(StringComparer.Ordinal);

    internal string Say(string text, CastMember speaker) =>
        Sentences(Fill(Fill(text, '[', ']', choices => dice.Pick(choices.Split('|'))), '{', '}', slot => Slot(slot, speaker)));

    // A slot can open a sentence: "woensdag kan ik".
    private static string Sentences(string text)
    {
        var letters = text.ToCharArray();
        letters[0] = char.ToUpper(letters[0], Dutch);
        for (var index = 2; index < letters.Length; index++)
        {
            if (letters[index - 1] == ' ' && letters[index - 2] is '.' or '?' or '!' && letters[Math.Max(0, index - 3)] != '.')
            {
                letters[index] = char.ToUpper(letters[index], Dutch);
            }
        }

        return new string(letters);
    }

    private static string Fill(string text, char open, char close, Func<string, string> value)
    {
        var filled = new StringBuilder();
        var rest = text.AsSpan();
        for (var start = rest.IndexOf(open); start >= 0; start = rest.IndexOf(open))
        {
            var end = rest.IndexOf(close);
            filled.Append(rest[..start]).Append(value(rest[(start + 1)..end].ToString()));
            rest = rest[(end + 1)..];
        }

        return filled.Append(rest).ToString();
    }

    private string Slot(string slot, CastMember speaker)
    {
        var choice = slot.IndexOf('=');
        if (choice > 0)
        {
            return remembered[slot[..choice]] = dice.Pick(slot[(choice + 1)..].Split('|'));
        }

        if (remembered.TryGetValue(slot, out var known))
        {
            return known;
        }

        var plus = slot.IndexOf('+');
        if (plus > 0)
        {
            var day = start.AddDays(int.Parse(slot.AsSpan(plus + 1), CultureInfo.InvariantCulture));
            return day.ToString(slot[..plus] == "dag" ? "dddd" : "d MMMM", Dutch);
        }

        return char.IsUpper(slot[0]) && slot.Length > 1 && slot != "GG" ? Capital(Word(slot.ToLowerInvariant(), speaker)) : Word(slot, speaker);
    }

    private string Word(string slot, CastMember speaker) => slot switch
    {
        "mw" when recipient.BirthDate?.AddYears(18) > start => recipient.FirstName,
        "mw" => $"{(woman ? "mevrouw" : "meneer")} {Names.Formal(recipient.LastNamePrefix, recipient.LastName)}",
        "r" => recipient.FirstName,
        "ze" => woman ? "ze" : "hij",
        "hr" => woman ? "haar" : "hem",
        "hp" => woman ? "haar" : "zijn",
        "mam" => Kinship.Words(speaker, recipient, woman).Vocative,
        "ma" => Kinship.Words(speaker, recipient, woman).Third,
        "mijn" => Kinship.Words(speaker, recipient, woman).Mine,
        "G" or "GG" => $"{(slot == "G" ? "dokter" : "Dokter")} {Formal(parts['G'].Person)}",
        _ => parts[slot[0]].Person.FirstName,
    };

    private static string Formal(DemoPerson person) => Names.Formal(person.LastNamePrefix, person.LastName);

    private static string Capital(string word) => $"{char.ToUpper(word[0], Dutch)}{word[1..]}";
}
