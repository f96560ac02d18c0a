"""Closed word classes of German as bit flags, and `flags_of(word)` for any word form."""

from onrecord.extract.german.grammar.flags import (
    ADJ,
    ADV,
    AUX,
    CAP,
    COORD,
    DET,
    FINITE,
    INFINITIVE,
    KONJ,
    MARK,
    MODAL,
    NOMDET,
    NUM,
    PARTICIPLE,
    PREP,
    PRON,
    REL,
    SUBCONJ,
    TITLE,
    WH,
)
from onrecord.extract.german.grammar.verbs import VERB_FLAGS
from onrecord.extract.segmentation import Language
from onrecord.extract.tokens import recalled, taken_along

DETS = """der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
 dieser diese dieses diesen diesem jener jene jenes jenen jenem jeder jede jedes jeden jedem
 mein meine meinen meinem meiner sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer
 ihres unser unsere unseren unserem unserer euer eure alle allen aller alles beide beiden einige
 einigen einiger mehrere mehreren mehrerer viele vielen vieler manche manchen mancher wenige
 wenigen weniger andere anderen anderer anderes solche solchen solcher welche welcher welches
 sämtliche sämtlichen zahlreiche zahlreichen verschiedene verschiedenen weitere weiteren zwei drei
 vier fünf sechs sieben acht neun zehn elf zwölf dessen deren derselbe dieselbe dasselbe derjenige
 diejenige diejenigen etliche etlichen irgendein irgendeine jegliche lauter""".split()
NOM_DETS = """
    einer keiner jeder der die das ein eine kein keine dieser diese dieses jener jene jeder
    jede jedes mein meine sein seine ihr ihre unser unsere alle beide einige mehrere viele
    manche wenige andere solche sämtliche zahlreiche verschiedene weitere zwei drei vier fünf
    sechs sieben acht neun zehn dessen deren etliche
    """.split()
PREPS = """in im ins an am ans auf aufs aus bei beim bis durch durchs für fürs gegen gegenüber mit
 nach ohne seit über unter um von vom vor vorm während wegen zu zum zur zwischen trotz laut
 gemäß gemäss
 innerhalb außerhalb angesichts aufgrund anlässlich hinsichtlich bezüglich mangels mittels
 zugunsten statt anstatt anstelle neben hinter per pro ab entlang dank samt binnen seitens
 einschließlich zuzüglich inklusive infolge zwecks ungeachtet nahe entgegen mithilfe unweit außer
 namens betreffs jenseits oberhalb unterhalb à via""".split()
SUBCONJS = """dass daß ob weil da wenn falls obwohl obgleich nachdem bevor ehe während indem sodass
 damit solange sobald sofern soweit soviel sooft seitdem als wie wohingegen zumal wonach wobei
 womit wodurch woraufhin weshalb weswegen woran worauf worin wozu wofür wogegen worüber wovor
 nachdem wenngleich obschon anstatt ohne um""".split()
WHS = """wer was wann wo wie warum weshalb wieso welche welcher welches welchen wem wen wessen
 wohin woher worin wofür wogegen worüber""".split()
COORDS = "und oder aber denn sondern doch sowie sowohl weder noch beziehungsweise bzw".split()
PRONS = """ich du er sie es wir ihr man mich dich ihn uns euch mir dir ihm ihnen sich jemand
 niemand etwas nichts wer was dies das derjenige diejenigen einer keiner jeder beide
 letzterer dieser jene""".split()
ADVS = """erst anders ähnlich auch nicht nur noch schon bereits dann da dort hier heute gestern
    morgen jetzt nun zudem außerdem ferner weiter weiterhin weiters dabei dazu daran
    darauf daraufhin darin darüber davon davor dafür dagegen danach damals daher deshalb
    deswegen dennoch jedoch allerdings zwar hingegen aber vielmehr sogar selbst selber
    sehr ganz gar wohl vielleicht möglicherweise womöglich offenbar angeblich vermutlich
    wahrscheinlich sicher sicherlich natürlich immer nie niemals oft häufig manchmal meist
    meistens bisher bislang zunächst zuerst zuletzt später früher bald inzwischen
    mittlerweile derzeit zurzeit zugleich gleichzeitig ebenfalls ebenso gleichfalls eher
    etwa rund circa ca knapp fast nahezu ungefähr mindestens höchstens wenigstens
    insgesamt insbesondere besonders vor allem so somit also nämlich trotzdem überdies
    darüberhinaus andererseits einerseits unterdessen indes indessen anschließend
    abschließend schließlich endlich erneut wieder wiederholt mehrfach ausdrücklich
    schriftlich mündlich öffentlich offiziell jüngst kürzlich neulich vorher zuvor nachher
    seither seitdem demnach demzufolge folglich infolgedessen stattdessen ansonsten sonst
    gern gerne kaum überhaupt allein allenfalls ebendort hierzu hierbei hiermit wörtlich
    sinngemäß knapp weithin mehr weniger gestrig umgehend sofort direkt deutlich erstmals
    abermals nochmals einmal zweimal dereinst ehemals heutzutage nachmittags vormittags
    abends morgens mittags nachts montags lediglich bloß genau gerade eben halt ja nein
    doch eigentlich tatsächlich wirklich grundsätzlich generell prinzipiell teilweise
    teils zumindest immerhin ohnehin sowieso jedenfalls wiederum umso je desto ziemlich
    recht relativ kurz lange längst stets ständig weit hier dorthin hinzu hinaus überaus
    äußerst zusammen gemeinsam stellvertretend seinerzeit andernfalls anderenfalls dadurch
    demgegenüber derweil einst ehedem fortan freilich gleichwohl hierauf hierdurch insofern insoweit
    künftig letztendlich letztlich mithin mitunter nebenbei neuerdings nunmehr obendrein
    schlussendlich sodann unlängst vorab vorerst währenddessen zeitweise zuallererst zumeist
    zunehmend zusätzlich zwischenzeitlich alternativ diesmal draußen drinnen einstweilen eigens
    stundenlang tagelang wochenlang monatelang jahrelang lange seitdem ringsum zuletzt zeitgleich
    vielerorts andernorts mancherorts allerorten wohlgemerkt kurzfristig langfristig mittelfristig
    unterm anschliessend ausserdem schliesslich""".split()
MODALS = """
    kann können könnte könnten könne konnte konnten muss muß müssen müsste müssten müsse
    musste mußte mussten soll sollen sollte sollten solle will wollen wollte wollten wolle
    darf dürfen dürfte dürften dürfe durfte durften mag mögen möchte möchten möge mochte
    mochten
    """.split()
AUXES = """ist sind war waren bin bist wäre wären sei seien hat haben hatte hatten habe hätte hätten
 hab wird werden wurde wurden werde würde würden worden geworden gewesen""".split()
KONJUNKTIVE = """sei seien habe werde könne müsse solle wolle dürfe möge wisse hätte hätten wäre
 wären würde würden könnte könnten müsste müssten dürfte dürften bräuchte gäbe käme ginge ließe
 stünde bliebe läge hieße fände nähme bekäme käme kämen ließen stünden blieben gäben lägen nähmen
 fänden bekämen wüssten bräuchten verlören gewönnen zögen flössen böten trügen schlügen wüchsen
 sähe sähen träfe träfen spräche sprächen bräche brächen""".split()
TITLES = """herr frau dr prof professor professorin doktor präsident präsidentin minister ministerin
 kanzler kanzlerin chef chefin vorsitzender vorsitzende direktor direktorin sprecher sprecherin
 geschäftsführer geschäftsführerin ceo""".split()
NOT_ADJECTIVE = """werden würden haben hatten sollen können müssen wollen dürfen wurden seien hätten
 ohne heute gestern bitte gerne lange alle viele beide ihre seine eine keine diese jene welche
 unter über hinter neben gegen zwischen oder aber immer wieder weiter später früher eher daher
 bisher seither aus des es indes bis bereits als was das dies alles etwas nichts rechts links
 ehe nahe allerdings mittlerweile indessen unterdessen morgen eben neben während außer sonder
 einander""".split()
ABBREVIATIONS = frozenset(
    """z b u a d h i e s o v chr bzw ca dr prof st nr mio mrd tsd usw etc vgl evtl ggf inkl max min
 hrsg jan feb mär apr jun jul aug sep sept okt nov dez abs art bspw co corp dipl ing ev f ff geb
 gen hl inc kl ltd m mr mrs ms n chr o p phil q r sog str t u.a u.s w x z.b d.h i.d.r u.u v.a z.t
 rd jr sen betr lt gem bd allg sa so""".split()
) - {"sa", "so", "min", "max", "e", "gen"}
MONTHS = """januar februar märz april mai juni juli august september oktober november dezember
 jänner feber""".split()

GERMAN = Language(
    abbreviations=ABBREVIATIONS,
    ordinal_before=frozenset("am vom der dem zum den bis ab beim die das zur und des im".split()),
    ordinal_after=frozenset(
        [*MONTHS, "jahrhundert", "jahrhunderts", "mal", "platz", "tag", "quartal", "quartals"]
    ),
)

_TABLE: dict[str, int] = {}
for _flag, _words in (
    (DET, DETS),
    (NOMDET, NOM_DETS),
    (PREP, PREPS),
    (SUBCONJ, SUBCONJS),
    (WH, WHS),
    (COORD, COORDS),
    (PRON, PRONS),
    (ADV, ADVS),
    (MODAL | FINITE, MODALS),
    (AUX | FINITE, AUXES),
    (KONJ | FINITE, KONJUNKTIVE),
    (TITLE, TITLES),
    (REL, "der die das den dem dessen deren denen welcher welche welches welchen welchem".split()),
):
    for _word in _words:
        _TABLE[_word] = _TABLE.get(_word, 0) | _flag
for _word in ("worden", "geworden", "gewesen"):
    _TABLE[_word] = AUX
_NOT_ADJECTIVE = frozenset(NOT_ADJECTIVE)


@recalled
def flags_of(word: str) -> int:
    """The flags of one word form; open classes are told by their ending."""
    first = word[0]
    if not first.isalpha():
        return NUM if first.isdigit() else MARK
    low = word.lower()
    known = _TABLE.get(low, 0)
    if first.isupper() or "." in word or ("-" in word and word.rpartition("-")[2][:1].isupper()):
        return known | CAP
    known |= VERB_FLAGS.get(low, 0)
    if known & ~(KONJ | PARTICIPLE | INFINITIVE):
        return known
    if not known & INFINITIVE and low not in _NOT_ADJECTIVE and _inflected(low):
        known |= ADJ
    return known


FLAGS = taken_along(flags_of)


def _inflected(low: str) -> bool:
    """Whether a word may be an adjective that agrees with a noun."""
    return len(low) > 3 and low.endswith(("e", "en", "er", "es", "em"))
