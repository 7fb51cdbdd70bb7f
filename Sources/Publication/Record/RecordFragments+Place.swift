internal import Assessment
internal import Casework
internal import PolicyModel
internal import Reporting

extension RecordFragments {
    /// What was asked.
    var question: HTML {
        text(record.details.question, or: "Bij deze afweging is geen vraag opgeschreven.")
            + (record.activities.isEmpty
                ? .none
                : tag("p") {
                    "Het plan: "
                    record.activities.map(\.label).joined(separator: ", ") + size + "."
                })
    }

    private var size: String {
        let parts = document.report?.initiative.parts ?? []
        guard parts.count == 1, let measure = parts.first?.measure, let value = measure.value else {
            return parts.count > 1 ? ", in \(parts.count) onderdelen" : ""
        }
        return measure.kind == .area ? ", \(Numbers.area(value))" : ", \(Numbers.length(value))"
    }

    /// Where it is, in words and on a map.
    var place: HTML {
        let drawing = sheet?.mapDrawing(prefix: "verslag-kaart")
        return tag("div", .class(drawing == nil ? "record-place" : "record-place with-map")) {
            pairs(placeRows)
            if let drawing {
                tag("figure") {
                    drawing
                    tag("figcaption") {
                        "Het plan in zwart. Wat de lijnen zijn en hoe precies, staat in de bijlage bij "
                        tag("a", .link(to: "plek")) { "Wat en waar" }
                        "."
                    }
                }
            }
        }
    }

    private var placeRows: [(name: String, value: HTML)] {
        let place = record.place
        var rows: [(name: String, value: HTML)] = []
        for (name, shares) in [
            ("Gemeente", place.municipalities), ("Kern", place.settlements), ("Regio", place.regions),
            ("Hoofdfunctie", place.primaryFunctions),
        ] where !shares.isEmpty {
            rows.append((name, HTML(shares.map(share).joined(separator: ", "))))
        }
        if !place.designations.isEmpty {
            rows.append(("Ligt in", HTML(place.designations.map(\.label).joined(separator: "; "))))
        }
        return rows
    }

    private func share(_ share: PublicRecord.Share) -> String {
        share.share > 0 && share.share < 0.995 ? "\(share.name) (\(Numbers.percent(share.share)))" : share.name
    }
}
