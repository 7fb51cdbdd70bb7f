internal import CanonicalJSON
internal import Geometry
internal import Intake

/// Gathers the shapes of a plan: counted, checked, and brought to RD.
struct PlanFeatures {
    /// How many features stood in the file, with or without a place.
    private(set) var count = 0
    private var vertices = 0
    private var features: [IntakeResult.Feature] = []
    private var withoutGeometry = 0
    private var notes: [IntakeNote.Code] = []
    private let check: PlanCoordinates
    private let limits: IntakeLimits

    init(_ crs: PlanCRS, limits: IntakeLimits) {
        check = PlanCoordinates(crs)
        self.limits = limits
        if case .degrees(_, isAssumed: true) = crs { notes.append(.crsAssumed) }
    }

    mutating func note(_ code: IntakeNote.Code) {
        if !notes.contains(code) { notes.append(code) }
    }

    /// - Parameter geometry: GeoJSON in the CRS of the file; `null` for a feature without a place.
    mutating func add(_ geometry: JSONValue, _ properties: JSONObject) throws(IntakeRefused) {
        count += 1
        guard count <= limits.features else { throw tooMany }
        guard !geometry.isNull, !Self.isEmpty(geometry) else {
            withoutGeometry += 1
            return
        }
        guard vertices + Self.vertices(geometry) <= limits.vertices else { throw tooFine }
        let shape = try check.shape(of: geometry, feature: count)
        vertices += shape.vertexCount
        if Self.hasHeights(geometry["coordinates"] ?? .null) { note(.heightsDropped) }
        do throws(GeometryError) {
            features.append(
                IntakeResult.Feature(shape: shape, geometry: try shape.geoJSON(in: .rd), properties: properties))
        } catch {
            throw .tooHeavy
        }
    }

    func result(layer: String?) throws(IntakeRefused) -> IntakeResult {
        guard !features.isEmpty else {
            throw IntakeRefused(
                .noGeometry, "In dit bestand staat geen enkele plek op de kaart.",
                help: "Teken uw plan als vlak, lijn of punt en bewaar het opnieuw.")
        }
        var notes = notes.map { IntakeNote($0) }
        if withoutGeometry > 0 { notes.append(IntakeNote(.withoutGeometry, count: withoutGeometry)) }
        let dimensions = Set(features.map(\.shape.kind.dimension))
        if dimensions.count > 1 { notes.append(IntakeNote(.mixedKinds)) }
        if dimensions == [0] { notes.append(IntakeNote(.pointsOnly)) }
        if check.crs != .rd, Transformer.gridName == nil { notes.append(IntakeNote(.withoutGrid)) }
        return IntakeResult(features: features, crs: check.crs, notes: notes, layer: layer)
    }

    private var tooMany: IntakeRefused {
        IntakeRefused(
            .tooManyFeatures, "In dit bestand staan meer dan \(Self.number(limits.features)) onderdelen.",
            help: "Bewaar alleen de onderdelen van uw plan.")
    }

    private var tooFine: IntakeRefused {
        IntakeRefused(
            .tooManyVertices, "De vormen in dit bestand hebben samen meer dan \(Self.number(limits.vertices)) punten.",
            help: "Vereenvoudig de lijnen, of bewaar alleen het plangebied.")
    }

    /// With points between thousands.
    static func number(_ value: Int) -> String {
        let digits = String(value)
        return digits.enumerated().map { place, digit in
            (place > 0 && (digits.count - place) % 3 == 0 ? "." : "") + String(digit)
        }.joined()
    }

    private static func isEmpty(_ geometry: JSONValue) -> Bool {
        geometry["coordinates"]?.array?.isEmpty == true || geometry["geometries"]?.array?.isEmpty == true
    }

    /// Positions at any depth.
    private static func vertices(_ geometry: JSONValue) -> Int {
        func count(_ value: JSONValue) -> Int {
            guard let items = value.array else { return 0 }
            return items.first?.number != nil ? 1 : items.reduce(0) { $0 + count($1) }
        }
        return count(geometry["coordinates"] ?? .null)
    }

    private static func hasHeights(_ value: JSONValue) -> Bool {
        guard let items = value.array else { return false }
        return items.first?.number != nil ? items.count > 2 : items.contains(where: hasHeights)
    }
}
