import Foundation
import Hummingbird
import NIOCore
import Synchronization

/// Style sheets, scripts and pictures, and libraries of others that the set-up installed. Read once and kept compressed.
public final class AssetFiles: Sendable {
    struct Asset {
        var plain: ByteBuffer
        var gzip: ByteBuffer?
        var etag: String
        var contentType: String
    }

    /// The path under which the assets of this version stand; another version has another, so browsers may keep them.
    public let base: String
    private let folder: URL
    private let reloads: Bool
    private let own: [String: Asset]
    private let vendor: [String: Asset]

    /// - Parameters:
    ///   - styles: style sheets that stand in the source code, by their path.
    ///   - vendor: the folder with the libraries of others; without it there is no map to move.
    ///   - reloads: reads files again each time, for who works on them.
    init(folder: URL, styles: [String: String] = [:], vendor: URL?, reloads: Bool) throws {
        self.folder = folder
        self.reloads = reloads
        var own = try Self.load(folder)
        for (path, text) in styles { own[path] = Self.asset(Array(text.utf8), "text/css; charset=utf-8") }
        self.own = own
        self.vendor = try vendor.map(Self.load) ?? [:]
        let version = EntityTag.of(Array(own.sorted { $0.key < $1.key }.map(\.value.etag).joined().utf8))
        base = "/assets/" + version.filter(\.isHexDigit).prefix(12)
    }

    /// Whether the library of the map is there.
    public var hasMapLibrary: Bool { vendor["ol.js"] != nil }

    /// Whether the font of the pages is there.
    var hasFont: Bool { vendor["open-sans-400.woff2"] != nil }

    /// - Throws: ``PageRefused/notFound``.
    func answer(_ path: String, to request: Request) throws -> Response {
        let fresh = reloads ? Self.read(folder.appending(path: path), in: folder) : nil
        guard let asset = fresh ?? own[path] else { throw PageRefused.notFound }
        return Self.answer(asset, reloads ? "no-cache" : "public, max-age=31536000, immutable", request)
    }

    /// - Throws: ``PageRefused/notFound``.
    func vendorAnswer(_ path: String, to request: Request) throws -> Response {
        guard let asset = vendor[path] else { throw PageRefused.notFound }
        return Self.answer(asset, "public, max-age=86400", request)
    }

    private static func answer(_ asset: Asset, _ cacheControl: String, _ request: Request) -> Response {
        StaticAnswer.response(
            plain: asset.plain, gzip: asset.gzip, etag: asset.etag, contentType: asset.contentType,
            cacheControl: cacheControl, to: request)
    }

    private static func load(_ folder: URL) throws -> [String: Asset] {
        var assets: [String: Asset] = [:]
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
        for case let file as URL in files {
            guard let asset = read(file, in: folder) else { continue }
            assets[
                String(
                    file.standardizedFileURL.path.dropFirst(folder.standardizedFileURL.path.count).drop { $0 == "/" })] =
                asset
        }
        return assets
    }

    /// `nil` for what is not a file of a known kind inside the folder.
    private static func read(_ file: URL, in folder: URL) -> Asset? {
        guard file.standardizedFileURL.path.hasPrefix(folder.standardizedFileURL.path + "/"),
            let type = types[file.pathExtension], let data = try? Data(contentsOf: file)
        else { return nil }
        return asset([UInt8](data), type)
    }

    private static func asset(_ bytes: [UInt8], _ type: String) -> Asset {
        let isText = type.hasPrefix("text") || type.contains("svg") || type.contains("json")
        return Asset(
            plain: ByteBuffer(bytes: bytes),
            gzip: isText ? Gzip.compress(bytes, level: 9).map { ByteBuffer(bytes: $0) } : nil,
            etag: EntityTag.of(bytes), contentType: type)
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
        "png": "image/png", "ico": "image/x-icon", "woff2": "font/woff2", "ttf": "font/ttf",
        "json": "application/json", "txt": "text/plain; charset=utf-8",
    ]
}
