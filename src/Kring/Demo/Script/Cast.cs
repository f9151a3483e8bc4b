namespace Kring.Demo.Script;

/// <summary>Who can speak in a network, by role letter: R recipient, D and S family, B neighbour, N V C G O F W staff, P mandate.</summary>
internal sealed class Cast
{
    private static readonly string[] Around = ["buurman", "buurvrouw", "vriend", "vriendin", "vrijwilliger"];
    private static readonly string[] Appointed = ["mentor", "curator"];
    private static readonly Dictionary<string, char> Functions = new(StringComparer.Ordinal)
    {
        ["wijkverpleegkundige"] = 'N',
        ["verzorgende IG"] = 'V',
        ["coördinator"] = 'C',
        ["huisarts"] = 'G',
        ["praktijkverpleegkundige"] = 'O',
        ["fysiotherapeut"] = 'F',
        ["maatschappelijk werker"] = 'W',
        ["jeugd- en gezinswerker"] = 'W',
    };

    private readonly List<CastMember> everyone;

    internal Cast(IEnumerable<DemoMember> members, IReadOnlyDictionary<string, DemoPerson> persons, bool recipientWrites)
    {
        RecipientWrites = recipientWrites;
        everyone = [.. members.Select(member => new CastMember(member, persons[member.PersonKey], RoleOf(member)))];
        Recipient = everyone.Single(one => one.Role == 'R').Person;
    }

    internal bool RecipientWrites { get; }

    internal DemoPerson Recipient { get; }

    internal bool Has(string relation) => everyone.Exists(one => one.Member.RelationOrFunction == relation);

    internal IReadOnlyList<CastMember> Candidates(char role, DateTimeOffset from, DateTimeOffset through) =>
    [
        .. everyone.Where(one => Plays(one, role) && one.TakesPart(from, through))
            .Where(one => one.Role != 'R' || RecipientWrites),
    ];

    private bool Plays(CastMember one, char role) => role switch
    {
        'D' when everyone.Exists(other => other.Role == 'E') => one.Role == 'E',
        'D' or 'S' => one.Role == 'D',
        'P' => one.Role is 'P' or 'E',
        _ => one.Role == role,
    };

    // E is a parent: family and mandate in one.
    private static char RoleOf(DemoMember member)
    {
        var words = member.RelationOrFunction ?? "";
        return member.Capacity switch
        {
            DemoCapacity.Recipient => 'R',
            DemoCapacity.Professional => Functions[words],
            _ when Appointed.Contains(words, StringComparer.Ordinal) => 'P',
            _ when Around.Contains(words, StringComparer.Ordinal) => 'B',
            DemoCapacity.Representative when words is "moeder" or "vader" => 'E',
            _ => 'D',
        };
    }
}
