namespace Kring.Demo.Script;

internal static class Guidebook
{
    internal static readonly IReadOnlyList<DemoGuide> Guides =
    [
        new("annie", "Zorgontvanger, 82 jaar: lees de berichten, zeg ja of nee tegen de fysiotherapeut en kijk wie uw gegevens inzag."),
        new("joke", "Mantelzorger, dochter van Annie: vraag wie er vanavond komt en beantwoord een bericht vanaf je telefoon."),
        new("petra-mulder-hendriks", "Mantelzorger in twee netwerken: haar vader Wim en haar schoonmoeder Corrie. Let op in welk netwerk je schrijft."),
        new("wilma-brands", "Mentor van twee cliënten: bij één loopt de beschikking morgen af. Bekijk waarover zij mag beslissen."),
        new("maarten-roelofs", "Curator van Loes Dijkman: geeft toestemming voor zorg en geld en vraagt het zorgplan op."),
        new("sanne", "Wijkverpleegkundige met veertien cliënten: lees wat er vannacht gebeurde, antwoord per cliënt en meld een datalek."),
        new("rene", "Huisarts: beantwoord vragen van de thuiszorg en lees mee in het overleg van de zorgverleners."),
        new("marieke", "Coördinator: start een netwerk, nodig mensen uit in de open week en volg een toelatingsverzoek."),
        new("karin", "Kwaliteitsverpleegkundige: kijk welke evaluaties te laat zijn en neem een steekproef."),
        new("noor", "FG van Thuiszorg De Linde: behandel een verzoek, beoordeel een DPIA en probeer een gesprek te lezen (dat lukt niet)."),
        new("bas", "Functioneel beheerder: laat een medewerker in en uit dienst gaan en bekijk de autorisatiematrix."),
        new("hans", "Directeur-bestuurder: beslis over een DPIA en onderteken een overeenkomst."),
        new("milan-hoogland", "Jongere van 13: lees en schrijf zelf mee, en zie wat je vanaf je twaalfde zelf mag vragen."),
        new("nathalie-hoogland", "Ouder met gezag van Milan: beslis samen met hem wie er meedoet."),
    ];
}
