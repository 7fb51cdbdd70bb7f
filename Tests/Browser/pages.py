"""Every page that people can come to, with who looks at it. `{…}` is filled in from the example dossiers."""

PUBLIC = [
    "/", "/plek", "/plek?kern=Assen", "/plek?x=233800&y=556700", "/plek?kern=Nergenshuizen", "/kaart", "/kaart?x=233800&y=556700",
    "/zoeken?q=water", "/zoeken?q=xyzzy", "/beleid", "/beleid/zoeken?q=warmte", "/beleid/zoeken?q=xyzzy", "/beleid/documenten",
    "/beleid/spanningen", "/beleid/tegenstrijdigheden", "/beleid/dekking", "/begrippen", "/over", "/toegankelijkheid",
    "/privacy", "/afwegingen", "/afwegingen/2026-0001", "/afwegingen/2026-0002", "/afwegingen/2026-0003",
    "/afwegingen/2026-0002/controle", "/aanmelden", "/nergens", "/toets", "/toets/nieuw",
]
# Pages that say that something is not there.
NOT_THERE = ["/nergens", "/plek?kern=Nergenshuizen"]
INITIATOR = ["/toets", "/toets/{draft}", "/toets/{draft}/wat", "/toets/{draft}/waar", "/toets/{draft}/details", "/toets/{submitted}"]
OFFICIAL = [
    "/werk", "/toets/{submitted}", "/toets/{deliberation}", "/toets/{deliberation}/afweging",
    "/toets/{deliberation}/afweging/kompas/versterken-economische-waarde/hoe-economie",
    "/toets/{deliberation}/afweging/kompas/brede-welvaart/hoe-gezond", "/toets/{refused}/afweging",
    "/toets/{review}/afweging", "/toets/{published}/afweging", "/wachtwoord",
]
READER = ["/werk", "/toets/{review}", "/toets/{review}/meelezen"]
ADMINISTRATOR = ["/beheer"]
