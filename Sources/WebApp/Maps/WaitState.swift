import Accounts
import CanonicalJSON
import Hummingbird
import NIOCore
import OpportunityMap

/// How far something is that is not ready.
struct WaitState: Sendable {
    var isReady = false
    var isBusy = false
    var failure: String?
    var progress = WorkProgress()
}

extension WorkLook {
    var progress: WaitState {
        switch self {
        case .ready: WaitState(isReady: true)
        case .working(let progress): WaitState(progress: progress)
        case .busy: WaitState(isBusy: true)
        case .failed(let why): WaitState(failure: why)
        }
    }

    /// The value, or what a page says when there is none.
    func value() throws -> Value {
        switch self {
        case .ready(let value): return value
        case .working, .busy: throw PageRefused.unavailable(WaitingPage.busyText)
        case .failed(let why): throw PageRefused.unavailable("De kaart kan niet worden gemaakt: \(why).")
        }
    }

    func map<Other>(_ change: (Value) -> Other) -> WorkLook<Other> {
        switch self {
        case .ready(let value): .ready(change(value))
        case .working(let progress): .working(progress)
        case .busy: .busy
        case .failed(let why): .failed(why)
        }
    }
}

/// The page that comes at once while a map is being made.
struct WaitingPage {
    static let busyText =
        "Er worden al veel kaarten tegelijk gemaakt. Even geduld: deze pagina probeert het over een paar tellen opnieuw."
    let site: Site

    func response(
        _ state: WaitState, title: String, state address: String, back: String, _ request: Request,
        _ context: KompasRequestContext
    ) throws -> Response {
        if let failure = state.failure {
            throw PageRefused.unavailable("De kaart kan niet worden gemaakt: \(failure).")
        }
        let share = state.progress.share
        let model = KansenWaiting(
            title: state.isBusy ? "Even geduld" : title, state: address, isBusy: state.isBusy,
            text: state.isBusy ? Self.busyText : Self.text(state.progress), percent: share.map { Int($0 * 100) },
            back: back)
        var response = try site.page(
            PageSpec("kansen/waiting", title: model.title, model: model).with(
                styles: ["css/kansen.css"], scripts: ["js/kansen-wait.js"], isPrivate: true
            ).with(status: state.isBusy ? .serviceUnavailable : .ok), request, context)
        if state.isBusy { response.headers[.retryAfter] = "5" }
        return response
    }

    static func json(_ state: WaitState) throws -> Response {
        let json: JSONValue = [
            "isReady": .bool(state.isReady), "isBusy": .bool(state.isBusy),
            "failure": state.failure.map { .string($0) } ?? .null,
            "text": .string(state.isBusy ? busyText : text(state.progress)),
            "percent": state.progress.share.map { .number(($0 * 100).rounded(.down)) } ?? .null,
        ]
        return Response(
            status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try json.canonicalString)))
    }

    private static func text(_ progress: WorkProgress) -> String {
        guard progress.total > 0 else { return "De regels en kaartlagen worden erbij gezocht." }
        return "Bezig met de \(progress.step): \(progress.done) van \(progress.total)."
    }
}

extension Site {
    /// Who asks for work, without saying who it is.
    func owner(_ request: Request, _ context: KompasRequestContext) -> String {
        Secrets.hash(ClientAddress.of(request, context, proxies: settings.trustedProxies))
    }
}

/// Which tile an address asks for.
struct TilePlace: Sendable {
    let zoom: Int
    let column: Int
    let row: Int

    /// - Throws: ``PageRefused/notFound`` for what is no tile.
    init(_ context: KompasRequestContext) throws {
        let parameters = context.parameters
        guard
            let tile = BaseMapTile(
                level: try parameters.require("z"), column: try parameters.require("x"),
                file: try parameters.require("file"))
        else { throw PageRefused.notFound }
        (zoom, column, row) = (tile.level, tile.column, tile.row)
    }

    var key: String { "\(zoom)/\(column)/\(row)" }

    /// A picture of one pixel that is not seen.
    static let empty: [UInt8] = {
        let look = CellPicture.Look(Palette().outside, .plain)
        return (try? CellPicture.swatch(look, width: 1, height: 1)) ?? []
    }()
}

/// A piece of a legend.
enum Swatch {
    static func answer(
        _ look: CellPicture.Look, kept: KeptAnswers, key: String, to request: Request
    ) throws -> Response {
        try kept.answer("vlak \(key)", contentType: "image/png", isForever: false, to: request) {
            try CellPicture.swatch(look, width: 36, height: 24)
        }
    }
}
