import CanonicalJSON
import Casework
import Foundation
import Hummingbird
import Logging
import NIOCore

/// Turns what was thrown into a page that says what to do, or into a problem document when a script asks.
struct ErrorPages: RouterMiddleware {
    typealias Context = KompasRequestContext
    let site: Site

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch PageRefused.signInFirst where !request.wantsJSON {
            let back = request.method == .get ? request.uri.string : "/"
            return .redirect(to: "/aanmelden?terug=" + Self.encoded(back))
        } catch {
            let problem = Problem(error)
            if problem.status.code >= 500 {
                context.logger.error("request failed", metadata: ["error": "\(String(reflecting: type(of: error)))"])
                context.logger.debug("request failed", metadata: ["detail": "\(error)"])
            }
            return try answer(problem, request, context)
        }
    }

    private func answer(_ problem: Problem, _ request: Request, _ context: Context) throws -> Response {
        var response: Response
        if request.wantsJSON {
            let json: JSONValue = [
                "status": .number(Double(problem.status.code)), "title": .string(problem.title),
                "detail": .string(problem.detail),
            ]
            response = Response(
                status: problem.status, headers: [.contentType: "application/problem+json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: try json.canonicalString)))
        } else {
            response = try site.page(
                PageSpec("problem/page", title: problem.title, model: problem).with(isPrivate: true)
                    .with(status: problem.status),
                request, context)
        }
        for field in problem.headers { response.headers[field.name] = field.value }
        return response
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .urlQueryValue) ?? ""
    }
}

/// What went wrong, for people.
struct Problem {
    var status: HTTPResponse.Status
    var title: String
    var detail: String
    var headers: HTTPFields = [:]

    init(_ error: any Error) {
        switch error {
        case let refused as PageRefused: self.init(refused)
        case is CaseNotFound, is PlanIsGone: self = Self.byStatus(.notFound)
        case let refused as CaseRefused where refused.isForbidden: self.init(PageRefused.notAllowed)
        case let refused as CaseRefused:
            self.init(status: .conflict, "Dit kan nu niet", refused.problems.map(\.text).joined(separator: " "))
        case is ReportErased:
            self.init(
                status: .gone, "De toets van dit dossier is gewist",
                "Er kan niets meer mee worden gedaan. De geschiedenis ervan staat nog in de keten.")
        case let error as HTTPError:
            self = Self.byStatus(error.status)
            headers = error.headers
        default: self = Self.byStatus(.internalServerError)
        }
    }

    private init(status: HTTPResponse.Status, _ title: String, _ detail: String) {
        self.status = status
        self.title = title
        self.detail = detail
    }

    private init(_ refused: PageRefused) {
        switch refused {
        case .signInFirst:
            self.init(status: .unauthorized, "Meld u eerst aan", "Uw sessie is verlopen, of u bent nog niet aangemeld.")
        case .notAllowed:
            self.init(
                status: .forbidden, "Dit mag u niet",
                "Uw account heeft hiervoor geen rol. Vraag de beheerder om een rol als u die nodig hebt.")
        case .notFound: self = Self.byStatus(.notFound)
        case .wrong(let detail): self.init(status: .badRequest, "Dit verzoek klopt niet", detail)
        case .tooMany:
            self.init(
                status: .tooManyRequests, "Even wachten",
                "Er kwamen te veel verzoeken vanaf uw adres. Wacht een minuut en probeer het dan opnieuw.")
            headers[.retryAfter] = "60"
        case .tooManyVisitors:
            self.init(
                status: .tooManyRequests, "Even wachten",
                "Vanaf uw adres begonnen te veel bezoekers tegelijk. Wacht een minuut en probeer het dan opnieuw, of vraag uw collega's om zich aan te melden."
            )
            headers[.retryAfter] = "60"
        case .tooLarge(let detail): self.init(status: .contentTooLarge, "Te groot", detail)
        case .unavailable(let detail): self.init(status: .serviceUnavailable, "Dit lukt nu niet", detail)
        }
    }

    private static func byStatus(_ status: HTTPResponse.Status) -> Problem {
        switch status.code {
        case 404:
            Problem(
                status: status, "Deze pagina is er niet",
                "Het adres klopt niet, de pagina is verwijderd, of u mag haar niet zien. Een concept is alleen te zien in de browser waarin het is gemaakt, of na aanmelden."
            )
        case 403: Problem(status: status, "Dit mag niet", "Open de pagina opnieuw en probeer het nog eens.")
        case 405: Problem(status: status, "Dat kan hier niet", "Open de pagina zelf en gebruik de knoppen daarop.")
        case 413: Problem(status: status, "Te groot", "Wat u stuurde is te groot.")
        case 415: Problem(status: status, "Deze vorm wordt niet gelezen", "Gebruik het formulier op de pagina.")
        case 400..<500:
            Problem(status: status, "Dit verzoek klopt niet", "Kijk het adres na, of begin bij de startpagina.")
        default:
            Problem(
                status: status, "Er ging iets mis bij ons",
                "Het ligt niet aan u. Probeer het straks opnieuw. Wat u opsloeg, is bewaard.")
        }
    }
}
