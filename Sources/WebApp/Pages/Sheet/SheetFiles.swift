import Assessment
import CanonicalJSON
import Casework
import Hummingbird
import NIOCore
import Reporting

/// The report of a plan as files.
struct SheetFiles {
    let site: Site

    func json(_ context: KompasRequestContext) async throws -> Response {
        let (plan, entry) = try await assessed(context)
        return file(
            ByteBuffer(bytes: entry.report.canonicalJSON), "application/json", "kompas-\(plan.id.prefix(8)).json")
    }

    func geoJSON(_ context: KompasRequestContext) async throws -> Response {
        let (plan, entry) = try await assessed(context)
        let text = try GeoJSONReport(entry.report).json.canonicalString
        return file(ByteBuffer(string: text), "application/geo+json", "kompas-\(plan.id.prefix(8)).geojson")
    }

    /// One page that needs nothing else; it has its styles inside, so it is saved and not shown here.
    func html(_ context: KompasRequestContext) async throws -> Response {
        let (plan, entry) = try await assessed(context)
        let page = HTMLReport(
            entry.report, house: site.house.house, map: entry.map, passages: entry.passages
        ).render()
        return file(ByteBuffer(string: page), "text/html; charset=utf-8", "kompas-\(plan.id.prefix(8)).html")
    }

    /// What was told, for using it elsewhere.
    func plan(_ context: KompasRequestContext) async throws -> Response {
        let plan = try await PlanAccess(site: site).visible(context)
        return file(
            ByteBuffer(string: try plan.input.canonicalString), "application/geo+json",
            "plan-\(plan.id.prefix(8)).geojson")
    }

    private func assessed(_ context: KompasRequestContext) async throws -> (Plan, SheetCache.Entry) {
        let plan = try await PlanAccess(site: site).visible(context)
        do { return (plan, try await site.assessment(of: plan)) } catch is InputRefused { throw PageRefused.notFound }
    }

    private func file(_ body: ByteBuffer, _ type: String, _ name: String) -> Response {
        var response = Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"], body: ResponseBody(byteBuffer: body))
        response.headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        return response
    }
}
