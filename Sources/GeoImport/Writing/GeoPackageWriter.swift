internal import CGDAL
public import CanonicalJSON
public import Foundation

/// Layers to write to a GeoPackage, in RD.
public struct GeoPackageContents: Sendable {
    public struct Layer: Sendable {
        public var name: String
        /// What it is, for people.
        public var title: String
        /// Names of its text fields, in order.
        public var fields: [String]
        public var features: [Feature]
    }

    public struct Feature: Sendable {
        /// GeoJSON geometry in RD.
        public var geometry: String
        public var values: [String: String]
    }

    /// Reads `{"moment", "layers": [{"name", "title", "fields", "features": [{"geometry", "values"}]}]}`; `nil` for
    /// anything else.
    public init?(_ json: JSONValue) {
        guard let moment = json["moment"]?.string, let layers = json["layers"]?.array else { return nil }
        self.moment = moment
        self.layers = []
        for layer in layers {
            guard let name = layer["name"]?.string, let title = layer["title"]?.string,
                let fields = layer["fields"]?.array, let features = layer["features"]?.array
            else { return nil }
            self.layers.append(
                Layer(
                    name: name, title: title, fields: fields.compactMap(\.string),
                    features: features.map { feature in
                        Feature(
                            geometry: (feature["geometry"] ?? .null).compact(),
                            values: Dictionary(
                                (feature["values"]?.object?.members ?? []).compactMap { key, value in
                                    value.string.map { (key, $0) }
                                }, uniquingKeysWith: { first, _ in first }))
                    }))
        }
    }

    /// Stands in the file as the moment at which it was written, so that the same contents give the same bytes.
    public var moment: String
    public var layers: [Layer]
}

/// Writes a GeoPackage.
public struct GeoPackageWriter {
    public init() {}

    /// - Throws: ``ImportProblem`` when GDAL cannot write it.
    public func write(_ contents: GeoPackageContents, to file: URL) throws(ImportProblem) {
        OGRSource.start()
        CPLSetConfigOption("OGR_CURRENT_DATE", contents.moment)
        // Returns a driver that stays with GDAL, or NULL.
        guard let driver = GDALGetDriverByName("GPKG") else { throw problem("GeoPackage") }
        // Returns a dataset that we close, or NULL on error.
        guard let dataset = GDALCreate(driver, file.path, 0, 0, 0, GDT_Unknown, nil) else {
            throw problem(file.lastPathComponent)
        }
        var failure: ImportProblem?
        for layer in contents.layers where failure == nil {
            do throws(ImportProblem) { try write(layer, to: dataset) } catch { failure = error }
        }
        // Returns nothing in this version; writes what is still in memory.
        GDALClose(dataset)
        if let failure { throw failure }
        // Returns the class of the last error.
        if CPLGetLastErrorType().rawValue >= CE_Failure.rawValue { throw problem(file.lastPathComponent) }
    }

    private func write(_ layer: GeoPackageContents.Layer, to dataset: GDALDatasetH) throws(ImportProblem) {
        // Returns a new reference that we release, or NULL.
        let rd = OSRNewSpatialReference(nil)
        defer { OSRRelease(rd) }
        // Returns 0, or an error number.
        guard OSRImportFromEPSG(rd, 28992) == 0 else { throw problem("EPSG:28992") }
        var options = CSLSetNameValue(nil, "IDENTIFIER", layer.title)
        options = CSLSetNameValue(options, "GEOMETRY_NAME", "geometrie")
        defer { CSLDestroy(options) }
        // Returns a layer that stays with the dataset, or NULL on error.
        guard let made = GDALDatasetCreateLayer(dataset, layer.name, rd, wkbUnknown, options) else {
            throw problem(layer.name)
        }
        for name in layer.fields {
            // Returns a definition that we destroy.
            let field = OGR_Fld_Create(name, OFTString)
            defer { OGR_Fld_Destroy(field) }
            // Returns 0, or an error number.
            guard OGR_L_CreateField(made, field, 1) == 0 else { throw problem(name) }
        }
        for feature in layer.features { try write(feature, to: made, layer) }
    }

    private func write(
        _ feature: GeoPackageContents.Feature, to layer: OGRLayerH, _ of: GeoPackageContents.Layer
    ) throws(ImportProblem) {
        // Returns a feature that we destroy, or NULL.
        guard let made = OGR_F_Create(OGR_L_GetLayerDefn(layer)) else { throw problem(of.name) }
        defer { OGR_F_Destroy(made) }
        // Returns a geometry that we destroy or give away, or NULL on error.
        guard let geometry = OGR_G_CreateGeometryFromJson(feature.geometry) else { throw problem(of.name) }
        // Takes the geometry; returns 0, or an error number.
        guard OGR_F_SetGeometryDirectly(made, geometry) == 0 else { throw problem(of.name) }
        for (place, name) in of.fields.enumerated() {
            if let value = feature.values[name] { OGR_F_SetFieldString(made, Int32(place), value) }
        }
        // Returns 0, or an error number.
        guard OGR_L_CreateFeature(layer, made) == 0 else { throw problem(of.name) }
    }

    private func problem(_ place: String) -> ImportProblem {
        ImportProblem("schrijven lukt niet\(OGRSource.lastError())", in: place)
    }
}
