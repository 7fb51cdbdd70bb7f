internal import Foundation
internal import Geometry
public import Intake

/// Reads the file of a plan, whatever its kind, in a process that has limited itself.
public struct PlanReader {
    private let options: PlanOptions

    public init(options: PlanOptions) { self.options = options }

    /// - Throws: one clear message.
    public func read() throws(IntakeRefused) -> IntakeResult {
        var result = try features()
        do throws(GeometryError) { try result.unite() } catch {
            throw IntakeRefused(
                .invalidGeometry, "De vormen in het bestand zijn niet samen te voegen.",
                help: "Bewaar alleen het plangebied en probeer het opnieuw.")
        }
        return result
    }

    private func features() throws(IntakeRefused) -> IntakeResult {
        var file = options.folder.appending(path: options.kind.fileName)
        var layer = options.layer
        guard let content = PlanFile.Content(options.kind) else {
            let archive = PlanArchive(file: file, folder: options.folder, limits: options.limits)
            let unpacked = try archive.unpack(layer: layer, crs: options.crs)
            (file, layer) = (unpacked.file.url, unpacked.layer)
            return try read(unpacked.file, layer)
        }
        return try read(PlanFile(url: file, content: content), layer)
    }

    private func read(_ file: PlanFile, _ layer: String?) throws(IntakeRefused) -> IntakeResult {
        if let driver = file.content.driver {
            if file.content == .gml { try XMLSniffer.refuseDeclarations(in: bytes(of: file.url)) }
            return try LayerPlan(
                file: file.url, driver: driver, layer: layer, stated: options.crs, limits: options.limits
            )
            .read()
        }
        return try GeoJSONPlan(bytes: bytes(of: file.url), stated: options.crs, limits: options.limits).read()
    }

    private func bytes(of file: URL) throws(IntakeRefused) -> [UInt8] {
        guard let data = try? Data(contentsOf: file) else { throw .tooHeavy }
        return [UInt8](data)
    }
}
