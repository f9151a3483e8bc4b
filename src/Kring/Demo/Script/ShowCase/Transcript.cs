using System.Globalization;

namespace Kring.Demo.Script.ShowCase;

/// <summary>
/// Reads a conversation written out in full: "-12 08:05 sanne: text" in days before today, or "now-30 joke: text" in
/// minutes before the anchor. "^1" answers the message one back; "*" was edited, "x" removed.
/// </summary>
internal static class Transcript
{
    internal static DemoConversation Read(string subject, DemoAudience audience, string text, DateTimeOffset anchor)
    {
        var messages = new List<DemoMessage>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            messages.Add(Message(line[..colon].Split(' '), line[(colon + 2)..], messages.Count, anchor));
        }

        return new DemoConversation(subject, audience, messages[0].AuthorKey, messages[0].At, messages);
    }

    private static DemoMessage Message(string[] cue, string text, int index, DateTimeOffset anchor)
    {
        var recent = cue[0].StartsWith("now", StringComparison.Ordinal);
        var at = recent ? anchor.AddMinutes(Number(cue[0][3..])) : Earlier(cue[0], cue[1], anchor);
        var author = cue[recent ? 1 : 2];
        var marks = cue[(recent ? 2 : 3)..];
        var back = Array.Find(marks, mark => mark[0] == '^');
        return new DemoMessage(
            author,
            at,
            text,
            back is null ? null : index - Number(back[1..]),
            marks.Contains("*") ? at.AddMinutes(3) : null,
            marks.Contains("x") ? at.AddHours(9) : null);
    }

    private static DateTimeOffset Earlier(string days, string time, DateTimeOffset anchor)
    {
        var clock = TimeOnly.Parse(time, CultureInfo.InvariantCulture);
        return CivilTime.At(CivilTime.DateOf(anchor).AddDays(Number(days)), (clock.Hour * 60) + clock.Minute, 17);
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
