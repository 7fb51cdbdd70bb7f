import CanonicalJSON
import Casework
import Foundation
import Hummingbird
import Intake
import Logging
import NIOCore
import Publication
import Store

/// A published weighing as files.
struct RecordFiles {
    let site: Site

    func pdf(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let entry = try await entry(context)
        let bytes: Data
        do {
            bytes = try await site.records.pdf(entry)
        } catch let problem as PDFProblem {
            context.logger.warning("no PDF", metadata: ["detail": "\(problem.detail)"])
            throw PageRefused.unavailable(
                problem.kind == .tooBusy
                    ? "Er worden nu te veel PDF’s tegelijk gemaakt. Probeer het over een minuut opnieuw."
                    : "De PDF is nu niet te maken. Lees het verslag op de pagina, of probeer het later opnieuw.")
        }
        return file(Array(bytes), "application/pdf", "afweging-\(entry.kept.number).pdf", request, shown: true)
    }

    func json(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let entry = try await entry(context)
        let bytes = try PublishedJSON(entry.document).json.canonical()
        return file(bytes, "application/json", "afweging-\(entry.kept.number).json", request, shown: false)
    }

    /// The whole dossier for an archive; for those who may read dossiers.
    func archive(_ context: KompasRequestContext) async throws -> Response {
        try context.require()
        let entry = try await entry(context)
        guard try await mayTakeArchive(entry.kept, context) else { throw PageRefused.notAllowed }
        let maps = Importer.find().map { GeoPackageMaker(importer: $0) }
        let pdf = site.records.hasMaker ? try await site.records.pdf(entry) : nil
        let zip = try await DossierArchive(entry.document, layers: site.house.layers, maps: maps).zip(pdf: pdf)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/zip", .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"afweging-\(entry.kept.number).zip\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: zip)))
    }

    func mayTakeArchive(_ kept: KeptRecord, _ context: KompasRequestContext) async throws -> Bool {
        guard let account = context.account else { return false }
        do {
            _ = try await site.casework.dossier(kept.dossier, for: CaseActor(account))
            return true
        } catch is CaseNotFound {
            return false
        }
    }

    private func entry(_ context: KompasRequestContext) async throws -> RecordShelf.Entry {
        try await site.records.entry(try context.parameters.require("number"), site)
    }

    /// - Parameter shown: opens in the browser rather than being saved.
    private func file(
        _ bytes: [UInt8], _ type: String, _ name: String, _ request: Request, shown: Bool
    ) -> Response {
        let tag = EntityTag.of(bytes)
        var headers: HTTPFields = [
            .contentType: type, .eTag: tag, .cacheControl: "no-cache",
            .contentDisposition: "\(shown ? "inline" : "attachment"); filename=\"\(name)\"",
        ]
        if EntityTag.matches(request, tag) { return Response(status: .notModified, headers: headers) }
        headers[.contentLength] = "\(bytes.count)"
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
