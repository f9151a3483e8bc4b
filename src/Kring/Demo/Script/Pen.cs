namespace Kring.Demo.Script;

/// <summary>Puts drafts in order of time and now and then corrects or removes one.</summary>
internal static class Pen
{
    internal static IReadOnlyList<DemoMessage> Write(Dice dice, IEnumerable<Draft> drafts, DateTimeOffset limit)
    {
        var ordered = drafts.OrderBy(draft => draft.At).ToList();
        var places = new Dictionary<Draft, int>(ReferenceEqualityComparer.Instance);
        var messages = new List<DemoMessage>(ordered.Count);
        foreach (var draft in ordered)
        {
            var at = messages.Count > 0 && draft.At <= messages[^1].At ? messages[^1].At.AddSeconds(1) : draft.At;
            var replyTo = draft.Answers is { } answered ? places[answered] : (int?)null;
            places[draft] = messages.Count;
            var (edited, removed) = Change(dice, at, limit);
            messages.Add(new DemoMessage(draft.AuthorKey, at, draft.Text, replyTo, edited, removed));
        }

        return messages;
    }

    private static (DateTimeOffset? Edited, DateTimeOffset? Removed) Change(Dice dice, DateTimeOffset at, DateTimeOffset limit)
    {
        var later = at.AddMinutes(dice.Between(1, 40));
        return later >= limit ? (null, null) : dice.Between(1, 1000) switch
        {
            <= 11 => (later, null),
            <= 22 => (null, later),
            _ => (null, null),
        };
    }
}
