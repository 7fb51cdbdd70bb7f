public import Foundation
public import PolicyModel

/// A house with the hash of the content it was made of.
public struct OpenedHouse: Sendable {
    public var result: LoadResult
    /// See ``HouseHash``.
    public var houseHash: String
    /// Whether it came out of the cache.
    public var fromCache: Bool

    public var house: PolicyHouse? { result.house }
    public var findings: [ContentFinding] { result.findings }
}

/// Opens a house fast: compiled once into one file, read back as long as the content stays the same.
///
/// The file is named by the hash of the content, the version of the engine and the version of the format. One that is
/// damaged is made anew. A house with errors is never kept, so that its findings come back every time. A check of the
/// content itself should use ``HouseLoader``: it also sees schemas that have changed.
public enum HouseSnapshot {
    /// Changes with the shape of the policy model or of the file.
    static let formatVersion = 3

    /// - Parameters:
    ///   - folder: the house.
    ///   - cache: folder of the snapshots; by default ``defaultCache(environment:)``; it is made when missing.
    ///   - engineVersion: version of the program that asks.
    ///   - schemas: folder of the JSON Schemas; by default `schema` beside the house.
    /// A cache that cannot be written costs speed, and is no error.
    public static func open(
        folder: URL, cache: URL? = nil, engineVersion: String = "0", schemas: URL? = nil
    ) -> OpenedHouse {
        let hash = HouseHash.of(folder: folder)
        guard let cache = cache ?? defaultCache() else {
            return OpenedHouse(
                result: HouseLoader(folder: folder, schemas: schemas).load(), houseHash: hash, fromCache: false)
        }
        let key = SnapshotKey(houseHash: hash, engineVersion: engineVersion, formatVersion: formatVersion)
        let file = cache.appending(path: key.fileName)
        if let bytes = FileManager.default.contents(atPath: file.path),
            let kept = SnapshotFile(bytes: bytes, key: key)
        {
            return OpenedHouse(
                result: LoadResult(house: kept.house, findings: kept.findings), houseHash: hash, fromCache: true)
        }
        let result = HouseLoader(folder: folder, schemas: schemas).load()
        if let house = result.house, !result.hasErrors {
            SnapshotFile(house: house, findings: result.findings).write(to: file, key: key)
        }
        return OpenedHouse(result: result, houseHash: hash, fromCache: false)
    }

    /// `KOMPAS_CACHE`, else `kompas` in `XDG_CACHE_HOME`, else `.cache/kompas` in `HOME`; `nil` without any of these.
    public static func defaultCache(environment: [String: String] = ProcessInfo.processInfo.environment) -> URL? {
        func folder(_ name: String) -> URL? {
            guard let path = environment[name], !path.isEmpty else { return nil }
            return URL(filePath: path, directoryHint: .isDirectory)
        }
        return folder("KOMPAS_CACHE") ?? folder("XDG_CACHE_HOME")?.appending(path: "kompas")
            ?? folder("HOME")?.appending(path: ".cache/kompas")
    }
}
