internal import CPROJ
import Synchronization

/// Transforms between RD and ETRS89 by the official way: the grid correction of RDNAPTRANS2018 when PROJ finds the
/// grid, otherwise the seven-parameter transformation, which is up to 25 cm off. CRS84 counts as ETRS89.
///
/// The two pipelines are written out, because PROJ's own choice from RD to CRS84 is 13 cm off even with the grid.
/// A place beyond the grid is transformed by the seven parameters.
public final class Transformer: Sendable {
    /// The file of the grid, from NSGI; looked for in `PROJ_DATA` and in PROJ's folder of the user.
    public static let gridFile = "nl_nsgi_rdtrans2018.tif"

    /// A transformer that looks where PROJ looks.
    public static let standard = Transformer()

    /// The name of the grid when it was found.
    public static var gridName: String? { standard.gridName }

    /// The name of the grid when it was found, else `nil`.
    public let gridName: String?
    private let state: Mutex<State>

    /// - Parameter folders: where to look for the grid beside the places that PROJ knows; `nil` looks nowhere.
    public init(folders: [String]? = []) {
        let state = State(folders: folders)
        gridName = state.hasGrid ? Self.gridFile : nil
        self.state = Mutex(state)
    }

    /// Transforms positions in place of the first CRS. `nil` when one of them cannot be transformed.
    public func transform(_ positions: [Position], from source: CRS, to target: CRS) -> [Position]? {
        let swapped = { (position: Position) in Position(x: position.y, y: position.x) }
        let plain = source.isLatitudeFirst ? positions.map(swapped) : positions
        let moved: [Position]?
        switch (source == .rd, target == .rd) {
        case (true, false): moved = state.withLock { $0.run(plain, fromRD: true) }
        case (false, true): moved = state.withLock { $0.run(plain, fromRD: false) }
        default: moved = plain
        }
        return target.isLatitudeFirst ? moved?.map(swapped) : moved
    }

    /// PROJ's objects; used by one thread at a time.
    private struct State: @unchecked Sendable {
        private let objects: Objects
        var hasGrid: Bool { objects.grid != nil }

        init(folders: [String]?) { objects = Objects(folders: folders) }

        func run(_ positions: [Position], fromRD: Bool) -> [Position]? {
            var result = positions.map { PJ_COORD(v: ($0.x, $0.y, 0, 0)) }
            // RD to degrees is the inverse of the pipelines.
            let direction = fromRD ? PJ_INV : PJ_FWD
            if let grid = objects.grid { Self.run(grid, direction, &result) }
            let beyond =
                objects.grid == nil ? Array(result.indices) : result.indices.filter { !result[$0].v.0.isFinite }
            if !beyond.isEmpty {
                guard let parameters = objects.parameters else { return nil }
                var rest = beyond.map { PJ_COORD(v: (positions[$0].x, positions[$0].y, 0, 0)) }
                Self.run(parameters, direction, &rest)
                for (place, coordinate) in zip(beyond, rest) { result[place] = coordinate }
            }
            let moved = result.map { Position(x: $0.v.0, y: $0.v.1) }
            return moved.allSatisfy { $0.x.isFinite && $0.y.isFinite } ? moved : nil
        }

        private static func run(_ pipeline: OpaquePointer, _ direction: PJ_DIRECTION, _ coordinates: inout [PJ_COORD]) {
            // Returns 0, or the error of any of them; each failed coordinate becomes HUGE_VAL.
            _ = proj_trans_array(pipeline, direction, coordinates.count, &coordinates)
            // Returns the error that it clears.
            _ = proj_errno_reset(pipeline)
        }
    }

    private final class Objects {
        private let context: OpaquePointer?
        let grid: OpaquePointer?
        let parameters: OpaquePointer?

        init(folders: [String]?) {
            // Returns a context, or NULL; freed with proj_context_destroy.
            let context = proj_context_create()
            self.context = context
            // Returns nothing; keeps PROJ from writing to standard error when there is no grid.
            proj_log_level(context, PJ_LOG_NONE)
            // Returns whether the network is on: never, a grid comes from a folder.
            _ = proj_context_set_enable_network(context, 0)
            let files = folders.map { [Transformer.gridFile] + $0.map { "\($0)/\(Transformer.gridFile)" } } ?? []
            // Returns a transformation, or NULL when the grid is not there; freed with proj_destroy.
            grid = files.lazy.compactMap { proj_create(context, Pipelines.grid($0)) }.first
            // Returns a transformation, or NULL on error; freed with proj_destroy.
            parameters = proj_create(context, Pipelines.parameters)
        }

        deinit {
            proj_destroy(grid)
            proj_destroy(parameters)
            proj_context_destroy(context)
        }
    }
}

/// From degrees (longitude, latitude) to RD; the constants are those of EPSG:28992, EPSG:9282 and EPSG:4830.
private enum Pipelines {
    private static let begin = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad"
    private static let projection =
        "+step +proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000"
        + " +ellps=bessel"

    static func grid(_ file: String) -> String {
        "\(begin) +step +inv +proj=hgridshift +grids=\"\(file)\" \(projection)"
    }

    static let parameters =
        "\(begin) +step +proj=push +v_3 +step +proj=cart +ellps=GRS80 +step +inv +proj=helmert +x=565.7381 +y=50.4018"
        + " +z=465.2904 +rx=0.395025981036064 +ry=-0.330772431242031 +rz=1.87607329462821 +s=4.07244"
        + " +convention=coordinate_frame +step +inv +proj=cart +ellps=bessel +step +proj=pop +v_3 \(projection)"
}
