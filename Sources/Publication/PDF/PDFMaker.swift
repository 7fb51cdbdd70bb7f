internal import Crypto
public import Foundation
internal import LimitedProcess

/// A file inside a PDF.
public struct PDFAttachment: Sendable {
    public var name: String
    /// What it is, for people.
    public var description: String
    /// Media type.
    public var type: String
    /// `Source` when the page was made from it, otherwise `Data`.
    public var relationship: Relationship
    public var content: Data

    public enum Relationship: String, Sendable { case source = "Source", data = "Data" }

    public init(name: String, description: String, type: String, relationship: Relationship, content: Data) {
        self.name = name
        self.description = description
        self.type = type
        self.relationship = relationship
        self.content = content
    }
}

/// Why there is no PDF.
public struct PDFProblem: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable { case tooBusy, tookTooLong, failed }
    public var kind: Kind
    /// For a log; it may name files of this machine.
    public var detail: String

    public init(kind: Kind, detail: String) {
        self.kind = kind
        self.detail = detail
    }
}

/// Makes a tagged PDF/A-3 of a page, with files inside, by a program of its own that fetches nothing.
///
/// The same page, moment and files give the same bytes.
public struct PDFMaker: Sendable {
    private let python: URL
    private let script: URL
    private let turnstile: Turnstile
    /// Seconds on the clock for one PDF.
    private let seconds: Double

    public init(python: URL, script: URL, seconds: Double = 240) {
        self.python = python
        self.script = script
        self.seconds = seconds
        // It takes a processor for itself for some seconds.
        turnstile = Turnstile(places: 1, seats: 20)
    }

    /// - Parameters:
    ///   - page: a whole HTML document without addresses of elsewhere.
    ///   - moment: stands in the PDF as the moment at which it was made.
    public func make(
        _ page: String, moment: Date, attachments: [PDFAttachment]
    ) async throws(PDFProblem) -> Data {
        do {
            let made = try await turnstile.pass { try await run(page, moment, attachments) }
            guard let made else { throw PDFProblem(kind: .tooBusy, detail: "") }
            return made
        } catch let problem as PDFProblem {
            throw problem
        } catch {
            throw PDFProblem(kind: .failed, detail: "\(error)")
        }
    }

    private func run(_ page: String, _ moment: Date, _ attachments: [PDFAttachment]) async throws -> Data {
        try await PrivateFolder.use { folder in
            try Data(page.utf8).write(to: folder.appending(path: PDFOrder.page))
            for (place, attachment) in attachments.enumerated() {
                try attachment.content.write(to: folder.appending(path: PDFOrder.file(place)))
            }
            let order = PDFOrder(page, moment, attachments)
            try JSONEncoder().encode(order).write(to: folder.appending(path: "opdracht.json"))
            var environment = LimitedProcess.bareEnvironment()
            environment["HOME"] = folder.path
            environment["TMPDIR"] = folder.path
            environment["PYTHONDONTWRITEBYTECODE"] = "1"
            environment["PYTHONNOUSERSITE"] = "1"
            let ending = try await LimitedProcess(
                program: python, arguments: [script.path], folder: folder, environment: environment,
                seconds: seconds
            ).run()
            switch ending.way {
            case .exited(0): return try Data(contentsOf: folder.appending(path: PDFOrder.output))
            case .timedOut: throw PDFProblem(kind: .tookTooLong, detail: "")
            default: throw PDFProblem(kind: .failed, detail: "\(ending.way) \(ending.messages)")
            }
        }
    }
}

/// What the program is asked, as it reads it.
private struct PDFOrder: Encodable {
    static let page = "pagina.html"
    static let output = "uit.pdf"
    static func file(_ place: Int) -> String { "bijlage-\(place + 1)" }

    struct File: Encodable {
        var file: String
        var name: String
        var description: String
        var relationship: String
        var type: String
    }

    let page = Self.page
    let output = Self.output
    let moment: String
    let identifier: String
    let attachments: [File]

    init(_ page: String, _ moment: Date, _ attachments: [PDFAttachment]) {
        self.moment = moment.formatted(.iso8601).replacing("Z", with: "+00:00")
        self.attachments = attachments.enumerated().map { place, attachment in
            File(
                file: Self.file(place), name: attachment.name, description: attachment.description,
                relationship: attachment.relationship.rawValue, type: attachment.type)
        }
        var hash = SHA256()
        hash.update(data: Data(page.utf8))
        for attachment in attachments { hash.update(data: attachment.content) }
        identifier = hash.finalize().prefix(16).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }
}
