using Kring.Demo.Script;

namespace Kring.Demo.Seeding;

/// <summary>When somebody looked into a conversation: some at once, some twice a day, and some are behind, so that there is something to read.</summary>
internal static class ReadingHabit
{
    private const int LooksKept = 12;
    private static readonly int[] Minutes = [12, 45, 180, 600];

    /// <returns>Up to which number was read, and when; each further and later than the one before.</returns>
    internal static IEnumerable<(long UpTo, DateTimeOffset At)> Of(DemoNetwork network, DemoMember member, DemoConversation conversation, DateTimeOffset now)
    {
        var messages = conversation.Messages;
        var dice = new Dice(Seed(network.Key + member.PersonKey + conversation.Subject));
        var pace = dice.Pick(Minutes);
        var end = Earlier(member.Until, network.ClosedAt?.AddDays(14)) ?? now.AddMinutes(-dice.Between(2, dice.Chance(0.35) ? 60 * 30 : 90));
        var read = 0;
        for (var index = Math.Max(0, messages.Count - LooksKept); index < messages.Count; index++)
        {
            if (index < read)
                continue;
            var own = messages[index].AuthorKey == member.PersonKey;
            var at = own ? messages[index].At : messages[index].At.AddMinutes(dice.Between(2, 2 * pace));
            if (at < member.From)
                at = member.From.AddMinutes(pace);
            if (at > end)
                yield break;
            read = index + messages.Skip(index).TakeWhile(m => m.At <= at).Count();
            read = Math.Max(read, index + 1);
            yield return (read, at);
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null ? other : other is null || one < other ? one : other;

    // The same on every machine, unlike string.GetHashCode.
    private static int Seed(string text) => text.Aggregate(17, (seed, letter) => unchecked((seed * 31) + letter));
}
