namespace Kring.Demo.Script.Stories;

internal static class HearingAid
{
    internal const string Text = """
        # batterij leeg
        R@10: Mijn gehoorapparaat piept en daarna is het stil.
        V: Dat is de batterij. Ik vervang hem vanmiddag. Er ligt nog een doosje in de la.
        R@15: Hij doet het weer. Ik hoor de vogels.

        # apparaat kwijt
        V@8: Het rechter gehoorapparaat is weg. Onder het bed gekeken, in het bakje, in de was. Niets.
        D: Kijk ook even in de zak van {hp} vest. Daar vond ik hem de vorige keer.
        V: Nee...
        S@18: Gevonden! Hij zat in het {p=brillendoosje|suikerpotje|naaidoosje}. Vraag me niet hoe.
        R?: Daar ligt hij toch veilig?
        D&: Heel veilig 😂

        # apparaat kapot
        D@13: Gehoorapparaat is gevallen en nu kraakt het. De audicien kan {dag+2} om {t=elf uur|half twee|drie uur}.
        N: Goed. Tot die tijd praten we dichtbij en laag, dat verstaat {ze} het best.
        D+2: Leenapparaat gekregen, reparatie duurt {n=een week|tien dagen|twee weken}.
        R?: Het leenapparaat fluit als ik lach.
        D+6: Gerepareerd. Kosteloos, het viel nog onder garantie 👍

        # bril schoon
        V@9: De bril is verbogen, hij zakt steeds af.
        B: Ik fiets toch langs de opticien, zal ik hem meenemen?
        D: Heel graag! De reservebril ligt in het dressoir.
        B: Rechtgebogen en schoongemaakt, kostte niets.

        # telefoon te ingewikkeld
        D@19: De nieuwe telefoon is niets voor {ma}. Te veel knopjes.
        S: Er zijn toestellen met foto's op de knoppen. Vier foto's, meer niet.
        D: Bestel maar. Welke foto's?
        S: Jij, ik, {N} van de thuiszorg en de buren.
        R?+3: Ik druk op je gezicht en dan heb ik je aan de lijn!

        # tablet
        R@11: De tablet vraagt om een update. Wat moet ik doen?
        S: Op 'later' drukken. Ik doe het {dag+1} als ik er ben.
        R: Later gedrukt.
        S+1: Bijgewerkt, en de letters nog wat groter gezet.

        # televisie
        R@18: De tv zegt: geen signaal.
        S: Druk eens op de rode knop, tel tot tien, en dan nog een keer.
        R: Niets.
        S: Zit het zwarte kastje wel in het stopcontact?
        R: O. De stofzuiger zat erin.
        S: 😄 Opgelost dus.

        # stem te zacht
        F@12: Vandaag merkte ik dat {mw} mij via de oefeningen op tv niet verstaat. Kan het volume via de hoorapparaten?
        S: Daar bestaat een kastje voor. Ik zoek het uit.
        S+4: Kastje aangesloten. De buren zullen ook blij zijn 😅
        B?: Dat bevestig ik!
        """;
}
