import Foundation
import Mustache
import Synchronization

/// Templates, and pages made from them.
public final class PageRenderer: Sendable {
    private let folder: URL
    private let reloads: Bool
    private let library: Mutex<MustacheLibrary>

    /// - Parameter reloads: reads the templates again for each page, for who works on them.
    init(folder: URL, reloads: Bool) throws {
        self.folder = folder
        self.reloads = reloads
        MustacheContentTypes.register(PageText(), named: PageText.name)
        library = Mutex(try Self.load(folder))
    }

    /// The text of a template with a model.
    /// - Throws: ``TemplateMissing``.
    public func render(_ model: Any, with template: String) throws -> String {
        let templates = reloads ? try Self.load(folder) : library.withLock { $0 }
        guard let text = templates.render(model, withTemplate: template) else {
            throw TemplateMissing(name: template)
        }
        return text
    }

    private static func load(_ folder: URL) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        for case let file as URL in files where file.pathExtension == "mustache" {
            let name = file.path.dropFirst(folder.path.count).drop { $0 == "/" }.dropLast(".mustache".count)
            // A partial starts with the escaping of the library again, so every file names ours.
            let text = try "{{% CONTENT_TYPE: \(PageText.name)}}" + String(contentsOf: file, encoding: .utf8)
            try library.register(text, named: String(name))
        }
        return library
    }
}

/// Text in a page. Escapes each scalar: what is one character to Swift may hold a quote and a mark that combines with it.
struct PageText: MustacheContentType {
    static let name = "PAGE"

    func escapeText(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// A page asks for a template that is not there.
public struct TemplateMissing: Error, Sendable, Hashable { public var name: String }
