"""Words that tell how far a deal is, who denies it, what it costs, and whom a text means."""

from collections.abc import Sequence

MARKS = (
    (
        "failed",
        tuple(
            """
            gescheitert scheiter geplatzt platzt platzte abgebrochen abgeblasen
            aufgegeben abgesagt beendet beenden aufgekündigt untersag stornier
            zurückgezogen verworfen gekündigt misslung geplatzte gescheiterte gestoppt stoppt
            blockier abgeblitzt zerschlug zerschlagen eingebüßt büßt winkte abgewinkt
            """.split()
        ),
    ),
    (
        "on-hold",
        tuple("""ausgesetzt pausier aufgeschoben ruht ruhen zurückgestellt verschoben""".split()),
    ),
    (
        "denied",
        tuple(
            """
            dementier zurückgewiesen bestritt bestreit bestritten widersprach
            widersprich abrede
            """.split()
        ),
    ),
)
PHRASES = (
    ("denied", ("schloss", "aus")),
    ("denied", ("schließt", "aus")),
    ("denied", ("schließe", "aus")),
    ("failed", ("vom", "tisch")),
    ("failed", ("zurück", "zog")),
    ("failed", ("zieht", "zurück")),
    ("failed", ("auf", "kündigt")),
    ("failed", ("nicht", "zustande")),
    ("on-hold", ("auf", "eis")),
    ("on-hold", ("vorerst", "gestoppt")),
    ("on-hold", ("vorläufig", "gestoppt")),
)
PLANNED = frozenset(
    """
    absicht angebot angekündigt gehandelt angestrebt angestrebte anstreben ausloten auslotet
    beabsichtige beabsichtigt bemüht bewarb beworben bewirbt mitgeboten
    bereitet biete bieten bietet bot buhlt denkt eingeladen
    erwäge erwägen erwägt gebeten gebot geboten geplant geplante geplanten gewinnen greift
    interesse interessiert kaufangebot könne könnte könnten kündigt kündigte liebäugelt lotet
    möchte möchten offerte offerten plane planen plant plante planten prüfe prüfen prüft
    prüfte soll solle sollen sollten strebt sucht suchen prüfstand
    vorbereite vorbereiten vorbereitet vorhat werde
    werden will wird wolle wollen wollte wollten würde überlege überlegen überlegt
    übernahmeangebot überdenkt überdenke überdenken überdenkt
    """.split()
)
DONE = frozenset(
    """
    abgeschlossen beauftragt bekanntgegeben beschlossen besiegelt besiegelte bestellt
    bestellte beteiligt beteiligte eingegangen eingesammelt einigte einigten erhalten erwarb
    erworben fusioniert geeinigt gegründet gekauft geliefert geordert geschlossen gesichert
    gesteckt getrennt ging gingen gründete gründeten investiert investierte kaufte schloss
    schlossen unterschrieben unterzeichnet unterzeichnete unterzeichneten vereinbart
    vereinbarte vereinbarten verkauft verkaufte veräußert übernahm übernommen
    zusammengeschlossen zusammengetan
    """.split()
)
INTENT = frozenset(
    """
    beabsichtigt erwägt könnte möchte möchten plane planen plant prüft soll sollen werde will
    wird wolle wollen wollte würde
    """.split()
)
TALKS = tuple(
    """
    verhand sondier gespräche gesprächen unterredung
    """.split()
)
AFTER = frozenset("nach seit trotz".split())
GONE = 3


def talked_before(low: Sequence[str], at: int) -> bool:
    """Whether the talks at a place are over: `nach monatelangen Verhandlungen`."""
    return not AFTER.isdisjoint(low[max(0, at - GONE) : at])


DENIALS = tuple(
    """
    dementier bestritt bestreit wies weist widersprach widersprich zurückgewiesen unzutreffend
    """.split()
)
DEALINGS = tuple(
    """
    partner koop zusammenarbeit übernahme kauf verkauf einstieg beteiligung fusion zusammenschl
    angebot offerte gebot auftrag liefer investition kredit finanzierung allianz bündnis gespräch
    verhandlung vertrag absichtserkl
    """.split()
)
PLAIN_DEALINGS = tuple("zusammenarbeit zusammenzuarbeit kooper fusion einsteig einzusteig".split())
ANNOUNCING = tuple(
    """kündig angekündig bestätig verkünd gab gibt meldete meldet berichtet dementier bestritt
    bestreit wies weist sprach spricht forder""".split()
)
RUMOURS = ("spekul", "gerücht", "gemunkelt")
RANK = ("agreed", "failed", "denied", "on-hold", "ongoing", "planned")
PRICE = frozenset(
    """
    auftrag auftragsvolumen auftragswert bewertet biete bietet bot finanzvolumen geboten
    gesamtpreis investitionssumme kaufpreis kaufsumme kosten kostenpunkt preis summe transaktion
    transaktionswert
    beläuft belief summieren summiert beziffert betrage beträgt betrug umfang vertragsvolumen
    vertragswert volumen wert zahle zahlen zahlt zahlte
    """.split()
)
BOTH = frozenset(
    """
    beide beiden beider
    """.split()
)
BOTH_NOUNS = frozenset(
    """
    banken firmen gesellschaften gesellschaftern hersteller häuser häusern institute
    instituten konkurrenten konzerne konzernen parteien partner partnern reedereien rivalen
    seiten unternehmen verlage verlagen versicherer versicherern
    """.split()
)
EXPERTS = tuple("analyst expert händler ökonom beobachter volkswirt strateg".split())
EXPERT_ENDS = tuple(
    """
    analyst analystin analysten experte expertin experten volkswirt stratege strategin ökonom
    ökonomin
    """.split()
)
