namespace Kring.Demo.Script.Stories;

internal static class SmallTalk
{
    internal const string Text = """
        # goedemorgen
        R@8: Goedemorgen allemaal. De zon schijnt.
        D: Goedemorgen {mam}! Hier regent het nog ☔
        B?: Bij mij ook zon, maar ik woon dan ook naast je 😄

        # regen
        R@10: Het regent. Ik blijf binnen.
        V: Groot gelijk. Tot straks, ik neem de paraplu mee.

        # vogels | 11 12 1 2 3
        R@9: Er zitten {n=drie|vier|zes} mezen aan het vetbolletje.
        S: Ik breng een nieuw netje mee {dag+3}.
        R: Doe er maar twee. Het zijn smulpapen.

        # puzzel
        R@14: Wie weet een rivier in Frankrijk van vijf letters? Tweede is een A.
        S: Marne!
        R: Dank je. Dat klopt.
        D: Zonder telefoon opgezocht {S}? 😏
        S: Ik beroep me op mijn zwijgrecht.

        # voetbal
        S@19: Kijk je vanavond {mam}? Ze spelen om {t=negen uur|kwart voor negen}.
        R: Natuurlijk. Ik heb borrelnootjes.
        S@22: Wat een wedstrijd!
        R: Ik lag al in bed. Niets zeggen, ik kijk morgen de samenvatting.

        # haren
        V@9: De kapper komt vandaag om {t=elf uur|half twee|tien uur}. Haren zijn al gewassen.
        R?: Ik wil ze korter.
        D@18: Net gebeld met beeld. Wat zit het goed!

        # foto van vroeger | oud
        D@20: Ik vond bij het opruimen een foto van {mam} op de kermis, ergens in de jaren zestig. Ik neem hem {dag+2} mee.
        R?: Was dat met die blauwe jas?
        D&: Zwart-wit, dus dat mag jij zeggen 😄

        # ijs | 6 7 8
        B@15: Met dit weer heb ik ijsjes gehaald. Ik kom er zo een brengen.
        R: Vanille?
        B: Wat anders.

        # hond op bezoek
        S@14: Mag de hond {dag+1} mee? Hij heeft modderpoten, maar een groot hart.
        R: De hond mag altijd. Jij ook.
        S+1: Hij slaapt nu op de pantoffels.

        # koor
        R@11: Het koor komt {dag+3} zingen in de kerk. Wie gaat er mee?
        D: Ik breng je en haal je op. Zingen doe ik de kerk niet aan.
        R: Wijs kind.

        # kranten
        V@8: Krant lag nog buiten, ik heb hem meegenomen. Koffie gezet, ontbijt klaar.
        R?: En het was een goede krant.
        D: Fijn, dank je {V}.

        # tuin | 4 5 6 7 8 9
        B@13: De heg heb ik meegenomen toen ik toch bezig was.
        R: Hij is mooi recht. Dank je wel.
        D: Wat zouden we zonder jou moeten.

        # storm | 10 11 12 1 2 3
        D@17: Er is code {k=geel|oranje} voor vanavond. Doen jullie het raam boven dicht?
        V: Is dicht, en de bloempotten staan binnen.
        R?: Laat maar waaien. Ik zit droog.
        V+1@8: Alles heel gebleven. Alleen de buren missen een tuinstoel.
        B?: Gevonden, drie huizen verder 😅

        # belletje
        S@12: Kleine vraag: is het normaal dat {ma} mij drie keer belt over dezelfde afspraak?
        N: Dat horen we vaker de laatste tijd. Een briefje bij de telefoon helpt soms.
        S: Ik schrijf het op met dikke stift.

        # nieuwe trui
        R@13: De nieuwe trui kriebelt.
        D: Trek er een hemd onder aan {mam}. Of ik ruil hem.
        R: Ruil maar. Liever blauw.
        D+3: Blauw en zacht. Hij ligt op je bed.

        # bibliotheek
        W@14: De bibliotheek aan huis komt {dag+2}. Wat leest {mw} graag?
        R?: Detectives. En streekromans, maar niet te zoetig.
        W&: Ik geef het door: moord, zonder te veel liefde 😉
        R?+2: Vier boeken. Ik ben al op bladzijde {n=40|62|85}.
        """;
}
