namespace Kring.Demo.Script.ShowCase;

internal static class LegWound
{
    internal const string Text = """
        -24 08:35 ewa: Bij het wassen zag ik een wond aan het linker scheenbeen, ongeveer 3 bij 2 cm. Mevrouw heeft zich gestoten aan de vaatwasser. Schoongemaakt en afgedekt.
        -24 08:52 sanne: Dank je. Heb je een foto gemaakt?
        -24 08:54 ewa: Ja, via de app, dus niet in mijn eigen telefoon.
        -24 11:30 sanne: Ik ben er geweest. De huid is als een klepje losgegaan. Netjes teruggelegd en vastgezet met een siliconenverband. Drie dagen laten zitten.
        -24 12:45 joke: Ach mam! Doet het pijn?
        -24 13:20 annie: Het valt mee. Ik schrok meer van het bloed.
        -21 10:05 sanne: Eerste wissel. Randen liggen goed aan, geen roodheid, weinig vocht. Zelfde verband, nu om de vier dagen.
        -17 09:50 sanne: De onderkant is wat rood en warm. Mevrouw heeft geen koorts (37,2). Dokter, wilt u meekijken? Foto van vandaag staat erbij.
        -17 12:40 rene ^1: Foto gezien. Ik denk aan een beginnende ontsteking. Ik kom vanmiddag na vieren even langs.
        -17 16:55 rene: Geweest. Geen kuur nodig op dit moment, wel dagelijks kijken. Wordt de rode rand groter dan de penlijn, dan start ik antibiotica.
        -17 17:20 joke: Dank u wel dokter, fijn dat u zo snel kwam.
        -16 08:40 ewa: Rode rand binnen de lijn. Temperatuur 36,9.
        -15 08:45 ewa: Weer iets kleiner. Mevrouw zegt dat het been niet meer klopt.
        -14 10:10 sanne: Roodheid is bijna weg. Penlijn mag eraf 👍
        -14 10:32 annie: Mooi. Ik leek wel een landkaart.
        -14 10:40 kees: 😂
        -10 09:30 sanne: Wond is 1,5 bij 1 cm, mooi roze. Verband om de vijf dagen.
        -6 20:15 joke: Mag mama met dit verband zondag mee naar het strand? Met de rolstoel, niet door het zand.
        -6 20:50 sanne x: Ja hoor, geen probleem, ze mag ook met de voeten in zee.
        -5 08:10 sanne: Ik heb mijn bericht van gisteravond verwijderd, dat was te snel. Strand mag, maar het verband moet droog en zonder zand blijven. Dus sokken aan en een plastic zak in de tas.
        -5 08:31 joke: Helder. Poffertjes in plaats van pootjebaden dus.
        -3 17:45 annie: Wij hebben poffertjes gegeten. Mijn been is droog gebleven.
        -2 09:40 sanne: Nog 0,8 cm. Als het zo doorgaat, is het over twee weken dicht.
        now-48 sanne: Net het verband gewisseld. De wond is dicht op een puntje na. Ik kom volgende week nog één keer.
        now-33 annie: Dank je wel Sanne. Je hebt zachte handen.
        now-29 joke ^2: Wat een mooi bericht!
        """;
}
