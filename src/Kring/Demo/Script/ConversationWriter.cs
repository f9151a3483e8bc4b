using Kring.Demo.Script.Stories;

namespace Kring.Demo.Script;

/// <summary>Fills a conversation with stories, spread over its period; long stories do not overlap each other.</summary>
internal sealed class ConversationWriter(Dice dice, Cast cast, bool woman, DateTimeOffset enrolledAt, DateTimeOffset limit, DateTimeOffset now, bool admittedToHospital)
{
    private readonly Stage stage = new(dice, cast, woman, limit);

    internal DemoConversation? Write(Topic topic, int messages, IReadOnlyList<Story> opening)
    {
        var first = CivilTime.DateOf(enrolledAt);
        var drafts = opening.SelectMany((story, index) => Opened(story, index, first)).ToList();
        var deck = Deck(topic).Except(opening).ToList();
        drafts.AddRange(Birthdays(topic));
        var days = CivilTime.DateOf(limit).DayNumber - first.DayNumber;
        var slots = Math.Max(drafts.Count > 0 ? 0 : 1, (messages - drafts.Count) * 10 / 44);
        var quietFrom = 0;
        for (var slot = 0; slot < slots; slot++)
        {
            var day = 1 + (((days * ((slot * 100) + dice.Between(0, 99))) / slots) / 100);
            day = slot == slots - 1 && topic.Audience == DemoAudience.Everyone ? Math.Max(1, days - dice.Between(0, 5)) : day;
            var date = first.AddDays(Math.Min(day, days));
            var told = Next(deck, date, day < quietFrom && !topic.NeverEnds, out var length);
            if (told.Count == 0 && topic.NeverEnds)
            {
                deck = Deck(topic);
                told = Next(deck, date, false, out length);
            }

            quietFrom = length > 1 ? day + length : quietFrom;
            drafts.AddRange(told);
        }

        if (opening.Count > 0)
        {
            drafts.AddRange(Admitted());
        }

        return drafts.Count == 0 ? null : Finish(topic, drafts);
    }

    private IReadOnlyList<Draft> Opened(Story story, int index, DateOnly first)
    {
        var enrolled = CivilTime.Local(enrolledAt);
        return stage.Perform(story, first.AddDays(index), index == 0 ? (enrolled.Hour * 60) + enrolled.Minute + 20 : null);
    }

    /// <summary>Who is in hospital now, is there because of the story with which care at home stopped.</summary>
    private IReadOnlyList<Draft> Admitted() => admittedToHospital
        ? new Stage(dice, cast, woman, now).Perform(
            StoryReader.Read(Hospital.Text).Single(story => story.IsFor("opname")), CivilTime.DateOf(limit), null)
        : [];

    private IReadOnlyList<Draft> Next(List<Story> deck, DateOnly start, bool shortOnly, out int length)
    {
        for (var index = 0; index < deck.Count; index++)
        {
            var story = deck[index];
            length = story.Lines.Max(line => line.Day ?? 0);
            if ((shortOnly && length > 1) || !story.InSeason(start.Month))
            {
                continue;
            }

            var told = stage.Perform(story, story.OfficeDay(start), null);
            if (told.Count > 0)
            {
                deck.RemoveAt(index);
                return told;
            }
        }

        length = 0;
        return [];
    }

    private IEnumerable<Draft> Birthdays(Topic topic)
    {
        foreach (var story in topic.Stories.Where(story => story.IsFor("jarig0") || story.IsFor("jarig6")))
        {
            var birthday = cast.Recipient.BirthDate!.Value;
            var year = birthday.AddYears(CivilTime.DateOf(limit).Year - birthday.Year);
            foreach (var draft in stage.Perform(story, year.AddDays(story.IsFor("jarig6") ? -6 : 0), null))
            {
                yield return draft;
            }
        }
    }

    private List<Story> Deck(Topic topic) => dice.Shuffled(topic.Stories.Where(Suits));

    private bool Suits(Story story) =>
        !(story.IsFor("jarig0") || story.IsFor("jarig6") || story.IsFor("opname"))
        && (!story.IsFor("man") || !woman)
        && (!story.IsFor("mentor") || cast.Has("mentor"))
        && (!story.IsFor("kind") || cast.Has("dochter") || cast.Has("zoon"))
        && (!story.IsFor("oud") || cast.Recipient.BirthDate?.Year < 1950);

    private DemoConversation Finish(Topic topic, List<Draft> drafts)
    {
        var messages = Pen.Write(dice, drafts, admittedToHospital ? now : limit);
        return new DemoConversation(Named(topic.Subject), topic.Audience, messages[0].AuthorKey, messages[0].At, messages);
    }

    private string Named(string subject) => subject.Contains("{D}", StringComparison.Ordinal)
        ? subject.Replace("{D}", cast.Candidates('D', limit, limit)[0].Person.FirstName, StringComparison.Ordinal)
        : subject;
}
