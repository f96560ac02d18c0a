"""Where a company is from, by the words beside its name: `French`, `France’s`, `Paris-based`."""

from typing import Final

from onrecord.extract.tokens import recalled

_TABLE: Final = """
american: america u.s u.s. us usa york chicago boston houston texas dallas seattle detroit atlanta
  denver california francisco angeles miami philadelphia pittsburgh minneapolis phoenix portland
  austin ohio michigan texan californian americans washington silicon nevada utah
british: britain uk u.k u.k. england london manchester birmingham leeds bristol liverpool sheffield
  cambridge oxford english britons kingdom newcastle nottingham
scottish: scotland edinburgh glasgow aberdeen dundee
welsh: wales cardiff swansea
irish: ireland dublin cork belfast limerick
french: france paris lyon marseille toulouse lille nantes bordeaux rennes parisian strasbourg nice
german: germany berlin munich hamburg frankfurt cologne stuttgart düsseldorf leipzig dresden bavaria
  bavarian germans hanover bremen nuremberg essen dortmund german-based
austrian: austria vienna graz linz salzburg austrians
swiss: switzerland zurich geneva basel bern lausanne zug
italian: italy rome milan turin naples bologna genoa florence venice italians verona
spanish: spain madrid barcelona seville valencia bilbao catalan andalusian spaniards málaga malaga
portuguese: portugal lisbon porto
dutch: netherlands amsterdam rotterdam eindhoven hague utrecht holland
belgian: belgium brussels antwerp ghent belgians flemish liège
luxembourgish: luxembourg
danish: denmark copenhagen aarhus danes odense
swedish: sweden stockholm gothenburg malmö swedes malmo borås
norwegian: norway oslo bergen stavanger trondheim norwegians
finnish: finland helsinki espoo tampere finns
icelandic: iceland reykjavik
polish: poland warsaw krakow gdansk wrocław poznań poles łódź
czech: prague brno republic
hungarian: hungary budapest
romanian: romania bucharest
bulgarian: bulgaria sofia
greek: greece athens thessaloniki greeks
turkish: turkey istanbul ankara izmir türkiye turks
croatian: croatia zagreb
serbian: serbia belgrade
slovenian: slovenia ljubljana
slovak: slovakia bratislava
estonian: estonia tallinn
latvian: latvia riga
lithuanian: lithuania vilnius kaunas
ukrainian: ukraine kyiv kiev
russian: russia moscow petersburg russians
japanese: japan tokyo osaka kyoto yokohama nagoya
chinese: china beijing shanghai shenzhen guangzhou hangzhou
hongkong: kong
taiwanese: taiwan taipei formosan
korean: korea seoul busan koreans
indian: india mumbai delhi bangalore bengaluru chennai hyderabad indians
singaporean: singapore
malaysian: malaysia
indonesian: indonesia jakarta
thai: thailand bangkok
vietnamese: vietnam hanoi
filipino: philippines manila philippine
australian: australia sydney melbourne perth brisbane australians adelaide queensland
zealand: auckland wellington zealander
canadian: canada toronto montreal vancouver calgary ottawa canadians quebec ontario
mexican: mexico monterrey mexicans
brazilian: brazil rio brazilians brasília
argentine: argentina argentinian buenos
chilean: chile santiago
colombian: colombia bogotá bogota
peruvian: peru lima
israeli: israel aviv haifa jerusalem
saudi: arabia riyadh jeddah
emirati: emirates dubai dhabi
qatari: qatar doha
kuwaiti: kuwait
egyptian: egypt cairo
african: johannesburg durban africa
nigerian: nigeria lagos
kenyan: kenya nairobi
moroccan: morocco casablanca
"""
NATIONS: Final[dict[str, str]] = {
    word: line.partition(":")[0]
    for line in _TABLE.replace("\n  ", " ").strip().splitlines()
    for word in (line.partition(":")[0], *line.partition(":")[2].split())
}
"""A word of a nation, its country or one of its cities, written small → the nation."""
_INSIDE: Final[dict[str, str]] = {"scottish": "british", "welsh": "british"}
_MADE: Final = ("-based", "-listed", "-headquartered")


@recalled
def nation_of(word: str) -> str:
    """The nation that a small-written word tells, or nothing."""
    for ending in ("’s", "'s", *_MADE):
        word = word.removesuffix(ending)
    return NATIONS.get(word, "")


def agree(one: str, other: str) -> bool:
    """Whether two words of nations may be said of one company: a Scottish one is British."""
    return one == other or _INSIDE.get(one) == other or _INSIDE.get(other) == one
