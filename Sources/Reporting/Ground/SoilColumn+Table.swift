import Assessment
import PolicyModel

/// The same as the drawing, in words.
extension SoilColumn {
    /// A row per band, with the number that the band has in the drawing.
    public var table: HTML {
        guard !profile.bands.isEmpty else {
            return tag("p") { "Van deze plek is geen laag met een diepte bekend." }
        }
        return tag("table", .class("soil-table")) {
            tag("caption") { "Onder de grond, van boven naar beneden" }
            tag("thead") {
                tag("tr") {
                    tag("th", .scope("col"), .class("nr")) { "Nr." }
                    tag("th", .scope("col")) { "Wat" }
                    tag("th", .scope("col")) { "Diepte" }
                }
            }
            tag("tbody") {
                for (number, item) in lanes().enumerated() { row(item.band, number + 1) }
            }
        }
    }

    private func row(_ band: SoilProfile.Band, _ number: Int) -> HTML {
        tag("tr") {
            tag("td", .class("nr")) {
                tag("span", .class("soil-key soil-\(band.effects.first.map { Mark($0).rawValue } ?? "thing")")) {
                    String(number)
                }
            }
            tag("th", .scope("row")) {
                if let address = links(band) {
                    element("a", [Attribute("href", address)], HTML(band.title))
                } else {
                    HTML(band.title)
                }
                if !band.labels.isEmpty { tag("span", .class("about")) { band.labels.joined(separator: "; ") } }
                if !band.isCertain {
                    tag("span", .class("about")) { "Of deze plek erbij hoort, is niet zeker." }
                }
                if let source = band.source { tag("span", .class("source")) { Self.source(source) } }
            }
            tag("td") { Self.words(band.interval, isEndKnown: band.isEndKnown) }
        }
    }

    /// What lies here at a depth that nobody told, and which use goes first.
    public var remarks: HTML {
        var pieces = HTML.none
        if !profile.unplaced.isEmpty {
            pieces =
                pieces + tag("p", .class("soil-heading")) { "Hier onder de grond, diepte niet bekend" }
                + tag("ul") {
                    for thing in profile.unplaced {
                        tag("li") {
                            HTML(Self.named(thing))
                            if let source = thing.source { tag("span", .class("source")) { " " + Self.source(source) } }
                        }
                    }
                }
        }
        if !profile.orders.isEmpty {
            pieces =
                pieces + tag("p", .class("soil-heading")) { "Wat hier onder de grond voorgaat" }
                + tag("ul") {
                    for order in profile.orders {
                        tag("li") {
                            HTML(order.why)
                            if !order.isCertain { HTML(" Of dat hier zo is, is niet zeker.") }
                            tag("span", .class("source")) { " " + Self.source(order.source) }
                        }
                    }
                }
        }
        return pieces
    }

    private static func named(_ thing: SoilProfile.Unplaced) -> String {
        // A name that the title has already would be said twice.
        let names = thing.names.filter { !thing.title.contains($0) }
        let name = names.isEmpty ? thing.title : "\(thing.title): \(names.joined(separator: ", "))"
        return thing.isCertain ? "\(name)." : "\(name). De lijn is niet precies."
    }

    private static func source(_ source: ReportSource) -> String {
        "Bron: \(source.title), \(SectionName.of(source.path))."
    }
}
