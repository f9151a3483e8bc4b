using Kring.Demo.Script.Roster;
using Kring.Demo.Script.Stories;

namespace Kring.Demo.Script;

/// <summary>Which conversations a network holds, how long each is, and with which stories it opens.</summary>
internal sealed class Agenda(Dice dice, Household household, Cast cast, DateOnly today)
{
    internal IEnumerable<(Topic Topic, int Messages, IReadOnlyList<Story> Opening)> Topics()
    {
        var welcome = Stories.Topics.Opening.Stories.Where(story => Age >= 60 || !story.IsFor("oud")).ToArray();
        Story[] opening = [dice.Pick(welcome[..5]), dice.Pick(welcome[5..])];
        if (household.DaysAgo < 7)
        {
            return [(Stories.Topics.Opening, 4 + household.DaysAgo, opening), .. Chosen().Take(2).Select(topic => Short(topic))];
        }

        return Chosen().Select((topic, index) => (topic, Length(topic), (IReadOnlyList<Story>)(index == 0 ? opening : [])));
    }

    private IEnumerable<Topic> Chosen()
    {
        return Age switch
        {
            < 12 => [.. Stories.Topics.Child],
            < 18 => [.. Stories.Topics.Youth],
            < 60 => [.. dice.Shuffled(Stories.Topics.Adult).Take(3), .. Mandated(), Stories.Topics.Team],
            _ => [Lead, .. Sides(), .. Mandated(), Closed(), .. Extra()],
        };
    }

    private int Age => today.Year - household.BirthDate(today).Year;

    private Topic Lead => household.Liveliness > 500 ? Stories.Topics.Everything : Stories.Topics.Evening;

    private IEnumerable<Topic> Sides() => dice.Shuffled(Stories.Topics.Elderly)
        .Where(topic => !topic.Subject.Contains("{D}", StringComparison.Ordinal) || HasFamily)
        .Take(household.Mandates.Count > 0 ? 1 : 2);

    private IEnumerable<Topic> Mandated() => cast.Has("mentor") || cast.Has("curator") ? [Stories.Topics.Mandated] : [];

    private Topic Closed() => HasFamily ? dice.Pick([Stories.Topics.Family, Stories.Topics.Relatives]) : Stories.Topics.Team;

    private IEnumerable<Topic> Extra() => HasFamily && dice.Chance(0.6) ? [Stories.Topics.Team] : [];

    private bool HasFamily => cast.Candidates('D', DateTimeOffset.MaxValue, DateTimeOffset.MaxValue).Count > 0;

    private int Length(Topic topic) => topic.NeverEnds ? topic.Messages : topic.Messages * (80 + dice.Between(0, 40)) / 100;

    private static (Topic Topic, int Messages, IReadOnlyList<Story> Opening) Short(Topic topic) => (topic, 6, []);
}
