public import Assessment
public import CanonicalJSON
public import Geometry
public import MapLayers
import NormEngine
public import PolicyModel

/// What a small map of an assessment shows: the plan, and the layers that it hits or that are near. Geometry in RD.
public struct MapSketch: Sendable {
    /// More layers than these make a map unreadable.
    public static let mostLayers = 7

    public struct Layer: Sendable {
        public var title: String
        public var summary: LayerSummary
        /// Metres on both sides within which the real line may lie; 0 for a precise line.
        public var widthMetres: Double
        /// GeoJSON geometries, cut off well outside the view.
        public var shapes: [JSONValue]
        /// The layer is everywhere in the view: there is no line to draw, and it takes no room.
        public var coversView: Bool
    }

    /// What the map shows, in metres.
    public var view: BoundingBox
    public var plan: [JSONValue]
    public var layers: [Layer]
    /// Layers that are hit or near but for which there was no room.
    public var leftOut: [String]

    /// Takes the geometry of layers from where the assessment found it. A layer that cannot be read is left out: the
    /// report says so itself.
    public init?(_ report: AssessmentReport, house: PolicyHouse, layers: MapLayers) {
        let plan = report.initiative.parts.map(\.geometry)
        let positions = plan.flatMap { RDGeometry($0).paths.flatMap(\.positions) }
        guard let view = Self.view(around: positions) else { return nil }
        self.view = view
        self.plan = plan
        let kinds = Dictionary(house.designations.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
        let wanted = report.layers.filter { layer in
            let kind = kinds[layer.designation] ?? .policy
            return (layer.state == .hit || layer.state == .near) && (kind == .policy || kind == .settlement)
        }
        // First the layers that a finding rests on.
        let asked = Set(
            report.findings.flatMap(\.because).flatMap { $0.about.split { ":/,".contains($0) }.map(String.init) })
        let telling = wanted.filter { asked.contains($0.designation) }
        let others = wanted.filter { !asked.contains($0.designation) }
        let sorted = [telling, others].flatMap { layers in
            layers.filter { $0.state == .hit } + layers.filter { $0.state == .near }
        }
        self.layers = []
        leftOut = []
        for summary in sorted {
            guard let id = summary.layer, let layer = Self.layer(summary, id: id, view: view, layers) else { continue }
            if layer.coversView || drawn < Self.mostLayers {
                self.layers.append(layer)
            } else {
                leftOut.append(layer.title)
            }
        }
    }

    /// Layers with a line in the view.
    private var drawn: Int { layers.count { !$0.coversView } }

    private static func layer(_ summary: LayerSummary, id: String, view: BoundingBox, _ layers: MapLayers) -> Layer? {
        let width = summary.precision?.kind == .indicative ? summary.precision?.widthMetres ?? 0 : 0
        // Cut edges must not be seen, nor the soft band along them.
        let room = view.grown(by: width + 0.2 * max(view.width, view.height))
        guard let shapes = try? layers.shapes(layer: id, within: room) else { return nil }
        let covered = shapes.contains { shape in
            guard shape.kind.dimension == 2, let frame = try? Shape.rectangle(view) else { return false }
            return ((try? shape.sharedAreaSquareMetres(with: frame)) ?? 0) > 0.9999 * view.areaSquareMetres
        }
        return Layer(
            title: summary.title, summary: summary, widthMetres: width,
            shapes: shapes.compactMap { try? $0.geoJSON(in: .rd) }, coversView: covered)
    }

    /// Room around the plan in the proportions of the map, at least two and a half kilometres wide.
    private static func view(around positions: [Position]) -> BoundingBox? {
        guard let first = positions.first else { return nil }
        var box = BoundingBox(minX: first.x, minY: first.y, maxX: first.x, maxY: first.y)
        for position in positions {
            box = box.union(BoundingBox(minX: position.x, minY: position.y, maxX: position.x, maxY: position.y))
        }
        let width = max(2_500, box.width * 2.2, box.height * 2.2 * MapDrawing.width / MapDrawing.height)
        let height = width * MapDrawing.height / MapDrawing.width
        let (x, y) = ((box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2)
        return BoundingBox(minX: x - width / 2, minY: y - height / 2, maxX: x + width / 2, maxY: y + height / 2)
    }
}

/// A GeoJSON geometry in RD as paths.
struct RDGeometry {
    struct Path {
        var positions: [Position]
        var isClosed: Bool
    }

    private(set) var paths: [Path] = []
    /// Whether it is an area: then its paths are filled.
    let isArea: Bool
    private let isPoints: Bool

    init(_ geometry: JSONValue) {
        let type = geometry["type"]?.string ?? ""
        isArea = type.hasSuffix("Polygon")
        isPoints = type.hasSuffix("Point")
        collect(geometry["coordinates"] ?? .null)
    }

    /// A list of positions at any depth is a path.
    private mutating func collect(_ value: JSONValue) {
        if let position = Self.position(value) {
            paths.append(Path(positions: [position], isClosed: false))
            return
        }
        guard let items = value.array else { return }
        let positions = items.compactMap(Self.position)
        if !items.isEmpty, positions.count == items.count, !isPoints {
            paths.append(Path(positions: positions, isClosed: isArea))
            return
        }
        for item in items { collect(item) }
    }

    private static func position(_ value: JSONValue) -> Position? {
        guard let numbers = value.array, numbers.count >= 2, let x = numbers[0].number, let y = numbers[1].number
        else { return nil }
        return Position(x: x, y: y)
    }
}
