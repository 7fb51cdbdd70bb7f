import Foundation
import LimitedProcess
import NormEngine
import OpportunityMap
import PolicyModel
import Reporting

/// A map with what a page tells of it.
struct KeptMap: Sendable {
    var result: OpportunityResult
    /// Hectares over all zones of the house.
    var table: HectaresTable
}

struct KeptDifference: Sendable {
    var before: KeptMap
    var after: KeptMap
    var difference: MapDifference
    var fit: FitDifference
}

struct KeptPressure: Sendable {
    var pressure: PressureMap
    /// Claims per cell, -1 outside the house; rows from the south.
    var counts: [Int16]
    var bands: PressureBands
}

/// Where maps of opportunities and of claims are made and kept.
final class MapRoom: Sendable {
    let maps: WorkDesk<MapKey, KeptMap>
    let differences: WorkDesk<MapPair, KeptDifference>
    let pressures: WorkDesk<PressureKey, KeptPressure>
    let pictures: WorkDesk<PictureKey, CellPicture>
    let queue = WorkQueue(seats: 12)
    /// For writing files.
    let files = Turnstile(places: 1, seats: 4)
    private static let mostBytesOnDisk = 2_000_000_000
    private let house: SiteHouse
    private let makers: PlaneMakers
    let folder: URL
    /// Another one when the policy, a layer or the way of drawing is another.
    let version: String

    /// - Parameters:
    ///   - folder: where planes are kept.
    ///   - megabytes: memory for planes, maps and pictures together, about.
    init(house: SiteHouse, folder: URL, megabytes: Int) {
        self.house = house
        self.folder = folder
        let parts = ["1", house.hash] + house.catalogue.items.map { "\($0.id) \($0.version)" }
        version = String(EntityTag.of(Array(parts.joined(separator: "\n").utf8)).filter(\.isHexDigit).prefix(12))
        let bytes = megabytes * 1_000_000
        let makers = PlaneMakers(house: house, folder: folder, mostBytes: bytes / 3)
        self.makers = makers
        let maps = WorkDesk<MapKey, KeptMap>(queue: queue, mostBytes: bytes / 3) { key, work in
            defer { makers.tidy() }
            return try Self.map(key, house, makers, work)
        }
        let differences = WorkDesk<MapPair, KeptDifference>(queue: queue, mostBytes: bytes / 12) { pair, work in
            let (before, after) = (try maps.made(pair.before, work), try maps.made(pair.after, work))
            let difference = try MapDifference(before: before.result, after: after.result)
            let fit = FitDifference(before: before.result, after: after.result, difference: difference)
            let kept = KeptDifference(before: before, after: after, difference: difference, fit: fit)
            return (kept, 4 * difference.plane.byteCount)
        }
        let pressures = WorkDesk<PressureKey, KeptPressure>(queue: queue, mostBytes: bytes / 12) { key, work in
            defer { makers.tidy() }
            let maker = try makers.maker(GridKey(cellMetres: key.cellMetres, hectares: nil))
            let pressure = try PressureMap(
                index: house.index, layers: house.layers, maker: maker, asOf: key.day, limit: 20, work: work)
            let counts = pressure.counts
            let bytes = pressure.claims.reduce(2 * counts.count) { $0 + $1.plane.byteCount }
            return (KeptPressure(pressure: pressure, counts: counts, bands: PressureBands(counts)), bytes)
        }
        pictures = WorkDesk(queue: queue, mostBytes: bytes / 6) { key, work in
            let picture =
                switch key.subject {
                case .map(let key, let shown): try Self.picture(maps.made(key, work).result, shown)
                case .difference(let pair): Self.picture(try differences.made(pair, work))
                case .pressure(let key): try pressures.made(key, work).picture
                }
            return (picture, picture.byteCount)
        }
        self.maps = maps
        self.differences = differences
        self.pressures = pressures
    }

    private static func map(
        _ key: MapKey, _ house: SiteHouse, _ makers: PlaneMakers, _ work: Work
    ) throws -> (value: KeptMap, bytes: Int) {
        let activity = ActivityCompiler(index: house.index, layers: house.layers).compile(key.question)
        let result = try OpportunityMapper(maker: makers.maker(key.grid)).map(activity, work: work)
        let zones = try makers.zones(key.grid.cellMetres, work)
        let bytes = result.classes.reduce(result.domain.byteCount) { $0 + $1.plane.byteCount }
        return (KeptMap(result: result, table: HectaresTable(result, zones: zones)), bytes)
    }

    private static func picture(_ result: OpportunityResult, _ shown: MapShown) -> CellPicture {
        CellPicture(result, classes: DrawnClasses(result, shown).classes)
    }

    private static func picture(_ kept: KeptDifference) -> CellPicture {
        CellPicture(
            [
                (kept.fit.gained, DifferenceLook.gained), (kept.fit.lost, DifferenceLook.lost),
                (kept.fit.other, DifferenceLook.other),
            ], within: kept.before.result.domain)
    }

    /// Planes for all that the house says, on disk before anybody asks; gives way to whoever does.
    func prepare(on day: PolicyDate) async throws {
        tidyFolder()
        let cellMetres = KansenQuery.usualCell
        let maker = try makers.make(GridKey(cellMetres: cellMetres, hectares: nil))
        for activity in house.house.activities {
            try await idle()
            let question = OpportunityQuestion(
                part: PartInput(id: "1", activities: [activity.id], facts: SpatialFacts(layers: [:])), asOf: day)
            let sources = ActivityCompiler(index: house.index, layers: house.layers).compile(question).sources
            await inQueue { _ = try? maker.planes(sources) }
        }
        let makers = makers
        try await idle()
        await inQueue { _ = try? makers.zones(cellMetres, .quiet) }
        try await idle()
        let key = PressureKey(cellMetres: cellMetres, day: day)
        let pressures = pressures
        await inQueue { _ = try? pressures.made(key, .quiet) }
    }

    /// What was used longest ago goes when planes on disk take too much room.
    private func tidyFolder() {
        let keys: Set<URLResourceKey> = [.contentModificationDateKey, .fileSizeKey]
        let files =
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: Array(keys))) ?? []
        let known = files.compactMap { file -> (file: URL, day: Date, bytes: Int)? in
            guard let values = try? file.resourceValues(forKeys: keys) else { return nil }
            return (file, values.contentModificationDate ?? .distantPast, values.fileSize ?? 0)
        }.sorted { $0.day > $1.day }
        var bytes = 0
        for item in known {
            bytes += item.bytes
            if bytes > Self.mostBytesOnDisk { try? FileManager.default.removeItem(at: item.file) }
        }
    }

    /// Does something that takes long off the threads that answer requests.
    /// - Throws: what the body throws, and ``PageRefused`` when it is too busy.
    func atWork<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isLetIn = queue.enter { continuation.resume(with: Result { try body() }) }
            if !isLetIn { continuation.resume(throwing: PageRefused.unavailable(WaitingPage.busyText)) }
        }
    }

    private func idle() async throws {
        while !queue.isIdle { try await Task.sleep(for: .milliseconds(500)) }
        try Task.checkCancellation()
    }

    private func inQueue(_ body: @escaping @Sendable () -> Void) async {
        await withCheckedContinuation { continuation in
            let isLetIn = queue.enter {
                body()
                continuation.resume()
            }
            if !isLetIn { continuation.resume() }
        }
    }
}

/// The colours and marks of a map of differences.
enum DifferenceLook {
    static let gained = CellPicture.Look(Palette.Colour(0, 120, 80), .falling)
    static let lost = CellPicture.Look(Palette.Colour(158, 27, 50), .crossed)
    static let other = CellPicture.Look(Palette.Colour(150, 160, 185), .fewDots)
}
