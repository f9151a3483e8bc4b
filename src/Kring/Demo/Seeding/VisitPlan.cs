using Kring.Demo.Script;

namespace Kring.Demo.Seeding;

internal enum LookedAt
{
    Conversations,
    Conversation,
    People,
    WhoLooked,
}

/// <summary>One page that somebody opens.</summary>
/// <param name="Conversation">The one that is opened; null for another page.</param>
internal sealed record PlannedLook(DemoNetwork Network, string PersonKey, LookedAt Page, DateTimeOffset At, DemoConversation? Conversation = null);

/// <summary>Who opens which page of a network, and when: everybody at the moments at which they read, a few of those in most networks and all of them in those that a visitor is led to.</summary>
internal static class VisitPlan
{
    private const int InShowCase = 90, InGuidesNetwork = 12, Elsewhere = 4;

    internal static IEnumerable<PlannedLook> Of(DemoNetwork network, DateTimeOffset now)
    {
        if (!network.Members.Any(m => m.Until is null) || network.Conversations.Count == 0)
            return [];
        var moments = Readings(network, now).OrderBy(r => r.At).ToList();
        var most = Math.Min(moments.Count, Most(network));
        return InTurn(moments, most).SelectMany(Look).Where(look => look.At < now.AddMinutes(-1));
    }

    // Spread over the weeks, and each by somebody else than the one before, where there is somebody else.
    private static IEnumerable<PlannedLook> InTurn(List<PlannedLook> moments, int most)
    {
        var before = "";
        for (var n = 0; n < most; n++)
        {
            var (from, next) = ((int)((long)n * moments.Count / most), (int)((long)(n + 1) * moments.Count / most));
            var reading = moments[from..next].Find(m => m.PersonKey != before) ?? moments[from];
            before = reading.PersonKey;
            yield return reading;
        }
    }

    private static IEnumerable<PlannedLook> Readings(DemoNetwork network, DateTimeOffset now) =>
        from member in network.Members
        where member.Capacity != DemoCapacity.Recipient || network.RecipientHasAccount
        from conversation in network.Conversations
        where SeedConversations.Hears(member, conversation.Audience)
        from reading in ReadingHabit.Of(network, member, conversation, now)
        where TakesPart(member, reading.At)
        select new PlannedLook(network, member.PersonKey, LookedAt.Conversation, reading.At, conversation);

    private static bool TakesPart(DemoMember member, DateTimeOffset at) => at >= member.From && (member.Until is null || at < member.Until);

    // Somebody comes by the list, and now and then looks who else is there.
    private static IEnumerable<PlannedLook> Look(PlannedLook reading, int number)
    {
        if (number % 2 == 0)
            yield return reading with { Page = LookedAt.Conversations, At = reading.At.AddSeconds(-25), Conversation = null };
        yield return reading;
        if (number % 7 == 0)
            yield return reading with { Page = LookedAt.People, At = reading.At.AddSeconds(70), Conversation = null };
        if (number % 5 == 0 && reading.PersonKey == reading.Network.RecipientKey)
            yield return reading with { Page = LookedAt.WhoLooked, At = reading.At.AddMinutes(4), Conversation = null };
    }

    private static int Most(DemoNetwork network)
    {
        var family = network.Members.Where(m => m.Capacity != DemoCapacity.Professional).Select(m => m.PersonKey);
        if (network.RecipientKey == Guidebook.Guides[0].PersonKey)
            return InShowCase;
        return family.Any(key => Guidebook.Guides.Any(guide => guide.PersonKey == key)) ? InGuidesNetwork : Elsewhere;
    }
}
