import Reporting

/// What programs can read here without an account.
struct ReadableAddresses {
    struct Address {
        var path: String
        var gives: String
        var form: String
    }

    var pagesPerSecond: String
    let addresses = [
        Address(
            path: "/afwegingen/{nummer}/verslag.json", gives: "een vastgelegde afweging, met het rapport erin",
            form: "JSON"),
        Address(
            path: "/afwegingen/{nummer}/verslag.pdf", gives: "dezelfde afweging om te lezen, met die JSON erin",
            form: "PDF/A-3"),
        Address(path: "/kaartdata/lagen.json", gives: "de kaartlagen, met hoe precies hun lijnen zijn", form: "JSON"),
        Address(
            path: "/kaartdata/{laag}.json?bbox={minX},{minY},{maxX},{maxY}", gives: "één kaartlaag in een rechthoek",
            form: "GeoJSON"),
        Address(path: "/plekken?q={naam}", gives: "plekken met die naam; vraag om application/json", form: "JSON"),
        Address(
            path: "/kansen/bestand/kansenkaart.json", gives: "hectares per klasse van een activiteit", form: "JSON"),
        Address(
            path: "/kansen/bestand/kansenkaart.geojson", gives: "de vlakken van elke klasse; ook .gpkg en .tif",
            form: "GeoJSON"),
        Address(path: "/kansen/bestand/verschil.json", gives: "wat er tussen twee varianten verandert", form: "JSON"),
        Address(path: "/schuurt/bestand/schuurt.json", gives: "alle claims en de plekken met de meeste", form: "JSON"),
        Address(path: "/schuurt/bestand/schuurt.geojson", gives: "de vlakken van die plekken", form: "GeoJSON"),
        Address(path: "/gezondheid, /gereed", gives: "of de server draait, en met welke inhoud", form: "JSON"),
    ]

    init(site: Site) { pagesPerSecond = Numbers.trimmed(site.settings.limits.pagesPerSecond) }
}
