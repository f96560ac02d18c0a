"""Verbs of saying and thinking, conjugated here from a hand-written table of principal parts.

`SAYING` maps every form to what it may be; `VERB_FLAGS` gives the flags of all verb forms known.
"""

from dataclasses import dataclass
from functools import cache

from onrecord.extract.german.grammar.flags import FINITE, INFINITIVE, KONJ, PARTICIPLE

# kinds: s says, w writes or publishes, t thinks or expects (weaker evidence), z governs an
# infinitive that is a claim or demand, r reports without a clause, p a prepositional "davon/dafür",
# d may frame direct speech, n names ("bezeichnet ... als"), x ambiguous: only with dass/mood
# strong verbs: infinitive/3sg present/3sg past/participle/konjunktiv stem where irregular
_SAYING = """
    sagen s d; erklären s d z; er|klären -; mit|teilen s d; berichten s d r; betonen s d r;
    behaupten s d z; meinen s d t; bestätigen s d r; versichern s d z; an|kündigen s d z r;
    verkünden s d; vermelden s d r; melden s d; schildern s d; erläutern s d r; ergänzen s d;
    fordern s d z r; auf|fordern s z r; kritisieren s d r; warnen s d z r; erzählen s d; antworten s
    d; entgegnen s d; erwidern s d; fragen s d; äußern s d r; bemerken s d; beklagen s d r;
    klagen s d r; bemängeln s d r; loben d r; mahnen s d z r; befürchten s t r; fürchten s t z r;
    vermuten s t r; hoffen s t z d r; glauben t z r; erwarten t r; schätzen t r; rechnen t r;
    spekulieren t;
    prognostizieren s d; folgern s d; begründen s d r; bekräftigen s d r; beteuern s d z r;
    unterstreichen/unterstreicht/unterstrich/unterstrichen s d r;
    hervor|heben/hebt/hob/hervorgehoben s d r; hin|weisen/weist/wies/hingewiesen s r;
    verweisen/verweist/verwies/verwiesen s r; zurück|weisen/weist/wies/zurückgewiesen s r;
    schreiben/schreibt/schrieb/geschrieben s d w; bekannt|geben/gibt/gab/bekanntgegeben s d r;
    bekannt|machen s d r; publik|machen s d r; öffentlich|machen s d r;
    an|geben/gibt/gab/angegeben s d z; zu|geben/gibt/gab/zugegeben s d z r;
    wieder|geben/gibt/gab/wiedergegeben s; ein|räumen s d z r;
    gestehen/gesteht/gestand/gestanden s d z r; zu|gestehen/gesteht/gestand/zugestanden s r;
    leugnen s z r;
    bestreiten/bestreitet/bestritt/bestritten s z r; dementieren s z r; verneinen s r; bejahen s r;
    versprechen/verspricht/versprach/versprochen s d z r; sprechen/spricht/sprach/gesprochen r d;
    aus|sprechen/spricht/sprach/ausgesprochen z r;
    widersprechen/widerspricht/widersprach/widersprochen s d r;
    empfehlen/empfiehlt/empfahl/empfohlen s d z r; vor|schlagen/schlägt/schlug/vorgeschlagen s d z;
    vor|werfen/wirft/warf/vorgeworfen s z r; nennen/nennt/nannte/genannt n r; bezeichnen n r d;
    bewerten n r; werten n r; ein|stufen n r; würdigen d r; begrüßen d r; verurteilen d r; rügen s d
    r; appellieren s d z r; bitten/bittet/bat/gebeten s d z; verlangen s d z r; drohen s d z;
    raten/rät/riet/geraten s d z r; plädieren s d z r; argumentieren s d; urteilen s d; resümieren s
    d; bilanzieren s d; kommentieren s d; konstatieren s d; fest|stellen s d; klar|stellen s d;
    dar|stellen x; darlegen -; dar|legen s d; aus|führen s d; hinzu|fügen s d; nach|legen d;
    fort|fahren/fährt/fuhr/fortgefahren d; zitieren s d; schwärmen s d; scherzen s d; witzeln s d;
    spotten s d; schimpfen s d; wettern s d; poltern s d; jubeln s d; rufen/ruft/rief/gerufen s d;
    aus|rufen/ruft/rief/ausgerufen d; auf|rufen/ruft/rief/aufgerufen s z r; skandieren d;
    monieren s d r; postulieren s; signalisieren s z; unter|stellen s z r; unterstellen s z r;
    prophezeien s d r;
    voraus|sagen s d r; vorher|sagen s d r; an|merken s d; an|fügen s d; bei|pflichten s d;
    ein|schränken s d;
    zu|stimmen x d; ab|lehnen z d r; ein|wenden/wendet/wandte/eingewandt s d;
    entgegen|halten/hält/hielt/entgegengehalten s d; fest|halten/hält/hielt/festgehalten x d;
    heraus|finden/findet/fand/herausgefunden t; finden/findet/fand/gefunden x d t;
    denken/denkt/dachte/gedacht x d t; überlegen x d t z; wissen/weiß/wusste/gewusst x t;
    sehen/sieht/sah/gesehen x t n r; zeigen x t r; verraten/verrät/verriet/verraten s d;
    veröffentlichen w x; publizieren w x; twittern s d w; posten s d w;
    beschreiben/beschreibt/beschrieb/beschrieben
    n; charakterisieren n r; an|prangern s d; attackieren d r; tadeln d r; enthüllen s d r;
    informieren s; unterrichten s; in|formieren -; aus|sagen s z; bezeugen s z;
    schwören/schwört/schwor/geschworen s z; verteidigen d x r; rechtfertigen d x r; an|deuten s d r;
    an|mahnen s r; an|regen s z r; beantragen z; fürchten s t r; beschuldigen s z; bezichtigen r;
    an|klagen z r; verdächtigen z r; zweifeln x t r; bezweifeln s t; bedauern s d z r; freuen x d;
    ärgern x d; wundern x d; beschweren x d; beschwören d x; garantieren s z r; zu|sichern s z r;
    zu|sagen s z; geloben z s; beschließen/beschließt/beschloss/beschlossen x z; planen x z;
    an|bieten/bietet/bot/angeboten x z; lauten d x; heißen/heißt/hieß/geheißen s d;
    hervor|gehen/geht/ging/hervorgegangen s; verlauten s d; erfahren/erfährt/erfuhr/erfahren s x;
    verlautbaren s d; proklamieren s d;
    referieren s d; analysieren d x; diagnostizieren s d; ermahnen s z r; erinnern d x; beziffern r;
    taxieren r; veranschlagen r; gratulieren d; danken d; kontern s d; parieren d; präzisieren s d;
    relativieren s d r; zusammen|fassen s d; vertreten/vertritt/vertrat/vertreten x;
    erwägen/erwägt/erwog/erwogen x z r; annehmen -; an|nehmen/nimmt/nahm/angenommen t x;
    aus|schließen/schließt/schloss/ausgeschlossen s r; beruhigen d x; wünschen t z d; beabsichtigen
    z; offenbaren s d; mut|maßen s d; mutmaßen s d t; raunen s d; flüstern s d; murmeln s d;
    schreien/schreit/schrie/geschrien s d; brüllen d s; seufzen d s; stöhnen d s; mailen s d w;
    notieren s d w; titeln d w; konkretisieren s d r; spezifizieren s r; übermitteln s; deklarieren
    s n; bescheinigen s r; attestieren s r; unterbreiten r; interpretieren n; verbreiten x;
    beurteilen n; heraus|stellen x; durchblicken -; vor|bringen/bringt/brachte/vorgebracht s;
    vor|tragen/trägt/trug/vorgetragen s; hin|zufügen -; nahe|legen s z; insistieren s d; bekunden s
    d z r; besagen s; aus|rechnen s; errechnen s; entscheiden/entscheidet/entschied/entschieden z x;
    beteuern s d z; zu|schreiben/schreibt/schrieb/zugeschrieben r; ein|schätzen n r;
    aus|gehen/geht/ging/ausgegangen r s; formulieren s d; verheißen s; erwähnen s d; beanstanden s
    r; rekapitulieren s d; durch|sickern s; an|weisen/weist/wies/angewiesen z;
    bestehen/besteht/bestand/bestanden z x; verneinen s r; zu|raunen s d;
    ab|raten/rät/riet/abgeraten z; beanspruchen z x; halten/hält/hielt/gehalten s r;
    ergeben/ergibt/ergab/ergeben x; belegen x; nahe|legen s; vor|rechnen s d; erneuern r;
    ab|streiten/streitet/stritt/abgestritten s z r; trommeln z x; mut|maßen s d; durch|blicken s;
    zu|rufen/ruft/rief/zugerufen s d; aus|drücken x; glossieren d; frohlocken s d; tönen s d; ätzen
    d s; höhnen d s; sinnieren d s; verfügen x z; erahnen t; ahnen t s; argwöhnen t s d; verraten s;
    entgegnen s d; unken s d; orakeln s d; dozieren s d; stellung|nehmen -; beharren s d x; pochen
    x r; üben r; drängen z x; untermauern r x; anvisieren r; diskutieren r x;
    entgegen|treten/tritt/trat/entgegengetreten r; herab|stufen r;
    hoch|stufen r; zu|trauen r; vergleichen/vergleicht/verglich/verglichen r
    """

# other common verbs, so that clauses are told from phrases: weak ones by infinitive,
# strong ones as infinitive/present/past/participle
_COMMON = """
    machen tun/tut/tat/getan gehen/geht/ging/gegangen kommen/kommt/kam/gekommen
    stehen/steht/stand/gestanden liegen/liegt/lag/gelegen geben/gibt/gab/gegeben
    nehmen/nimmt/nahm/genommen halten/hält/hielt/gehalten lassen/lässt/ließ/gelassen
    bleiben/bleibt/blieb/geblieben bringen/bringt/brachte/gebracht führen
    bekommen/bekommt/bekam/bekommen laufen/läuft/lief/gelaufen fahren/fährt/fuhr/gefahren
    fallen/fällt/fiel/gefallen treffen/trifft/traf/getroffen tragen/trägt/trug/getragen
    ziehen/zieht/zog/gezogen steigen/steigt/stieg/gestiegen sinken/sinkt/sank/gesunken
    treten/tritt/trat/getreten verlieren/verliert/verlor/verloren
    gewinnen/gewinnt/gewann/gewonnen beginnen/beginnt/begann/begonnen
    schließen/schließt/schloss/geschlossen erhalten/erhält/erhielt/erhalten
    gelten/gilt/galt/gegolten helfen/hilft/half/geholfen sterben/stirbt/starb/gestorben
    werfen/wirft/warf/geworfen brechen/bricht/brach/gebrochen essen/isst/aß/gegessen
    lesen/liest/las/gelesen vergessen/vergisst/vergaß/vergessen
    entstehen/entsteht/entstand/entstanden verstehen/versteht/verstand/verstanden
    bieten/bietet/bot/geboten fliegen/fliegt/flog/geflogen fließen/fließt/floss/geflossen
    genießen/genießt/genoss/genossen leiden/leidet/litt/gelitten
    schneiden/schneidet/schnitt/geschnitten entscheiden/entscheidet/entschied/entschieden
    scheinen/scheint/schien/geschienen erscheinen/erscheint/erschien/erschienen
    schreiten/schreitet/schritt/geschritten greifen/greift/griff/gegriffen
    weisen/weist/wies/gewiesen steuern setzen stellen legen leben arbeiten spielen suchen
    brauchen kaufen verkaufen bauen zahlen bezahlen kosten dienen gehören folgen erreichen
    wachsen/wächst/wuchs/gewachsen entwickeln produzieren investieren finanzieren
    übernehmen/übernimmt/übernahm/übernommen liefern starten eröffnen reagieren handeln
    verhandeln verändern ändern verbessern verschlechtern erhöhen senken steigern kürzen
    streichen/streicht/strich/gestrichen unterstützen unterzeichnen
    unterschreiben/unterschreibt/unterschrieb/unterschrieben vereinbaren bilden enden dauern
    wirken bedeuten betreffen/betrifft/betraf/betroffen umfassen
    enthalten/enthält/enthielt/enthalten beinhalten verfügen
    verbinden/verbindet/verband/verbunden sichern schützen gefährden schaden nutzen nützen
    benötigen versuchen schaffen/schafft/schuf/geschaffen verhindern
    vermeiden/vermeidet/vermied/vermieden stoppen erlauben verbieten/verbietet/verbot/verboten
    ermöglichen verpflichten zwingen/zwingt/zwang/gezwungen verletzen töten ermorden verhaften
    festnehmen fordern wählen stimmen gewähren leisten liegen kennen/kennt/kannte/gekannt
    erkennen/erkennt/erkannte/erkannt wenden/wendet/wandte/gewandt öffnen reichen reisen kehren
    warten stören fehlen existieren funktionieren passieren
    geschehen/geschieht/geschah/geschehen sitzen/sitzt/saß/gesessen sprengen stürzen explodieren
    brennen/brennt/brannte/gebrannt retten bergen/birgt/barg/geborgen gehen bewegen
    verlassen/verlässt/verließ/verlassen betreten/betritt/betrat/betreten
    besitzen/besitzt/besaß/besessen hängen/hängt/hing/gehangen fangen/fängt/fing/gefangen
    empfangen/empfängt/empfing/empfangen verdienen sparen handeln basieren beruhen resultieren
    stammen verzeichnen verbuchen erzielen erwirtschaften belaufen/beläuft/belief/belaufen
    betragen/beträgt/betrug/betragen entsprechen/entspricht/entsprach/entsprochen
    übersteigen/übersteigt/überstieg/überstiegen beteiligen gründen fusionieren kooperieren
    zusammenarbeiten erwerben/erwirbt/erwarb/erworben veräußern scheitern platzen
    gelingen/gelingt/gelang/gelungen misslingen/misslingt/misslang/misslungen drohen profitieren
    rechnen achten beachten betrachten behandeln verhalten/verhält/verhielt/verhalten benutzen
    verwenden einsetzen fortsetzen umsetzen durchsetzen sinken senden/sendet/sandte/gesandt
    laden/lädt/lud/geladen graben hören spüren fühlen merken lernen lehren studieren forschen
    messen/misst/maß/gemessen treiben/treibt/trieb/getrieben
    betreiben/betreibt/betrieb/betrieben vertreiben/vertreibt/vertrieb/vertrieben
    übertreffen/übertrifft/übertraf/übertroffen konzentrieren beschäftigen kämpfen
    streiten/streitet/stritt/gestritten streiken demonstrieren protestieren untersuchen
    ermitteln prüfen kontrollieren überwachen beobachten regeln regieren organisieren
    veranstalten feiern teilen trennen lösen heben/hebt/hob/gehoben
    verschieben/verschiebt/verschob/verschoben verzichten ersetzen bedienen
    verhängen/verhängt/verhängte/verhängt bestimmen besuchen rücken drehen kreisen
    wiegen/wiegt/wog/gewogen fördern belasten entlasten schwächen stärken bremsen beschleunigen
    verzögern rechtfertigen erfüllen erfolgen ereignen befinden/befindet/befand/befunden richten
    vernichten verschwinden/verschwindet/verschwand/verschwunden zerstören beschädigen
    schießen/schießt/schoss/geschossen feuern siegen unterliegen/unterliegt/unterlag/unterlegen
    schlagen/schlägt/schlug/geschlagen mögen zielen anstreben anwenden gestalten
    verlaufen/verläuft/verlief/verlaufen vorliegen ausgehen auskommen hergeben vorgehen zugehen
    hinnehmen begehen/begeht/beging/begangen angehören hängen
    stattfinden/findet/fand/stattgefunden sein/ist/war/gewesen werben/wirbt/warb/geworben
    beißen/beißt/biss/gebissen binden/bindet/band/gebunden fliehen/flieht/floh/geflohen
    gleichen/gleicht/glich/geglichen klingen/klingt/klang/geklungen leihen/leiht/lieh/geliehen
    lügen/lügt/log/gelogen preisen/preist/pries/gepriesen reißen/reißt/riss/gerissen
    ringen/ringt/rang/gerungen scheiden/scheidet/schied/geschieden
    schieben/schiebt/schob/geschoben schlafen/schläft/schlief/geschlafen
    schmelzen/schmilzt/schmolz/geschmolzen schweigen/schweigt/schwieg/geschwiegen
    schwinden/schwindet/schwand/geschwunden singen/singt/sang/gesungen
    springen/springt/sprang/gesprungen stechen/sticht/stach/gestochen
    stehlen/stiehlt/stahl/gestohlen stoßen/stößt/stieß/gestoßen trinken/trinkt/trank/getrunken
    verderben/verdirbt/verdarb/verdorben vergleichen/vergleicht/verglich/verglichen
    weichen/weicht/wich/gewichen reiben/reibt/rieb/gerieben rennen/rennt/rannte/gerannt
    schwimmen/schwimmt/schwamm/geschwommen entziehen/entzieht/entzog/entzogen
    vollziehen/vollzieht/vollzog/vollzogen beziehen/bezieht/bezog/bezogen
    erweisen/erweist/erwies/erwiesen beweisen/beweist/bewies/bewiesen
    unternehmen/unternimmt/unternahm/unternommen überziehen/überzieht/überzog/überzogen
    erfahren/erfährt/erfuhr/erfahren gefallen/gefällt/gefiel/gefallen
    verfallen/verfällt/verfiel/verfallen entfallen/entfällt/entfiel/entfallen
    ergeben/ergibt/ergab/ergeben vergeben/vergibt/vergab/vergeben
    umgeben/umgibt/umgab/umgeben überlassen/überlässt/überließ/überlassen
    entlassen/entlässt/entließ/entlassen erlassen/erlässt/erließ/erlassen
    veranlassen zulassen begreifen/begreift/begriff/begriffen
    ergreifen/ergreift/ergriff/ergriffen verbringen/verbringt/verbrachte/verbracht
    erbringen/erbringt/erbrachte/erbracht verschreiben/verschreibt/verschrieb/verschrieben
    durchlaufen/durchläuft/durchlief/durchlaufen
    unterscheiden/unterscheidet/unterschied/unterschieden
    vorbereiten besiegeln vermarkten vermitteln bündeln wackeln klettern verhandeln schwanken
    stagnieren florieren boomen rutschen schrumpfen klaffen lauern drosseln verdoppeln halbieren
    verdreifachen genehmigen billigen bewilligen vertagen verklagen beantworten kassieren
    übertragen/überträgt/übertrug/übertragen betragen ausbauen aufstocken einstellen
    verpassen verfehlen einfahren verhelfen/verhilft/verhalf/verholfen schlucken landen wechseln
    ordern mieten vermieten pachten verpachten leasen chartern schnappen angeln ergattern holen
    stecken pumpen kündigen stornieren beliefern versorgen rüsten beauftragen betrauen montieren
    fertigen reinigen betreuen lagern buhlen werben bürgen stunden tilgen leihen borgen
    modernisieren sanieren integrieren gliedern schlüpfen wandern
    verschmelzen/verschmilzt/verschmolz/verschmolzen
    beschaffen bestellen beziehen/bezieht/bezog/bezogen zeichnen einigen verbünden paktieren
    schmieden lizenzieren listen drucken verpacken transportieren errichten installieren reifen
    verleiben ersteigern akquirieren abtreten/abtritt/abtrat/abgetreten
    übergeben/übergibt/übergab/übergeben liebäugeln
    bewerben/bewirbt/bewarb/beworben nutzen stemmen schultern
    """

_INSEPARABLE = (
    "be",
    "emp",
    "ent",
    "er",
    "ge",
    "miss",
    "ver",
    "zer",
    "wider",
    "unter",
    "über",
    "voll",
)
PARTICLES = frozenset(
    """
    an ab auf aus bei ein mit vor zu zurück hervor hin hinzu her heraus bekannt klar fest dar
    nach fort voraus vorher wieder entgegen zusammen nahe bereit weiter durch um frei hinaus
    kund
    """.split()
)


APART = frozenset("bekannt klar kund offen".split())
"""Particles that are also written apart before the participle: `bekannt gegeben`."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One reading of a verb form. `particle` is what must still follow in the clause."""

    lemma: str
    kinds: str
    form: str
    particle: str = ""


def _principal(entry: str) -> tuple[str, str, str, str, str]:
    """particle, infinitive, 3sg present, 3sg past, participle."""
    parts = entry.split("/")
    particle, _, infinitive = parts[0].rpartition("|")
    if len(parts) == 4:
        participle = parts[3]
        return particle, infinitive, parts[1], parts[2], participle
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    e = "e" if stem.endswith(("t", "d", "chn", "ckn", "fn", "gn", "ffn", "dm", "tm")) else ""
    bare = infinitive.endswith("ieren") or infinitive.startswith(_INSEPARABLE)
    participle = f"{particle}{'' if bare else 'ge'}{stem}{e}t"
    return particle, infinitive, f"{stem}{e}t", f"{stem}{e}te", participle


@cache
def principal_forms(entry: str) -> tuple[tuple[str, str, str], ...]:
    """(word form, kind of form, particle still to come) of one verb, of its principal parts."""
    particle, infinitive, present, past, participle = _principal(entry)
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    plural = past + ("n" if past.endswith("e") else "en")
    konj = f"{stem}e"
    finite = [(present, "fin"), (past, "fin"), (plural, "fin"), (infinitive, "plural")]
    if infinitive.endswith("eln"):
        konj = stem[:-2] + "le"
    found: list[tuple[str, str, str]] = []
    for word, form in [*finite, (konj, "konj")]:
        found.append((word, form, particle))
        if particle:
            found.append((particle + word, form, ""))
    found.append((participle, "part", ""))
    if particle in APART:
        found.append((participle.removeprefix(particle), "part", particle))
    found.append((particle + infinitive, "inf", ""))
    if particle:
        found.append((f"{particle}zu{infinitive}", "zu", ""))
    return tuple(found)


def _build() -> tuple[dict[str, tuple[Saying, ...]], dict[str, int]]:
    saying: dict[str, list[Saying]] = {}
    flags: dict[str, int] = {}
    kinds_of_flags = {
        "fin": FINITE,
        "plural": INFINITIVE,
        "konj": FINITE | KONJ,
        "part": PARTICIPLE,
        "inf": INFINITIVE,
        "zu": INFINITIVE,
    }
    for line in _SAYING.replace("\n", " ").split(";"):
        entry, *kinds = line.split()
        if kinds == ["-"]:
            continue
        lemma = entry.split("/")[0].replace("|", "")
        for word, form, particle in principal_forms(entry):
            saying.setdefault(word, []).append(Saying(lemma, "".join(kinds), form, particle))
            flags[word] = flags.get(word, 0) | kinds_of_flags[form]
    for entry in _COMMON.split():
        for word, form, _ in principal_forms(entry):
            flags[word] = flags.get(word, 0) | kinds_of_flags[form]
    saying["bekannt"] = [Saying("bekanntwerden", "x", "part")]
    for word in _NOT_VERBS:
        flags.pop(word, None)
    for swiss, word in [(w.replace("ß", "ss"), w) for w in flags if "ß" in w]:
        flags.setdefault(swiss, flags[word])
        if word in saying:
            saying.setdefault(swiss, saying[word])
    return {word: tuple(readings) for word, readings in saying.items()}, flags


_NOT_VERBS = """
    teile laute weise reife feste sichere bitte rechte zahle kosten arten taten rate folge
    reiche dauer nahe eher lange miete dame leben schade folgen achte enge freie wende rede
    bekannt gut ende mitte lage reise sprache frage messe reihe decke presse klage sorge menge
    einige wiederholt stelle pause rolle länge größe höhe stärke breite
    """.split()

SAYING, VERB_FLAGS = _build()
SPOKEN = frozenset(
    word
    for word, readings in SAYING.items()
    if any("x" not in r.kinds and not r.particle for r in readings)
    and word not in ("hält", "hielt", "halten")
)
"""Forms that say something by themselves: not `geht`, which does with `davon aus` alone."""


def _conjugations() -> dict[str, frozenset[str]]:
    """From each form of a common verb to all its forms that stand without a particle."""
    found: dict[str, frozenset[str]] = {}
    for entry in (_COMMON + _CONJUGATED_ONLY).split():
        forms = frozenset(word for word, form, particle in principal_forms(entry) if form != "konj")
        for word in forms:
            found[word] = found.get(word, frozenset()) | forms
    return found


_CONJUGATED_ONLY = """
    finden/findet/fand/gefunden erteilen leiten erledigen besorgen sorgen kümmern reparieren
    reservieren präsentieren winken räumen spalten eignen krallen luchsen jagen erlangen
    erringen/erringt/errang/errungen geraten/gerät/geriet/geraten gelangen
    begeben/begibt/begab/begeben flüchten strecken lecken schielen blechen berappen blättern wuppen
    verabschieden verschmähen händigen verhökern verscherbeln verramschen versilbern buttern
    schenken spendieren überweisen/überweist/überwies/überwiesen schustern stützen päppeln wetten
    haften verbürgen zapfen pumpen kriegen büßen heimsen bestücken decken bewachen entsorgen
    verwalten speichern hosten engagieren heuern rufen/ruft/rief/gerufen steuern ergänzen erweitern
    verstärken arrondieren vereinen vermählen verheiraten begraben/begräbt/begrub/begraben tüfteln
    überzeugen umwerben/umwirbt/umwarb/umworben angeln digitalisieren lehnen
    überbieten/überbietet/überbot/überboten akzeptieren bewerten üben spannen
    verbauen formen streben zeigen beenden kappen verleihen/verleiht/verlieh/verliehen
    versprechen/verspricht/versprach/versprochen verwerfen/verwirft/verwarf/verworfen
    empfehlen/empfiehlt/empfahl/empfohlen sichten leuchten forsten feilschen pokern benutzen
    migrieren überspielen bewirtschaften vermitteln verlagern verlängern stocken weiten wickeln
    nähen entwerfen/entwirft/entwarf/entworfen kochen bekochen programmieren verantworten
    konzipieren gießen/gießt/goss/gegossen walzen weben backen/backt/backte/gebacken brauen rösten
    verlegen pflegen übersetzen verkabeln beheizen kühlen tauschen verdrängen
    mischen pressen stanzen bohren schleifen/schleift/schliff/geschliffen polieren härten schweißen
    verzinken sortieren waschen/wäscht/wusch/gewaschen trocknen räuchern schlachten zerlegen ernten
    testen erproben springen/springt/sprang/gesprungen
    befördern schicken entsenden/entsendet/entsandte/entsandt mahlen sägen spinnen färben
    fräsen erzeugen verschicken versenden verschiffen putzen bescheren
    verschaffen/verschafft/verschaffte/verschafft
    """
"""Verbs whose forms are told by nothing but a table that lists them."""
CONJUGATED = _conjugations()
_ENTRIES = {
    entry.partition("/")[0]: entry for entry in reversed((_COMMON + _CONJUGATED_ONLY).split())
}


def forms_of(verb: str) -> tuple[frozenset[str], frozenset[str], str]:
    """The forms of a verb that are whole, those that still want its particle, and the particle:
    `ab|stoßen` is `abgestoßen` and `stößt ... ab`."""
    particle, _, base = verb.rpartition("|")
    infinitive, *parts = _ENTRIES.get(base, base).split("/")
    if particle and parts:
        parts[2] = particle + parts[2]
    if not particle:
        return (
            frozenset(word for word, _, _ in principal_forms("/".join((infinitive, *parts)))),
            frozenset(),
            "",
        )
    forms = principal_forms("/".join((f"{particle}|{infinitive}", *parts)))
    whole = frozenset(word for word, _, rest in forms if not rest)
    return whole, frozenset(word for word, _, rest in forms if rest), particle
