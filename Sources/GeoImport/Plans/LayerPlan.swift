internal import CGDAL
internal import CanonicalJSON
internal import Foundation
internal import Geometry
internal import Intake

/// Reads a plan from one layer of a file that GDAL opens, with the one driver that its first bytes call for.
struct LayerPlan {
    let file: URL
    let driver: SourceFormat
    let layer: String?
    let stated: CRS?
    let limits: IntakeLimits

    func read() throws(IntakeRefused) -> IntakeResult {
        let source: OGRSource
        do throws(ImportProblem) {
            source = try OGRSource(file, limits: ImportLimits(), formats: [driver])
        } catch {
            throw Self.broken
        }
        // The layers go with the source.
        return try withExtendedLifetime(source) { () throws(IntakeRefused) in
            let (name, handle) = try chosen(from: source)
            let crs = try crs(of: handle)
            var features = PlanFeatures(crs, limits: limits)
            if stated != nil, LayerCRS(of: handle) == .none { features.note(.crsStated) }
            try readAll(handle, into: &features)
            return try features.result(layer: driver == .geoPackage ? name : nil)
        }
    }

    private func chosen(from source: OGRSource) throws(IntakeRefused) -> (name: String, layer: OGRLayerH) {
        // Returns a type; layers without shapes are tables beside the map.
        let all = source.layers().filter { OGR_L_GetGeomType($0.layer) != wkbNone }
        if let layer {
            guard let found = all.first(where: { $0.name == layer }) else {
                throw LayerChoice.unknown(layer, among: all.map(\.name))
            }
            return found
        }
        guard let only = all.first else {
            throw IntakeRefused(
                .noGeometry, "In dit bestand zit geen kaartlaag.",
                help: "Bewaar de laag met uw plan opnieuw vanuit uw kaartprogramma.")
        }
        guard all.count == 1 else { throw LayerChoice.several(all.map(\.name)) }
        return only
    }

    private func crs(of layer: OGRLayerH) throws(IntakeRefused) -> PlanCRS {
        switch LayerCRS(of: layer) {
        case .known(.rd): return .rd
        case .known: return .degrees(order: .longitudeFirst, isAssumed: false)
        case .unknown(let name): throw PlanCRS.unknown(name)
        case .none:
            guard let stated else { throw PlanCRS.missing }
            return PlanCRS(stated: stated)
        }
    }

    private func readAll(_ layer: OGRLayerH, into features: inout PlanFeatures) throws(IntakeRefused) {
        OGR_L_ResetReading(layer)
        CPLErrorReset()
        // Returns a feature that we destroy, or NULL at the end and on error.
        while let feature = OGR_L_GetNextFeature(layer) {
            defer { OGR_F_Destroy(feature) }
            let (values, isWhole) = PlanValues.chosen(from: FieldValues.all(of: feature))
            if !isWhole { features.note(.valuesLeftOut) }
            try features.add(try geometry(of: feature, &features), values)
        }
        // Returns the class of the last error; 3 and higher mean that reading stopped early.
        if CPLGetLastErrorType().rawValue >= CE_Failure.rawValue { throw Self.broken }
    }

    private func geometry(of feature: OGRFeatureH, _ features: inout PlanFeatures) throws(IntakeRefused) -> JSONValue {
        // Returns a geometry that stays with the feature, or NULL; then whether it is so.
        guard let geometry = OGR_F_GetGeometryRef(feature), OGR_G_IsEmpty(geometry) == 0 else { return .null }
        if OGR_G_HasCurveGeometry(geometry, 0) != 0 { features.note(.curvesStraightened) }
        if OGR_G_Is3D(geometry) != 0 || OGR_G_IsMeasured(geometry) != 0 { features.note(.heightsDropped) }
        // Returns the number of bytes.
        guard OGR_G_WkbSize(geometry) < 100_000_000 else { throw .tooHeavy }
        // Returns a copy without arcs that we destroy, or NULL on error.
        guard let flat = OGR_G_GetLinearGeometry(geometry, 0, nil) else { throw Self.broken }
        defer { OGR_G_DestroyGeometry(flat) }
        OGR_G_FlattenTo2D(flat)
        // Returns a type number; bodies in three dimensions are made of planes.
        let bodies = [wkbPolyhedralSurface, wkbTIN, wkbTriangle].map(\.rawValue)
        if bodies.contains(OGR_GT_Flatten(OGR_G_GetGeometryType(flat)).rawValue) { throw Self.body(features.count + 1) }
        guard let text = Self.json(of: flat), let value = try? JSONValue.parse(text) else { throw Self.broken }
        return value
    }

    /// The GeoJSON of a geometry with numbers that come back the same.
    private static func json(of geometry: OGRGeometryH) -> String? {
        // Returns a list that we destroy, or NULL.
        let options = CSLSetNameValue(nil, "COORDINATE_PRECISION", "15")
        defer { CSLDestroy(options) }
        // Returns a string that we free, or NULL on error.
        guard let text = OGR_G_ExportToJsonEx(geometry, options) else { return nil }
        defer { VSIFree(text) }
        return String(cString: text)
    }

    private static func body(_ feature: Int) -> IntakeRefused {
        IntakeRefused(
            .wrongGeometry, "Onderdeel \(feature) is een lichaam in drie dimensies.",
            help: "Bewaar de plattegrond van uw plan als vlak, en geef de diepte bij het plan zelf op.")
    }

    private static let broken = IntakeRefused(
        .broken, "Dit bestand is beschadigd en kan niet worden gelezen.",
        help: "Bewaar het opnieuw vanuit uw kaartprogramma en probeer het nog eens.")
}

/// The fields of a feature as JSON.
enum FieldValues {
    static func all(of feature: OGRFeatureH) -> JSONObject {
        var object = JSONObject()
        // Returns the number of fields; one more than is kept shows that there were more.
        for place in 0..<min(OGR_F_GetFieldCount(feature), Int32(PlanValues.mostMembers) + 1) {
            // Return a definition, and a string, that stay with the feature.
            guard let definition = OGR_F_GetFieldDefnRef(feature, place), let name = OGR_Fld_GetNameRef(definition)
            else { continue }
            if let value = value(place, definition, of: feature) { object[String(cString: name)] = value }
        }
        return object
    }

    private static func value(_ place: Int32, _ definition: OGRFieldDefnH, of feature: OGRFeatureH) -> JSONValue? {
        // Returns 1 when there is a value.
        guard OGR_F_IsFieldSetAndNotNull(feature, place) != 0 else { return nil }
        switch OGR_Fld_GetType(definition) {
        case OFTInteger where OGR_Fld_GetSubType(definition) == OFSTBoolean:
            return .bool(OGR_F_GetFieldAsInteger(feature, place) != 0)
        case OFTInteger, OFTInteger64, OFTReal:
            let number = OGR_F_GetFieldAsDouble(feature, place)
            return number.isFinite ? .number(number) : nil
        case OFTBinary: return nil
        default:
            // Returns a string that stays with the feature until the next call, never NULL.
            guard let text = OGR_F_GetFieldAsString(feature, place) else { return nil }
            return .string(String(cString: text))
        }
    }
}
