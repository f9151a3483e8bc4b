namespace Kring.Demo.Script;

/// <summary>Performs one story in a network from a given day: casts the roles, sets the times, fills the words.</summary>
internal sealed class Stage(Dice dice, Cast cast, bool woman, DateTimeOffset limit)
{
    private const int Latest = 1340;

    /// <summary>Empty when a role cannot be filled or nothing falls before the limit.</summary>
    internal IReadOnlyList<Draft> Perform(Story story, DateOnly start, int? earliest)
    {
        var timed = Schedule(story.Lines, start, earliest).TakeWhile(line => line.At < limit).ToList();
        if (timed.Count == 0)
        {
            return [];
        }

        var parts = Parts(timed);
        timed = Spoken(timed, parts);
        if (timed.Count == 0 || timed.Exists(line => Missing(line.Line, parts).Any()))
        {
            return [];
        }

        var voice = new Voice(dice, cast.Recipient, woman, start, parts);
        var drafts = new List<Draft>();
        foreach (var (line, at) in timed)
        {
            var speaker = parts[line.Role];
            var answers = drafts.Count > 0 && drafts[^1].AuthorKey != speaker.Person.Key && dice.Chance(0.105) ? drafts[^1] : null;
            drafts.Add(new Draft(speaker.Person.Key, at, voice.Say(line.Text, speaker), answers));
        }

        return drafts;
    }

    private static List<(StoryLine Line, DateTimeOffset At)> Spoken(
        List<(StoryLine Line, DateTimeOffset At)> timed, Dictionary<char, CastMember> parts)
    {
        var spoken = new List<(StoryLine, DateTimeOffset)>();
        var dropped = false;
        foreach (var (line, at) in timed)
        {
            dropped = (dropped && line.FollowsOptional) || (line.Optional && Missing(line, parts).Any());
            if (!dropped)
            {
                spoken.Add((line, at));
            }
        }

        return spoken;
    }

    private List<(StoryLine Line, DateTimeOffset At)> Schedule(IReadOnlyList<StoryLine> lines, DateOnly start, int? earliest)
    {
        var timed = new List<(StoryLine, DateTimeOffset)>();
        var (day, minute) = (-1, 0);
        foreach (var line in lines)
        {
            var today = Math.Max(line.Day ?? day, Math.Max(day, 0));
            var fresh = today != day;
            var set = line.Hour is { } hour ? (hour * 60) + dice.Between(0, 50) : fresh ? dice.Between(510, 1000) : 0;
            var next = fresh ? Math.Max(set, today == 0 ? earliest ?? 0 : 0) : Math.Max(set, minute + Gap());
            (day, minute) = (today, next > Latest ? Math.Max(fresh ? 0 : minute + 1, Latest) : next);
            timed.Add((line, CivilTime.At(start.AddDays(day), minute, dice.Between(0, 59))));
        }

        return timed;
    }

    private int Gap() => dice.Chance(0.75) ? dice.Between(1, 14) : dice.Between(15, 95);

    private Dictionary<char, CastMember> Parts(List<(StoryLine Line, DateTimeOffset At)> timed)
    {
        var parts = new Dictionary<char, CastMember>();
        foreach (var role in timed.SelectMany(line => RolesIn(line.Line)).Distinct())
        {
            var free = cast.Candidates(role, timed[0].At, timed[^1].At).Except(parts.Values).ToArray();
            if (free.Length > 0)
            {
                parts[role] = dice.Chance(0.6) ? free[0] : dice.Pick(free);
            }
        }

        return parts;
    }

    private static IEnumerable<char> Missing(StoryLine line, Dictionary<char, CastMember> parts) =>
        RolesIn(line).Where(role => !parts.ContainsKey(role));

    private static IEnumerable<char> RolesIn(StoryLine line)
    {
        yield return line.Role;
        foreach (var role in "DSBNVCGOFWP".Where(role => line.Text.Contains($"{{{role}}}", StringComparison.Ordinal)))
        {
            yield return role;
        }

        if (line.Text.Contains("{GG}", StringComparison.Ordinal))
        {
            yield return 'G';
        }
    }
}
