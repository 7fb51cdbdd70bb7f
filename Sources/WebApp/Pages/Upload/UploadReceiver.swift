public import Foundation
public import Hummingbird
import NIOCore

/// A form with a file, as it came in.
public struct Upload: Sendable {
    /// The other fields.
    public var form: Form
    /// Where the file was put, to be gone when the request is done; `nil` when none was chosen.
    public var file: URL?
    /// As its owner calls it; for messages only.
    public var name: String
    public var bytes: Int
}

/// Receives a form with a file: the file goes to disk as it comes in, and never stands in memory as a whole.
///
/// The page puts the hidden field `csrf` before the field with the file, so that a forged form is refused before
/// anything is written. One file a form; its size, and that of the fields, is limited.
public struct UploadReceiver: Sendable {
    private static let mostFieldBytes = 100_000
    private static let mostFields = 50
    private let folder: URL
    private let limit: Int

    /// - Parameters:
    ///   - folder: for files that are being received; made when it is not there. Leftovers of a crash are thrown away.
    ///   - limit: bytes of a file.
    init(folder: URL, limit: Int) throws {
        self.folder = folder
        self.limit = limit
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Runs with what was sent; afterwards the file is gone, whatever happened.
    /// - Throws: ``PageRefused`` for a form that is forged, broken or too large, and what the body throws.
    public func receive<Result>(
        _ request: Request, _ context: KompasRequestContext, _ body: (Upload) async throws -> Result
    ) async throws -> Result {
        let file = folder.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        let most = limit + Self.mostFieldBytes
        if let announced = request.headers[.contentLength].flatMap({ Int($0) }), announced > most { throw tooLarge }
        let type = request.headers[.contentType] ?? ""
        guard var reader = MultipartReader(contentType: type) else { throw Self.malformed }
        var receiving = Receiving(file: file, limit: limit)
        do {
            // Also what stands before the first part, between parts and after the last one.
            var received = 0
            for try await chunk in request.body {
                received += chunk.readableBytes
                guard received <= most else { throw Receiving.TooLarge() }
                for event in try reader.take(chunk.readableBytesView) {
                    try receiving.take(event) { Forms.isValid($0, context) }
                }
            }
        } catch is MultipartReader.Malformed {
            throw Self.malformed
        } catch is Receiving.TooLarge {
            throw tooLarge
        }
        guard reader.isDone else { throw Self.malformed }
        return try await body(try receiving.finish { Forms.isValid($0, context) })
    }

    private var tooLarge: PageRefused {
        .tooLarge(
            "Het bestand is groter dan \(limit / 1_000_000) MB. Bewaar alleen het plangebied, of vereenvoudig de lijnen."
        )
    }

    private static let malformed = PageRefused.wrong("Het bestand kwam niet heel aan. Probeer het opnieuw.")

    /// What has come in so far.
    private struct Receiving {
        struct TooLarge: Error {}

        private static let expired = PageRefused.wrong(
            "Uw sessie was verlopen. Ga terug, laad de pagina opnieuw en kies het bestand nog eens.")
        let file: URL
        let limit: Int
        private var form = Form()
        private var part: MultipartReader.Part?
        private var value: [UInt8] = []
        private var fieldBytes = 0
        private var output: FileHandle?
        private var name: String?
        private var bytes = 0

        init(file: URL, limit: Int) {
            self.file = file
            self.limit = limit
        }

        mutating func take(_ event: MultipartReader.Event, isToken: (String?) -> Bool) throws {
            switch event {
            case .began(let part):
                self.part = part
                value = []
                if part.fileName != nil { try begin(part, isToken) }
            case .content(let slice):
                if let output {
                    bytes += slice.count
                    guard bytes <= limit else { throw TooLarge() }
                    try output.write(contentsOf: slice)
                } else {
                    fieldBytes += slice.count
                    guard fieldBytes <= UploadReceiver.mostFieldBytes else { throw TooLarge() }
                    value += slice
                }
            case .ended: try end()
            }
        }

        private mutating func begin(_ part: MultipartReader.Part, _ isToken: (String?) -> Bool) throws {
            guard isToken(form[Forms.tokenField]) else { throw Self.expired }
            guard name == nil, FileManager.default.createFile(atPath: file.path, contents: nil) else {
                throw UploadReceiver.malformed
            }
            name = part.fileName
            output = try FileHandle(forWritingTo: file)
        }

        private mutating func end() throws {
            if let output {
                try output.close()
                self.output = nil
            } else if let part {
                guard form.fields.count < UploadReceiver.mostFields else { throw TooLarge() }
                let text = String(decoding: value, as: UTF8.self)
                form.fields.append(
                    Form.Field(
                        name: part.name, value: text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")))
            }
            part = nil
        }

        mutating func finish(isToken: (String?) -> Bool) throws -> Upload {
            guard isToken(form[Forms.tokenField]) else { throw Self.expired }
            form.fields.removeAll { $0.name == Forms.tokenField }
            // A browser sends an empty file without a name when none was chosen.
            let isChosen = !(name ?? "").isEmpty || bytes > 0
            return Upload(form: form, file: isChosen ? file : nil, name: name ?? "", bytes: bytes)
        }
    }
}
