namespace Kring.Tests.Access;

/// <summary>
/// Which kinds of people get an answer from which address (a page, or a way on to one); everybody else gets the page for what is not there, and a visitor is led to
/// signing in. A new address fails the test until it has its row here: think before you write "people".
/// </summary>
internal static class Matrix
{
    /// <summary>Somebody of every kind towards Annie's network.</summary>
    internal static readonly string[] Kinds =
    [
        "recipient", "representative", "carer", "professional", "coordinator", // take part, with all that it needs
        "money", // a representative whose mandate covers money and goods only
        "expired", // a representative whose mandate ended yesterday
        "former", // took part, and was removed
        "colleague", // works where the professional works, takes no part
        "elsewhere", // a professional of an organisation that takes no part
        "officer", "administrator", "director", // of the organisation that takes part
        "stranger", // has an account and nothing else
        "visitor", // has not signed in
    ];

    private static readonly Dictionary<string, string[]> Groups = new(StringComparer.Ordinal)
    {
        ["everybody"] = Kinds,
        ["people"] = [.. Kinds.Except(["visitor"])],
        ["inside"] = ["recipient", "representative", "carer", "professional", "coordinator", "money"],
        ["nurses"] = ["professional", "coordinator", "colleague", "elsewhere"],
    };

    private const string Table = """
        /                                                                         people
        /health/live                                                              everybody
        /health/ready                                                             everybody
        /hulp                                                                     everybody
        /toegankelijkheid                                                         everybody
        /privacy                                                                  everybody
        /privacy/lezen                                                            people
        /.well-known/security.txt                                                 everybody
        /robots.txt                                                               everybody
        /fout/401                                                                 everybody
        /privacy/{audience}                                                       everybody
        /weergave                                                                 everybody
        /dev/componenten                                                          everybody
        /dev/formulier                                                            everybody
        /dev/outbox                                                               everybody
        /dev/outbox.json                                                          everybody
        /fout/403                                                                 everybody
        /fout/404                                                                 everybody
        /fout/500                                                                 everybody
        /fout/503                                                                 everybody
        /fout/{code}                                                              everybody
        /inrichten                                                                -
        /inrichten/gegevens                                                       -
        /inrichten/klaar                                                          -
        /inloggen                                                                 everybody
        /inloggen/apparaat                                                        everybody
        /inloggen/code                                                            everybody
        /inloggen/link                                                            everybody
        /inloggen/link/{signinlink}                                               everybody
        /inloggen/wachtwoord                                                      everybody
        /uitnodiging/{secret}                                                     everybody
        /wachtwoord-kiezen/{first}                                                everybody
        /uitnodiging/werk/{work}                                                  everybody
        /wachtwoord-vergeten                                                      everybody
        /wachtwoord-vergeten/{link}                                               everybody
        /mijn                                                                     people
        /mijn/apparaten                                                           people
        /mijn/gegevens                                                            people
        /mijn/meldingen                                                           people
        /mijn/privacymeldingen                                                    people
        /mijn/wachtwoord                                                          people
        /mijn/wie-keek                                                            people
        /mijn/wie-keek.csv                                                        people
        /mijn/wie-keek/{entry}/melden                                             -
        /mijn/wie-keek/{entry}/gemeld                                             -
        /m/{notice}                                                               recipient
        /noodtoegang                                                              nurses
        /netwerken/nieuw                                                          coordinator
        /netwerken/{network}                                                      people
        /netwerken/{network}/berichten                                            inside
        /netwerken/{network}/berichten/nieuw                                      inside
        /netwerken/{network}/berichten/{conversation}                             inside
        /netwerken/{network}/berichten/{conversation}/live                        inside
        /netwerken/{network}/berichten/{conversation}/{number}/gelezen-door       inside
        /netwerken/{network}/berichten/{conversation}/{number}/verwijderen        carer
        /netwerken/{network}/berichten/{conversation}/{number}/wijzigen           carer
        /netwerken/{network}/berichten/{conversation}/foto/{photo}                inside
        /netwerken/{network}/berichten/{conversation}/foto/{photo}/groot          inside
        /netwerken/{network}/berichten/{conversation}/foto/{photo}/klein          inside
        /netwerken/{network}/berichten/{conversation}/bestand/{file}              inside
        /api/conversations/{conversation}/messages                                inside
        /api/openapi.json                                                         everybody
        /netwerken/{network}/meer                                                 inside
        /netwerken/{network}/zoeken                                               inside
        /netwerken/{network}/mensen                                               inside
        /netwerken/{network}/mensen/account                                       coordinator
        /netwerken/{network}/mensen/grondslag                                     coordinator
        /netwerken/{network}/mensen/grondslag/{basis}/beeindigen                  coordinator
        /netwerken/{network}/mensen/grondslag/{basis}/wijzigen                    coordinator
        /netwerken/{network}/mensen/grondslag/{basis}/intrekken                   recipient representative
        /netwerken/{network}/mensen/uitnodigen                                    recipient representative carer professional coordinator
        /netwerken/{network}/mensen/{membership}/stoppen                          recipient representative coordinator carer
        /netwerken/{network}/stoppen                                              inside
        /netwerken/{network}/vertegenwoordigers/nieuw                             coordinator
        /netwerken/{network}/vertegenwoordigers/{mandate}/stoppen                 coordinator
        /netwerken/{network}/toestemming                                          recipient representative
        /netwerken/{network}/toestemming/{admission}                              recipient representative
        /netwerken/{network}/toestemming/{admission}/intrekken                    -
        /netwerken/{network}/vertegenwoordigers                                   recipient representative coordinator money
        /netwerken/{network}/coordinator                                          recipient representative coordinator
        /netwerken/{network}/afsluiten                                            recipient representative coordinator
        /netwerken/{network}/wie-keek                                             recipient representative
        /netwerken/{network}/wie-keek.csv                                         recipient representative
        /netwerken/{network}/wie-keek/{entry}/melden                              recipient representative
        /netwerken/{network}/wie-keek/{entry}/gemeld                              -
        /privacybalie                                                             officer director
        /privacybalie/noodtoegang                                                 officer
        /privacybalie/{organisation}/noodtoegang/{emergency}                      -
        /medewerkers                                                              officer administrator director
        /medewerkers/{organisation}                                               officer administrator director
        /medewerkers/{organisation}/nieuw                                         administrator
        /medewerkers/{organisation}/{member}                                      administrator
        /medewerkers/{organisation}/{member}/stoppen                              administrator
        /medewerkers/{organisation}/{member}/blokkeren                            administrator
        /medewerkers/{organisation}/uitnodigingen/{invitation}/intrekken          administrator
        /privacybalie/{organisation}/{report}                                     -
        """;

    /// <summary>The kinds that get an answer, by address.</summary>
    internal static IReadOnlyDictionary<string, IReadOnlySet<string>> Rows { get; } = Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => (IReadOnlySet<string>)words[1..].Where(w => w != "-").SelectMany(w => Groups.TryGetValue(w, out var kinds) ? kinds : [w]).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
