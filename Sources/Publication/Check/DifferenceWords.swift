public import CanonicalJSON

/// Says in plain Dutch what differs between a report and the same made again.
public struct DifferenceWords {
    private let report: JSONValue
    /// More sentences than these are not read.
    private static let most = 20

    /// - Parameter report: the one that was kept.
    public init(report: JSONValue) { self.report = report }

    /// A sentence for each thing that differs, each once; the causes first.
    public func sentences(for pointers: [String]) -> [String] {
        let tokens = pointers.map { $0.split(separator: "/").map(Self.decoded) }
        let causes = tokens.filter { $0.first == "receipt" }.compactMap(cause)
        let effects = tokens.filter { $0.first != "receipt" }.map(effect)
        var seen: Set<String> = []
        let all = (causes + effects).filter { seen.insert($0).inserted }
        guard all.count > Self.most else { return all }
        return all.prefix(Self.most) + ["En nog \(all.count - Self.most) andere verschillen."]
    }

    private static func decoded(_ token: Substring) -> String {
        String(token).replacing("~1", with: "/").replacing("~0", with: "~")
    }

    private func cause(_ tokens: [String]) -> String? {
        switch tokens.dropFirst().first {
        case "houseHash": "De inhoud van het beleid is sinds de afweging veranderd."
        case "house": "Dit is een ander beleidshuis."
        case "layerHashes":
            tokens.count > 2
                ? "De kaartlaag ‘\(layerTitle(tokens[2]))’ is sinds de afweging veranderd."
                : "Er zijn andere kaartlagen."
        case "rdGrid": "Het raster waarmee coördinaten worden omgerekend, is anders."
        case "inputHash": "De invoer is anders."
        // Versions of programs change nothing by themselves, and the result follows from the rest.
        default: nil
        }
    }

    private func layerTitle(_ layer: String) -> String {
        (report["layers"]?.array ?? []).first { $0["layer"]?.string == layer }?["title"]?.string ?? layer
    }

    private func effect(_ tokens: [String]) -> String {
        guard let part = tokens.first else { return "Het hele rapport is anders." }
        if part == "findings", tokens.count > 1, let place = Int(tokens[1]),
            let title = report["findings"]?[place]?["title"]?.string
        {
            return "De bevinding [\(place + 1)] ‘\(title)’ is anders."
        }
        return Self.parts[part] ?? "Het onderdeel ‘\(part)’ is anders."
    }

    private static let parts = [
        "findings": "Er zijn meer of minder bevindingen.", "place": "Wat er over de plek staat, is anders.",
        "layers": "Wat de kaartlagen zeggen, is anders.", "notApplied": "De lijst van wat niet geldt, is anders.",
        "notConsulted": "De lijst van documenten die niet zijn gelezen, is anders.",
        "tensions": "De spanningen zijn anders.", "triggers": "De aanleidingen voor een afweging zijn anders.",
        "frames": "De vragen om te wegen zijn anders.", "goals": "De doelen zijn anders.",
        "agreements": "De afspraken zijn anders.", "participation": "De inbreng is anders.",
        "inconsistencies": "De tegenstrijdigheden tussen bronnen zijn anders.", "roles": "De rollen zijn anders.",
        "useRankings": "De voorrangsregels zijn anders.", "placeLadders": "De ladders zijn anders.",
        "counts": "De aantallen zijn anders.", "warnings": "De waarschuwingen zijn anders.",
        "plainLanguage": "De samenvatting is anders.", "initiative": "Het plan is anders gelezen.",
        "request": "De vraag aan Kompas is anders.", "asOf": "De datum is anders.",
    ]
}
