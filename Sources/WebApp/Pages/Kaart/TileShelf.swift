import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import Synchronization

/// Tiles of the base map on disk, fetched from the source when they are not there. What cannot be fetched is given from the
/// shelf however old it is.
final class TileShelf: Sendable {
    static let freshSeconds: Double = 30 * 24 * 3600
    private static let mostBytes = 1_000_000_000

    let template: String
    let folder: URL
    private let now: @Sendable () -> Date
    /// Bytes on the shelf; counted once, then kept.
    private let bytes = Mutex<Int?>(nil)

    init(template: String, folder: URL, now: @escaping @Sendable () -> Date) {
        self.template = template
        self.folder = folder
        self.now = now
    }

    /// Follows no redirect: the source is the one of the settings and no other.
    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.timeout = .init(connect: .seconds(3), read: .seconds(5))
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    /// The picture; `nil` when it is neither on the shelf nor to be had.
    func picture(_ tile: BaseMapTile) async -> [UInt8]? {
        let file = tile.file(in: folder)
        let kept = (try? Data(contentsOf: file)).map { [UInt8]($0) }
        if let kept, isFresh(file) { return kept }
        guard let fetched = await fetch(tile) else { return kept }
        keep(fetched, file)
        return fetched
    }

    private func isFresh(_ file: URL) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
        guard let written = attributes?[.modificationDate] as? Date else { return false }
        return now().timeIntervalSince(written) < Self.freshSeconds
    }

    private func fetch(_ tile: BaseMapTile) async -> [UInt8]? {
        let request = HTTPClientRequest(url: tile.address(template))
        guard let response = try? await Self.client.execute(request, timeout: .seconds(8)), response.status == .ok,
            let body = try? await response.body.collect(upTo: TilePicture.mostBytes)
        else { return nil }
        let bytes = [UInt8](body.readableBytesView)
        return TilePicture.contentType(of: bytes) == nil ? nil : bytes
    }

    /// A full shelf takes nothing more.
    private func keep(_ picture: [UInt8], _ file: URL) {
        let isFull = bytes.withLock { bytes in
            let known = bytes ?? counted()
            bytes = known + picture.count
            return known > Self.mostBytes
        }
        guard !isFull else { return }
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(picture).write(to: file, options: .atomic)
    }

    private func counted() -> Int {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.fileSizeKey])
        var sum = 0
        while let file = files?.nextObject() as? URL {
            sum += (try? file.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
        }
        return sum
    }
}
