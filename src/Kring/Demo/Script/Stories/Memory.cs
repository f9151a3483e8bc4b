namespace Kring.Demo.Script.Stories;

internal static class Memory
{
    internal const string Text = """
        # twee keer dezelfde vraag
        D@20: Ik merk dat {ma} binnen tien minuten drie keer hetzelfde vraagt. Zien jullie dat ook?
        V: Ja, vooral aan het eind van de middag. In de ochtend is {ze} helder.
        N: Ik zie het ook. Ik stel een geheugentest voor, bij de praktijkverpleegkundige.
        D: Wil jij het met {hr} bespreken? Van mij wordt {ze} boos.
        N+2: Besproken. {Ze} vindt het goed, als er maar niemand van de familie bij zit.

        # uitslag geheugentest
        O@15: De test is afgenomen: {s=22|23|24|21} van de 30 punten. Dat past bij beginnende geheugenproblemen. {G} bespreekt het met {hr}.
        D: Ik had het verwacht, maar schrik toch.
        O: Dat is heel begrijpelijk. Neem gerust contact op als u wilt praten.
        S: Wat betekent dit voor alleen wonen?
        N: Nu nog weinig. We bouwen ritme in en kijken elke maand opnieuw.

        # gas laten branden
        B@18: Ik rook net gas en het pitje stond aan zonder vlam. Ik heb alles dichtgedraaid en gelucht.
        D: O nee, dit is echt gevaarlijk. Dank je wel!!
        N: Ik wil een inductieplaat of een beveiliging op het gas aanvragen.
        D: Doe maar. Ik leg het uit als een cadeau.
        W?: Er is een potje bij de gemeente voor. Ik help met het formulier.

        # verdwaald
        S@17: {Ma} is vanmiddag door een mevrouw thuisgebracht. {Ze} wist niet meer welke straat het was.
        D: Waar was dat?
        S: Bij de {p=oude school|kerk|markt|dierenwinkel}. Daar hebben we vroeger gewoond.
        N: Dat verklaart de richting. Zullen we praten over een gps-hanger? Wel samen met {hr}, het is {hp} vrijheid.
        D+1: We hebben het besproken. {Ze} wil het proberen, 'zolang het niet piept'.

        # achterdocht
        D@21: {Ze} beschuldigt mij ervan dat ik geld heb gepakt. Ik heb de hele avond gehuild.
        S: Ach lieverd. Het lag vast weer onder het matras.
        N: Dat doet pijn, ook als je weet waar het vandaan komt. Niet in discussie gaan, wel samen zoeken.
        D+1: Gevonden, in de theepot. {Ze} was het alweer vergeten.
        N: Bel me vanmiddag even als je wilt. Ik heb tijd na vieren.

        # casemanager
        W@11: Er is nu plek bij een casemanager dementie. Die denkt mee met de hele familie, niet alleen over de zorg.
        D: Ja graag. Ik weet niet meer wat normaal is.
        W: Ik meld jullie aan. Eerste gesprek binnen {n=twee|drie} weken.

        # goed moment
        V@12: Ook een mooi bericht: {mw} herkende vandaag het liedje op de radio en zong alles mee. Zo helder was {ze} lang niet.
        D: Dank dat je dit deelt. Dit heb ik nodig.
        S: ❤️

        # dag en nacht
        V@7: De nachtzorg trof {mw} aangekleed in de gang, om {t=vier uur|half vijf|drie uur}. {Ze} wilde naar het werk.
        D: {Ze} heeft dertig jaar ochtenddienst gedraaid.
        N: Er is een klok die dag en nacht laat zien. Zullen we die proberen?
        S: Ik koop er een.
        S+3: Klok staat op de kast. Groot, met 'nacht' erop.
        V+6: Al drie nachten niet meer op pad geweest.

        # pasje dichtgooien
        S@19: {Ma} kreeg een telefoontje van 'de bank' en wilde bijna de pincode geven.
        D: Nee! Is er iets afgeschreven?
        S: Niets. Ik heb voor de zekerheid de pas laten blokkeren.
        W: Goed gedaan. Ik heb een kaartje met 'ik hang nu op' voor naast de telefoon. Dat helpt echt.
        """;
}
