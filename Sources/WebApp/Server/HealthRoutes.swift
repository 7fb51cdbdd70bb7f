import CanonicalJSON
import Hummingbird
import NIOCore
import PolicyModel
import Store

/// For whatever watches over the server: is it alive, and can it do its work?
struct HealthRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {
        router.get("/gezondheid") { _, _ in try Self.answer(.ok, ["status": "ok"]) }
        router.get("/gereed") { _, _ in
            let isReady = await site.store.isReady()
            return try Self.answer(
                isReady ? .ok : .serviceUnavailable,
                [
                    "status": isReady ? "ok" : "store-unavailable", "house": .string(site.house.house.id),
                    "houseHash": .string(site.house.hash),
                ])
        }
    }

    private static func answer(_ status: HTTPResponse.Status, _ json: JSONValue) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try json.canonicalString)))
    }
}
