namespace Kring.Demo.Script;

internal static class Reasons
{
    internal static string For(string jobTitle) => jobTitle switch
    {
        "fysiotherapeut" => "Om samen te oefenen met lopen en opstaan, en af te spreken wie er mee oefent.",
        "praktijkverpleegkundige" => "Voor de controle van bloeddruk, gewicht en medicijnen.",
        "maatschappelijk werker" => "Voor hulp bij formulieren, vervoer en bezoek in de middag.",
        "jeugd- en gezinswerker" => "Om mee te denken over de zorg thuis en de belasting van de familie.",
        _ => "Komt in het vaste team en helpt bij de zorg in de ochtend en avond.",
    };
}
