import Assessment
import PolicyModel

extension HTMLReport {
    /// What each layer says here; silent ones on which nothing hangs are only counted.
    var layers: HTML {
        let shown = report.layers.filter { [.hit, .near].contains($0.state) }
        let others = voice.silentLayers.others
        return tag("div") {
            if shown.isEmpty {
                tag("p") { "Geen enkele kaartlaag laat hier iets zien." }
            } else {
                table(shown, "Kaartlagen die het plan raken of er vlakbij liggen")
            }
            if !quiet.isEmpty {
                tag("h3") { "De andere kaartlagen" }
                pairs(quiet)
            }
            if others > 0 {
                tag("p", .class("note")) {
                    others == 1
                        ? "Van nog één kaartlaag die hier niets zegt, hangt niets af."
                        : "Van nog \(others) kaartlagen die hier niets zeggen, hangt niets af."
                }
            }
        }
    }

    /// Layers that are not hit, and layers that tell nothing although something hangs on them, by state.
    private var quiet: [(name: String, value: HTML)] {
        let layers = report.layers.filter { $0.state == .none } + voice.silentLayers.telling
        return [LayerState.failed, .noLayer, .noData, .none].compactMap { state in
            let titles = layers.filter { $0.state == state }.map { layer in
                layer.title + (state == .failed ? layer.why.map { " (\($0))" } ?? "" : "")
            }
            return titles.isEmpty
                ? nil : (Words.layerState(state).capitalizedFirst, HTML(titles.joined(separator: "; ") + "."))
        }
    }

    private func table(_ layers: [LayerSummary], _ caption: String) -> HTML {
        tag("table", .class("layers")) {
            tag("caption") { caption }
            tag("thead") {
                tag("tr") {
                    for title in ["Kaartlaag", "Stand", "Hoe precies", "Herkomst en datum"] {
                        tag("th", .scope("col")) { title }
                    }
                }
            }
            tag("tbody") {
                for layer in layers {
                    tag("tr") {
                        tag("th", .scope("row")) { voice.named(layer) }
                        tag("td") { state(layer) }
                        tag("td") { Words.precision(layer.precision) }
                        tag("td") { origin(layer) }
                    }
                }
            }
        }
    }

    private func origin(_ layer: LayerSummary) -> String {
        layer.basis == nil
            ? "\u{2013}"
            : [Words.basis(layer.basis), layer.asOf.map(Words.day)].compactMap { $0 }.joined(separator: ", ")
    }

    private func state(_ layer: LayerSummary) -> String {
        var words = Words.layerState(layer.state).capitalizedFirst
        let shares = layer.hits.compactMap(\.overlap.share).filter { $0 > 0 }
        switch layer.state {
        case .hit where shares.count == 1: words += " (\(Numbers.percent(shares[0])) van het plan)"
        case .near: if let nearest = layer.hits.first { words += " (\(Numbers.length(nearest.distanceMetres)))" }
        default: break
        }
        return words
    }

    /// With what this page was made, so that it can be made again.
    var colophon: HTML {
        let receipt = report.receipt
        return tag("p") {
            "Kompas telt niets op en geeft geen oordeel: passend, passend te maken of een andere keuze is aan mensen. "
                + "Een lege uitkomst is geen toestemming."
        }
            + tag("p", .class("paper")) {
                "Op papier staan de stappen achter \u{2018}Waarom?\u{2019} niet; het bestand waarvan dit is afgedrukt, heeft ze."
            }
            + pairs([
                ("Programma", HTML("\(receipt.engine), GEOS \(receipt.geos), PROJ \(receipt.proj)")),
                ("RD-raster", HTML(receipt.rdGrid ?? "niet aanwezig")),
                ("Inhoud", code(receipt.house + " " + receipt.houseHash)),
                ("Invoer", code(receipt.inputHash)),
                ("Uitkomst", code(receipt.resultHash ?? "")),
            ])
    }

    private func code(_ text: String) -> HTML { tag("code") { text } }
}
