namespace Kring.Demo.Script;

internal static class Guidebook
{
    internal static readonly IReadOnlyList<DemoGuide> Guides =
    [
        new("annie", "Zorgontvanger, 82 jaar: lees de berichten, zeg ja of nee tegen de fysiotherapeut en kijk wie uw gegevens inzag."),
        new("joke", "Mantelzorger, dochter van Annie: vraag wie er vanavond komt en beantwoord een bericht vanaf je telefoon."),
        new("petra-mulder-hendriks", "Mantelzorger in twee netwerken: haar vader Wim en haar schoonmoeder Corrie. Let op in welk netwerk je schrijft."),
        new("wilma-brands", "Mentor van twee cliënten: bij één loopt de beschikking morgen af. Bekijk waarover zij mag beslissen."),
        new("maarten-roelofs", "Curator van Loes Dijkman: beslist namens haar wie er meedoet en ziet wie er keek."),
        new("sanne", "Wijkverpleegkundige met veertien cliënten: lees wat er vannacht gebeurde, en antwoord per cliënt."),
        new("rene", "Huisarts: beantwoord vragen van de thuiszorg en lees mee in het overleg van de zorgverleners."),
        new("marieke", "Coördinator: start een netwerk, nodig mensen uit in de open week en volg een toelatingsverzoek."),
        new("karin", "Kwaliteitsverpleegkundige, in geen netwerk: ziet dat alleen wie meedoet kan lezen, en kan alleen met Noodtoegang (bij Mijn netwerken) naar binnen."),
        new("noor", "FG van Thuiszorg De Linde: beantwoord op de privacybalie wat iemand niet herkent, kijk noodtoegang na, en probeer een gesprek te lezen (dat lukt niet)."),
        new("bas", "Functioneel beheerder: nodig een medewerker uit en laat iemand stoppen; leest geen zorginhoud."),
        new("hans", "Directeur-bestuurder: ziet wie er werken en leest geen zorginhoud."),
        new("milan-hoogland", "Jongere van 13: lees en schrijf zelf mee, en zie wat je vanaf je twaalfde zelf mag vragen."),
        new("nathalie-hoogland", "Ouder met gezag van Milan: beslis samen met hem wie er meedoet."),
    ];
}
