namespace Kring.Demo.Script.ShowCase;

internal static class JokesHoliday
{
    internal const string Text = """
        -46 20:10 joke: Wij gaan over een maand tien dagen naar Texel. Mam, vind je dat goed?
        -46 20:25 annie: Natuurlijk kind. Je hebt het verdiend.
        -46 21:02 kees: Ik kom dat weekend naar huis en slaap op de logeerkamer.
        -45 09:10 marieke: Dank voor het bericht op tijd. Ik plan op maandag en woensdag een extra avondbezoek in die periode.
        -45 12:30 ria: En ik kook op donderdag. Stamppot met worst.
        -45 12:41 annie ^1: Met jus graag.
        -44 19:15 joke: Jullie zijn goud waard. Ik zet het rooster op de kast en maak er ook een foto van voor hier.
        -13 10:00 joke: Wij zijn weer thuis! Hoe is het gegaan?
        -13 10:25 kees: Prima. We hebben elke avond gerummikubt en ik heb elke avond verloren.
        -13 10:33 annie: Hij speelt te haastig.
        -13 11:50 ria: Stamppot was op, zelfs de pan was leeg.
        -13 13:05 joke: ❤️ Ik heb schapenkaas voor iedereen. Ook voor de thuiszorg.
        """;
}
