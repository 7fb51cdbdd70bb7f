"""Every page that people can come to, with who looks at it. `{…}` is filled in from the example dossiers."""

PUBLIC = [
    "/", "/plek", "/plek?kern=Assen", "/plek?x=233800&y=556700", "/plek?kern=Nergenshuizen", "/kaart", "/kaart?x=233800&y=556700",
    "/zoeken?q=water", "/zoeken?q=xyzzy", "/beleid", "/beleid/zoeken?q=warmte", "/beleid/zoeken?q=xyzzy", "/beleid/documenten",
    "/beleid/spanningen", "/beleid/tegenstrijdigheden", "/beleid/dekking", "/begrippen", "/over", "/api", "/toegankelijkheid",
    "/beleid/normen", "/beleid/doelen", "/beleid/aanduidingen", "/beleid/activiteiten", "/beleid/inbreng", "/beleid/kaders",
    "/privacy", "/afwegingen", "/afwegingen?zoek=xyzzy", "/afwegingen/2026-0001", "/afwegingen/2026-0002", "/afwegingen/2026-0003",
    "/afwegingen/2026-0002/controle", "/aanmelden", "/nergens", "/toets", "/toets/nieuw",
    "/kansen", "/kansen?zoek=zonnepanelen&actie=zoek", "/kansen?activiteit=zonnepark&plek=233000,556000&vanaf=Assen&verdeling=kern",
    "/kansen?activiteit=zonnepark&anders-verandering=nieuw", "/schuurt", "/schuurt?plek=239450,556050",
]
# Pages that say that something is not there.
NOT_THERE = ["/nergens", "/plek?kern=Nergenshuizen"]
INITIATOR = ["/toets", "/toets/{draft}", "/toets/{draft}/wat", "/toets/{draft}/waar", "/toets/{draft}/details", "/toets/{submitted}",
    "/toets/{draft}/indienen", "/toets/{draft}/verwijderen"]
OFFICIAL = [
    "/werk", "/toets/{submitted}", "/toets/{deliberation}", "/toets/{deliberation}/afweging",
    "/toets/{deliberation}/afweging/kompas/versterken-economische-waarde/hoe-economie",
    "/toets/{deliberation}/afweging/kompas/brede-welvaart/hoe-gezond", "/toets/{refused}/afweging",
    "/toets/{review}/afweging", "/toets/{published}/afweging", "/wachtwoord",
    "/werk/plan/{submitted}", "/toets/{deliberation}/afweging/toetsblad", "/toets/{deliberation}/afweging/uitkomst",
    "/toets/{deliberation}/afweging/verslag", "/toets/{deliberation}/afweging/voorwaarde/nieuw",
    "/toets/{deliberation}/afweging/dilemma/nieuw", "/toets/{deliberation}/afweging/geschiedenis",
    "/toets/{refused}/afweging/tweede-lezer", "/toets/{refused}/afweging/sluiten", "/toets/{review}/meelezen",
    "/toets/{review}/publiceren", "/toets/{published}/publiceren", "/toets/{published}/vervangen",
]
READER = ["/werk", "/toets/{review}", "/toets/{review}/meelezen"]
ADMINISTRATOR = [
    "/beheer", "/beheer/accounts", "/beheer/accounts/nieuw", "/beheer/instellingen", "/beheer/logboek", "/beheer/wissen",
    "/beheer/wissen/{published}"]
