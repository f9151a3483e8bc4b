using Kring.Demo.Script.Roster;

namespace Kring.Demo.Script;

internal sealed class NetworkWriter(Dice dice, DateTimeOffset now, IReadOnlyDictionary<string, DemoPerson> persons)
{
    private static readonly TimeSpan OpenWeek = TimeSpan.FromDays(7);

    internal DemoNetwork Write(Household household, int number)
    {
        var today = CivilTime.DateOf(now);
        var enrolledAt = CivilTime.At(today.AddDays(-household.DaysAgo), dice.Between(540, 960));
        var membership = new Membership(household, enrolledAt, now);
        membership.Gather(persons);
        var closedAt = household.ClosedDaysAgo is { } closed ? CivilTime.At(today.AddDays(-closed), 960) : (DateTimeOffset?)null;
        var outOfCare = household.OutOfCareDaysAgo is { } gone ? CivilTime.At(today.AddDays(-gone), 645) : (DateTimeOffset?)null;
        var cast = new Cast(membership.Members, persons, household.Account);
        var writer = new ConversationWriter(
            dice, cast, household.Woman, enrolledAt, closedAt ?? outOfCare ?? now.AddMinutes(-2), now.AddMinutes(-2), outOfCare is not null);

        return new DemoNetwork(
            $"{number:00}-{Names.KeyOf(household.Recipient)}",
            Names.KeyOf(household.Recipient),
            household.Account,
            enrolledAt,
            StateOf(household, now - enrolledAt),
            membership.Coordinator,
            membership.Members,
            Bases.Of(membership.Members, CivilTime.DateOf(enrolledAt), number),
            [.. household.Mandates.Select(mandate => Representative(mandate, today))],
            membership.Admissions,
            [.. new Agenda(dice, household, cast, today).Topics().Select(item => writer.Write(item.Topic, item.Messages, item.Opening)).OfType<DemoConversation>()],
            outOfCare,
            closedAt,
            household.ClosedBecause);
    }

    private static DemoNetworkState StateOf(Household household, TimeSpan age) => household switch
    {
        { ClosedDaysAgo: not null } => DemoNetworkState.Closed,
        { OutOfCareDaysAgo: not null } => DemoNetworkState.TemporarilyOutOfCare,
        _ => age < OpenWeek ? DemoNetworkState.Open : DemoNetworkState.Locked,
    };

    private static DemoRepresentative Representative(Mandate mandate, DateOnly today) =>
        new(
            Names.KeyOf(mandate.Who[(mandate.Who.IndexOf(' ', StringComparison.Ordinal) + 1)..]),
            mandate.Kind,
            mandate.Scope,
            today.AddDays(mandate.Since),
            mandate.Until is { } days ? today.AddDays(days) : null,
            mandate.Evidence);
}
