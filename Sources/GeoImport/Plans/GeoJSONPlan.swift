internal import CanonicalJSON
internal import Geometry
internal import Intake

/// Reads a plan from GeoJSON. GDAL is not asked: what it repairs silently is told here.
struct GeoJSONPlan {
    private let bytes: ArraySlice<UInt8>
    private let stated: CRS?
    private let limits: IntakeLimits

    init(bytes: [UInt8], stated: CRS?, limits: IntakeLimits) {
        // Some editors put a byte order mark before UTF-8; nobody can see it.
        self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        self.stated = stated
        self.limits = limits
    }

    func read() throws(IntakeRefused) -> IntakeResult {
        let value: JSONValue
        do throws(JSONSyntaxError) {
            value = try JSONValue.parse(bytes)
        } catch {
            throw IntakeRefused(
                .broken, "Dit is geen geldige JSON: het gaat mis op regel \(error.line), teken \(error.column).",
                help: "Bewaar het bestand opnieuw vanuit uw kaartprogramma.")
        }
        let found = try features(of: value)
        var features = PlanFeatures(try crs(of: value), limits: limits)
        if value["crs"] == nil, value["coordRefSys"] == nil, stated != nil { features.note(.crsStated) }
        for (position, feature) in found.enumerated() {
            if value["type"]?.string == "FeatureCollection" { try checkMember(feature, position + 1) }
            let (values, isWhole) = PlanValues.chosen(from: feature["properties"]?.object)
            if !isWhole { features.note(.valuesLeftOut) }
            try features.add(feature["geometry"] ?? .null, values)
        }
        return try features.result(layer: nil)
    }

    private func crs(of value: JSONValue) throws(IntakeRefused) -> PlanCRS {
        for key in ["coordRefSys", "crs"] {
            guard let given = value[key], !given.isNull else { continue }
            guard let name = given.string ?? given["properties"]?["name"]?.string else { throw PlanCRS.missing }
            return try PlanCRS(name: name)
        }
        return stated.map { PlanCRS(stated: $0) } ?? .degrees(order: .longitudeFirst, isAssumed: true)
    }

    /// Features; a bare geometry counts as one.
    private func features(of value: JSONValue) throws(IntakeRefused) -> [JSONValue] {
        switch value["type"]?.string {
        case "FeatureCollection":
            guard let list = value["features"]?.array else { throw Self.notGeoJSON }
            return list
        case "Feature": return [value]
        case let type? where Shape.Kind(rawValue: type) != nil || type == "GeometryCollection":
            return [["type": "Feature", "geometry": value]]
        default: throw Self.notGeoJSON
        }
    }

    private func checkMember(_ feature: JSONValue, _ position: Int) throws(IntakeRefused) {
        guard feature["type"]?.string == "Feature" else {
            throw IntakeRefused(
                .broken, "Onderdeel \(position) is geen GeoJSON-Feature.",
                help: "Bewaar het bestand opnieuw vanuit uw kaartprogramma.")
        }
    }

    private static let notGeoJSON = IntakeRefused(
        .wrongKind, "Dit bestand is wel JSON, maar geen GeoJSON.",
        help: "Bewaar uw plan in uw kaartprogramma als GeoJSON. \(IntakeRefused.kinds)")
}
