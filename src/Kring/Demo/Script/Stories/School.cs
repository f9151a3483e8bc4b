namespace Kring.Demo.Script.Stories;

internal static class School
{
    internal const string Text = """
        # huiswerkplan | 1 2 3 4 5 6 9 10 11 12
        W@15: Hoi {r}, hoe ging het deze week met het huiswerk?
        R: Gaat wel. {v=Wiskunde|Engels|Aardrijkskunde|Biologie} was stom.
        W: Wat was er stom aan?
        R: Te veel tegelijk. Ik weet dan niet waar ik moet beginnen.
        W: Zullen we het in stukjes van tien minuten doen? Eerst het makkelijkste.
        R: Oké.
        R+2: Twee stukjes gedaan. De rest niet. Maar twee wel.
        W: Twee is twee meer dan vorige week 👊

        # eruit gestuurd | 1 2 3 4 5 6 9 10 11 12
        P@16: {r} is er vandaag weer uit gestuurd, bij {v=Nederlands|geschiedenis|tekenen}.
        R: Ik deed niks!
        P: Volgens de mentor zat je met je stoel te wippen en te praten.
        R: Ja oké. Maar de hele klas praatte.
        W: Zullen we een teken afspreken met de leraar? Dat je even naar de gang mag vóór het misgaat.
        R: Een time-outkaart. Die heeft {k=Sem|Daan|Youssef|Finn} ook.
        W+1: Gebeld met de mentor: je krijgt een kaart, drie keer per dag te gebruiken.

        # goed cijfer | 1 2 3 4 5 6 9 10 11 12
        R@15: Ik had een {c=7,4|8,1|6,9} voor {v=Frans|biologie|wiskunde}!!! 🎉
        P: Trots op je! Vanavond pannenkoeken.
        W: Lekker hoor. Hoe heb je geleerd?
        R: Met die kaartjes. En in bed nog een keer.

        # te laat | 1 2 3 4 5 6 9 10 11 12
        P@9: Vanochtend weer te laat de deur uit. Tas niet gepakt, gymspullen kwijt.
        W: Helpt een lijstje op de deur, dat hij 's avonds afvinkt?
        R: Een lijstje met plaatjes is voor kleuters.
        W: Dan in je telefoon, met een herinnering om half negen 's avonds. Jij kiest het geluid.
        R: Mag het een scheet zijn
        P: Nee.
        R: Oké dan een eend 🦆

        # ruzie op het plein | 1 2 3 4 5 6 9 10 11 12
        R@16: Ik heb gevochten. Het was niet mijn schuld.
        P: De school heeft ook gebeld. We praten er vanavond rustig over.
        W: Ben je gewond?
        R: Nee. Alleen boos.
        W: Morgen om {t=vier uur|half vier|kwart over vier} wandelen? Praten gaat makkelijker als je loopt.
        R: Oké.
        W+1@18: Goed gesprek gehad. {r} wil zelf sorry zeggen, en hoopt dat de ander dat ook doet.

        # toetsweek | 1 2 3 4 5 6 9 10 11 12
        P@19: Volgende week is het toetsweek. Zeven toetsen in vijf dagen.
        R: Ik ga dood.
        W: Je gaat niet dood. Heb je recht op extra tijd?
        P: Ja, twintig minuten, en een rustige ruimte.
        W: Dan vraag ik school om dat te bevestigen.
        W+1: Bevestigd: lokaal {n=114|207|012}, alle dagen.

        # gamen | 1 2 3 4 5 6 9 10 11 12
        P@21: Hij zit tot elf uur te gamen en komt er 's ochtends niet uit.
        R: Iedereen zit dan online!!
        W: Wat vind je zelf een eerlijke eindtijd, {r}?
        R: Half elf.
        P: Tien uur op schooldagen, half elf in het weekend.
        R: Deal. Maar dan mag jij ook niet op je telefoon aan tafel.
        P: Eerlijk is eerlijk 😅

        # gesprek op school | 1 2 3 4 5 6 9 10 11 12
        W@11: {dag+6} om {t=15.30|16.00|14.45} uur is het gesprek op school. {r}, wil je er zelf bij zijn?
        R: Moet dat?
        W: Nee. Maar het gaat over jou, dus je mag.
        R: Dan kom ik. Maar ik zeg niet veel.
        P+6@18: Ik vond het heel knap wat je zei {r}.
        R: Ik zei alleen dat ik het licht te fel vind.
        W: En nu mag je aan de andere kant van het lokaal zitten. Dus dat hielp.

        # sport | 1 2 3 4 5 6 9 10 11 12
        R@17: Mag ik van judo af en op {s=freerunnen|boksen|klimmen}?
        P: Weer iets nieuws?
        O: Bewegen helpt echt bij ADHD. Liever iets wat hij volhoudt omdat hij het leuk vindt.
        P: Oké, een proefles dan.
        R+4: Het was vet!!!
        """;
}
