internal import PolicyModel

/// A layer says under which licence it may be used.
struct LayerLicences: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        let nothing: Set<String> = ["", "-", "?", "unknown", "onbekend", "tbd", "todo"]
        for (index, layer) in content.house.layers.enumerated() {
            let licence = layer.licence.split(separator: " ").joined(separator: " ").lowercased()
            guard nothing.contains(licence) else { continue }
            report.error(
                "layer `\(layer.id)` has no licence", at: ContentPlace(kind: .layers, index: index).at("licence"),
                help: "name the licence of the origin, for example `CC0-1.0`")
        }
    }
}
