namespace Kring.Demo.Script.Stories;

internal static class Groceries
{
    internal const string Text = """
        # boodschappenlijst
        D@9: Ik doe vanmiddag boodschappen. Wat heeft {ma} nodig?
        V: Melk, brood en wc-papier in elk geval. En het waspoeder is bijna op.
        R?: En een zakje drop.
        D&: Staat erbij 😄
        D@17: Alles staat in de kast. Bonnetje ligt in het bakje, {e=23,40|31,15|18,90|27,65} euro.

        # verkeerde melk
        R@11: Er is halfvolle melk gekocht. Ik drink volle.
        S: Sorry {mam}, dat was ik. Volgende keer volle.
        R: Geeft niet. Dan wordt het pannenkoeken.

        # boodschappen laten bezorgen
        D@20: Zullen we de boodschappen laten bezorgen? Dan hoeven we niet elke week te sjouwen.
        S: Prima, maar wie doet open? Ze komen altijd als wij werken.
        B: Ik ben meestal thuis, ze mogen het bij mij afgeven.
        D: Dan proberen we het vanaf {dag+4}, tussen {t=tien en twaalf|vier en zes|negen en elf}.
        D+4: Eerste bezorging is gelukt. Alleen de bananen waren groen.

        # pincode
        S@14: {Ma} was {hp} pincode kwijt bij de kassa. Iemand in de rij betaalde voor {hr}. Heel lief, maar zo kan het niet.
        D: Nee. Zal ik een kleine rekening openen met een pasje zonder code, tot 50 euro?
        S: Goed idee. Vraag het wel eerst aan {hr}.
        D+1: Besproken. {Ze} vindt het prima, als er maar niemand meekijkt.

        # houdbaarheid
        V@9: De koelkast nagelopen: {n=twee pakken yoghurt|drie bakjes vla|een pakje ham en twee yoghurt} over datum weggegooid.
        D: Dank je! Ik koop steeds te veel.
        V: Kleinere pakjes helpen. En ik zet het nieuwe altijd achteraan.

        # samen naar de winkel
        S@10: Wij zijn samen naar de supermarkt geweest, {ma} achter de kar. Twee keer rust op het bankje, maar wat had {ze} een lol.
        D: Wat fijn! Dat had ik niet durven dromen een maand geleden.
        F?: Een kar is de beste rollator die er is 😉
        R?: Ik ben drie bekenden tegengekomen.

        # bloemen | 4 5 6 7 8 9
        R@15: Wie heeft die bloemen gebracht? Ze zijn prachtig.
        B: Die zijn van mij, uit eigen tuin.
        R: Dank je wel. Ze staan voor het raam.

        # luiers en materiaal
        V@14: We hebben nog {n=twee|drie} pakken incontinentiemateriaal. Bestellen duurt een week.
        N: Ik bestel vandaag. Maat M, nacht en dag?
        V: Ja, en liever de zachte uitvoering. De andere schuurden.
        N+5: Bestelling is binnen, staat in de kast op de logeerkamer.

        # kattenvoer
        B@9: Ik hoorde de kat mauwen bij het raam. Is er nog voer?
        D: Er staat een zak onder de trap. Misschien is {ze} het vergeten.
        B: Ik heb {b=de kat|het beest} gevoerd en het bakje gevuld. Zal ik dat elke ochtend even doen?
        D: Heel graag, wat ben je lief. Ik neem koffie voor je mee.
        """;
}
