internal import CGDAL
public import Foundation

/// Writes maps in formats of a GIS. A file is there whole or not at all.
public enum MapWriter {
    /// Writes a Cloud Optimized GeoTIFF from a map that `kompas map` drew.
    public static func writeGeoTIFF(_ source: URL, to target: URL) throws(ImportProblem) {
        let drawing = try RasterDrawing(source)
        start()
        let header = drawing.header
        // Return a driver that stays with GDAL, or NULL.
        guard let memory = GDALGetDriverByName("MEM"), let optimised = GDALGetDriverByName("COG") else {
            throw ImportProblem("deze GDAL kan geen Cloud Optimized GeoTIFF schrijven")
        }
        // Returns a dataset that is closed below, or NULL on error.
        guard
            let dataset = GDALCreate(
                memory, "", Int32(header.columns), Int32(header.rows), Int32(header.bands.count), GDT_Byte, nil)
        else { throw ImportProblem("er is niet genoeg geheugen voor de kaart\(OGRSource.lastError())") }
        // Returns nothing in this version.
        defer { GDALClose(dataset) }
        try describe(dataset, drawing)
        for (number, band) in header.bands.enumerated() {
            try fill(dataset, Int32(number + 1), band, drawing, number)
        }
        try whole(target) { (path) throws(ImportProblem) in
            try withOptions(["COMPRESS=DEFLATE", "RESAMPLING=NEAREST", "OVERVIEW_RESAMPLING=MODE"]) {
                (options) throws(ImportProblem) in
                // Returns a dataset that the caller closes, or NULL on error.
                guard let copy = GDALCreateCopy(optimised, path, dataset, 0, options, nil, nil) else {
                    throw ImportProblem("de GeoTIFF kan niet worden geschreven\(OGRSource.lastError())")
                }
                GDALClose(copy)
            }
        }
    }

    private static func describe(_ dataset: GDALDatasetH, _ drawing: RasterDrawing) throws(ImportProblem) {
        let header = drawing.header
        var transform = [header.west, header.cellMetres, 0, header.north, 0, -header.cellMetres]
        // Returns 0, or an error number.
        guard GDALSetGeoTransform(dataset, &transform) == CE_None else {
            throw ImportProblem("de plek van de kaart kan niet worden vastgelegd\(OGRSource.lastError())")
        }
        // Returns a reference system that is released below, or NULL on error.
        let system = OSRNewSpatialReference(nil)
        defer { OSRRelease(system) }
        // Returns 0, or an error number; the second takes no ownership.
        guard OSRImportFromEPSG(system, 28992) == 0, GDALSetSpatialRef(dataset, system) == CE_None else {
            throw ImportProblem("het coördinatenstelsel RD is niet te vinden\(OGRSource.lastError())")
        }
        // Returns 0, or an error number: a legend that is lost makes no map wrong.
        _ = GDALSetMetadataItem(dataset, "LEGEND", drawing.legend, nil)
    }

    private static func fill(
        _ dataset: GDALDatasetH, _ number: Int32, _ band: RasterDrawing.Header.Band, _ drawing: RasterDrawing,
        _ place: Int
    ) throws(ImportProblem) {
        let (columns, rows) = (drawing.header.columns, drawing.header.rows)
        // Returns a band that stays with the dataset, or NULL on error.
        guard let target = GDALGetRasterBand(dataset, number) else { throw ImportProblem("er ontbreekt een band") }
        GDALSetDescription(target, "\(band.id): \(band.label)")
        // Returns 0, or an error number.
        _ = GDALSetRasterNoDataValue(target, 255)
        let from = drawing.start + place * columns * rows
        var cells = [UInt8](drawing.bytes[from..<(from + columns * rows)])
        // Returns 0, or an error number; reads the cells and changes nothing.
        guard
            GDALRasterIO(
                target, GF_Write, 0, 0, Int32(columns), Int32(rows), &cells, Int32(columns), Int32(rows), GDT_Byte, 0, 0
            )
                == CE_None
        else { throw ImportProblem("een band kan niet worden gevuld\(OGRSource.lastError())") }
    }

    /// Writes a GeoPackage with one layer from GeoJSON in RD.
    public static func writeGeoPackage(_ source: URL, to target: URL) throws(ImportProblem) {
        let polygons = try OGRSource(source, limits: ImportLimits())
        let layer = try polygons.layer(named: nil)
        // Returns a driver that stays with GDAL, or NULL.
        guard let driver = GDALGetDriverByName("GPKG") else {
            throw ImportProblem("deze GDAL kan geen GeoPackage schrijven")
        }
        try whole(target) { (path) throws(ImportProblem) in
            // Returns a dataset that is closed below, or NULL on error.
            guard let dataset = GDALCreate(driver, path, 0, 0, 0, GDT_Unknown, nil) else {
                throw ImportProblem("de GeoPackage kan niet worden geschreven\(OGRSource.lastError())")
            }
            // Returns a layer that stays with the dataset, or NULL on error.
            let copied = GDALDatasetCopyLayer(dataset, layer, "kansen", nil)
            GDALClose(dataset)
            if copied == nil {
                throw ImportProblem("de vlakken kunnen niet worden geschreven\(OGRSource.lastError())")
            }
        }
    }

    private static func start() {
        CPLSetErrorHandler(CPLQuietErrorHandler)
        GDALAllRegister()
    }

    /// Writes beside the target and puts the file in its place when it is whole.
    private static func whole(
        _ target: URL, _ write: (_ path: String) throws(ImportProblem) -> Void
    ) throws(ImportProblem) {
        let beside = target.deletingLastPathComponent()
            .appending(path: ".\(UUID().uuidString).\(target.lastPathComponent)")
        defer { try? FileManager.default.removeItem(at: beside) }
        try write(beside.path)
        do {
            if FileManager.default.fileExists(atPath: target.path) {
                _ = try FileManager.default.replaceItemAt(target, withItemAt: beside)
            } else {
                try FileManager.default.moveItem(at: beside, to: target)
            }
        } catch {
            throw ImportProblem(
                "het bestand kan niet worden geschreven", in: target.path,
                help: "bestaat de map en mag u daar schrijven?")
        }
    }

    private static func withOptions(
        _ options: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) throws(ImportProblem) -> Void
    ) throws(ImportProblem) {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        // Returns the list, which CSLDestroy frees.
        for option in options { list = CSLAddString(list, option) }
        defer { CSLDestroy(list) }
        try body(list)
    }
}
