internal import CGDAL
import Foundation
internal import Geometry
internal import PolicyModel

/// Reads the features of one layer one after the other.
final class OGRReader {
    private let source: OGRSource
    private let layer: OGRLayerH
    private let filter: String?
    let crs: CRS
    private let transformer: Transformer

    /// A feature as the source has it.
    struct Record {
        var number: Int64
        /// Well-known binary, flat, x first; `nil` without geometry.
        var wkb: [UInt8]?
        var handle: OGRFeatureH
    }

    init(_ source: OGRSource, layerName: String?, filter: String?, transformer: Transformer) throws(ImportProblem) {
        self.source = source
        self.transformer = transformer
        self.filter = filter
        layer = try source.layer(named: layerName)
        crs = try Self.crs(of: layer, source.file)
        if let filter {
            // Returns 0, or an error number.
            guard OGR_L_SetAttributeFilter(layer, filter) == 0 else {
                throw wrongFilter(filter, OGRSource.lastError())
            }
        }
    }

    private func wrongFilter(_ filter: String, _ why: String) -> ImportProblem {
        ImportProblem(
            "de voorwaarde `\(filter)` klopt niet\(why)", in: source.file.lastPathComponent,
            help: "de velden zijn \(fieldNames().map { "`\($0)`" }.joined(separator: ", "))")
    }

    /// How many features there are; `nil` when that is not quickly known.
    var count: Int? {
        // Returns the number, or -1 when counting would be expensive.
        let count = OGR_L_GetFeatureCount(layer, 0)
        return count >= 0 ? Int(count) : nil
    }

    private static func crs(of layer: OGRLayerH, _ file: URL) throws(ImportProblem) -> CRS {
        let help = "geef het bestand in EPSG:28992 (RD), EPSG:4258 of WGS 84"
        switch LayerCRS(of: layer) {
        case .known(let crs): return crs
        case .none:
            throw ImportProblem("het coördinatenstelsel staat er niet bij", in: file.lastPathComponent, help: help)
        case .unknown(let name):
            throw ImportProblem(
                "het coördinatenstelsel `\(name)` kan niet naar RD worden omgerekend", in: file.lastPathComponent,
                help: help)
        }
    }

    func fieldNames() -> [String] {
        // Returns a definition that stays with the layer.
        let definition = OGR_L_GetLayerDefn(layer)
        // Return a number, and a string that stays with the definition.
        return (0..<OGR_FD_GetFieldCount(definition)).compactMap { place in
            OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, place)).map { String(cString: $0) }
        }
    }

    /// The place of a field.
    func field(_ name: String) throws(ImportProblem) -> Int32 {
        // Returns the place, or -1 when there is none.
        let place = OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), name)
        guard place >= 0 else {
            throw ImportProblem(
                "er is geen veld `\(name)`", in: source.file.lastPathComponent,
                help: "kies uit \(fieldNames().map { "`\($0)`" }.joined(separator: ", "))")
        }
        return place
    }

    /// Hands every feature to a body.
    func each(_ body: (Record) throws(ImportProblem) -> Void) throws(ImportProblem) {
        OGR_L_ResetReading(layer)
        CPLErrorReset()
        // Returns a feature that the caller destroys, or NULL at the end and on error.
        while let feature = OGR_L_GetNextFeature(layer) {
            defer { OGR_F_Destroy(feature) }
            try body(Record(number: OGR_F_GetFID(feature), wkb: wkb(of: feature), handle: feature))
        }
        // Returns the class of the last error; 3 and higher mean that reading stopped early.
        if CPLGetLastErrorType().rawValue >= CE_Failure.rawValue {
            let why = OGRSource.lastError()
            if let filter { throw wrongFilter(filter, why) }
            throw ImportProblem("het lezen brak af\(why)", in: source.file.lastPathComponent)
        }
    }

    private func wkb(of feature: OGRFeatureH) -> [UInt8]? {
        // Returns a geometry that stays with the feature, or NULL.
        guard let geometry = OGR_F_GetGeometryRef(feature), OGR_G_IsEmpty(geometry) == 0 else { return nil }
        // Returns a copy without arcs that the caller destroys, or NULL on error.
        guard let flat = OGR_G_GetLinearGeometry(geometry, 0, nil) else { return nil }
        defer { OGR_G_DestroyGeometry(flat) }
        OGR_G_FlattenTo2D(flat)
        // Returns the number of bytes.
        var bytes = [UInt8](repeating: 0, count: Int(OGR_G_WkbSize(flat)))
        // Returns 0, or an error number.
        return OGR_G_ExportToIsoWkb(flat, wkbNDR, &bytes) == 0 ? bytes : nil
    }

    /// The text of a field; `nil` when it is empty or not set.
    func text(_ place: Int32, of record: Record) -> String? {
        // Returns 1 when there is a value; then a string that stays with the feature until the next call.
        guard OGR_F_IsFieldSetAndNotNull(record.handle, place) != 0,
            let text = OGR_F_GetFieldAsString(record.handle, place)
        else { return nil }
        let value = String(cString: text)
        return value.isEmpty ? nil : value
    }

    /// The value of a field; the text `unknown` when it is not set.
    func value(_ place: Int32, of record: Record) -> PropertyValue {
        // Returns 1 when there is a value.
        guard OGR_F_IsFieldSetAndNotNull(record.handle, place) != 0 else { return .text("unknown") }
        let definition = OGR_F_GetFieldDefnRef(record.handle, place)
        switch OGR_Fld_GetType(definition) {
        case OFTInteger where OGR_Fld_GetSubType(definition) == OFSTBoolean:
            return .flag(OGR_F_GetFieldAsInteger(record.handle, place) != 0)
        case OFTInteger, OFTInteger64, OFTReal: return .number(OGR_F_GetFieldAsDouble(record.handle, place))
        default: return .text(text(place, of: record) ?? "unknown")
        }
    }

    /// The geometry of a record in RD.
    func shape(of wkb: [UInt8]) throws(GeometryError) -> Shape {
        try Shape(wkb: wkb, crs: crs, transformer: transformer)
    }
}
