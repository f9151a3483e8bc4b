namespace Kring.Demo.Script;

/// <summary>What a relative calls the recipient: to a face, in the third person, and to strangers.</summary>
internal static class Kinship
{
    internal static (string Vocative, string Third, string Mine) Words(CastMember speaker, DemoPerson recipient, bool woman)
    {
        var first = recipient.FirstName;
        var familiar = speaker.Person.Key.Length % 2;
        return speaker.Member.RelationOrFunction switch
        {
            "dochter" or "zoon" => woman
                ? ("mam", familiar == 0 ? "mama" : "ma", "mijn moeder")
                : ("pap", familiar == 0 ? "papa" : "pa", "mijn vader"),
            "schoondochter" or "schoonzoon" => woman
                ? ("ma", "ma", "mijn schoonmoeder")
                : ("pa", "pa", "mijn schoonvader"),
            "kleindochter" or "kleinzoon" => woman ? ("oma", "oma", "mijn oma") : ("opa", "opa", "mijn opa"),
            "nicht" or "neef" => woman
                ? ($"tante {first}", $"tante {first}", "mijn tante")
                : ($"oom {first}", $"oom {first}", "mijn oom"),
            "zus" or "broer" => (first, first, woman ? "mijn zus" : "mijn broer"),
            "moeder" or "vader" => (first, first, woman ? "mijn dochter" : "mijn zoon"),
            _ => (first, first, first),
        };
    }
}
