internal import Assessment
internal import CanonicalJSON
internal import Geometry
internal import MapLayers
internal import PolicyModel
internal import Reporting

/// The plan, and around it what it lies in or near, as layers for a GeoPackage in RD.
struct ArchiveMap {
    private let document: RecordDocument
    private let layers: MapLayers

    init(_ document: RecordDocument, layers: MapLayers) {
        self.document = document
        self.layers = layers
    }

    func json(moment: String) -> JSONValue {
        ["moment": .string(moment), "layers": .array([plan, designations])]
    }

    private var plan: JSONValue {
        let parts = document.report?.initiative.parts ?? []
        return Self.layer(
            "plan", "Het plan", ["onderdeel", "activiteiten"],
            parts.map { part in
                (
                    part.geometry,
                    [
                        ("onderdeel", part.id), ("activiteiten", part.activities.map(\.label).joined(separator: "; ")),
                    ]
                )
            })
    }

    /// Cut off around the plan: whole layers are where they came from.
    private var designations: JSONValue {
        var features: [(JSONValue, [(String, String)])] = []
        for summary in document.report?.layers ?? [] where summary.state == .hit || summary.state == .near {
            guard let layer = summary.layer, let view = document.map?.view,
                let shapes = try? layers.shapes(layer: layer, within: view)
            else { continue }
            for shape in shapes {
                guard let geometry = try? shape.geoJSON(in: .rd) else { continue }
                let width = summary.precision?.widthMetres.map { Numbers.length($0) } ?? ""
                features.append(
                    (
                        geometry,
                        [
                            ("aanduiding", summary.designation), ("titel", summary.title),
                            ("bij_het_plan", Words.layerState(summary.state)), ("lijn_kan_ernaast_liggen", width),
                            ("peildatum", summary.asOf?.description ?? ""),
                        ]
                    ))
            }
        }
        return Self.layer(
            "aanduidingen", "Wat het plan raakt of vlakbij ligt, uitgesneden rond het plan",
            ["aanduiding", "titel", "bij_het_plan", "lijn_kan_ernaast_liggen", "peildatum"], features)
    }

    private static func layer(
        _ name: String, _ title: String, _ fields: [String], _ features: [(JSONValue, [(String, String)])]
    ) -> JSONValue {
        [
            "name": .string(name), "title": .string(title), "fields": .array(fields.map(JSONValue.string)),
            "features": .array(
                features.map { geometry, values in
                    [
                        "geometry": geometry,
                        "values": .object(
                            JSONObject(values.filter { !$0.1.isEmpty }.map { ($0.0, .string($0.1)) })),
                    ]
                }),
        ]
    }
}
