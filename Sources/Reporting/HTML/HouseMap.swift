public import Geometry
public import MapLayers
public import NormEngine
import PolicyModel

/// A small map of the whole house as a drawing: its outline, its larger towns by name, and some layers. For a first page
/// that needs no library, and for who has no script.
public struct HouseMap: Sendable {
    static let width = 640.0
    private static let margin = 12.0
    /// Towns that are named on a narrow screen too.
    private static let mainTowns = 5

    /// A layer with its mark, from 0; see ``HouseMap/mostLayers``.
    public struct Layer: Sendable, Hashable {
        public var id: String
        public var mark: Int
        public init(id: String, mark: Int) {
            self.id = id
            self.mark = mark
        }
    }

    /// A picture in RD that is laid on the ground.
    public struct Picture: Sendable, Hashable {
        public var address: String
        public var box: BoundingBox
        public init(address: String, box: BoundingBox) {
            self.address = address
            self.box = box
        }
    }

    /// More layers than these make a map unreadable.
    public static let mostLayers = MapSketch.mostLayers

    let index: HouseIndex
    let layers: MapLayers
    /// What the map shows, in metres.
    public let extent: BoundingBox
    private var scale: Double { (Self.width - 2 * Self.margin) / extent.width }
    private var height: Double { extent.height * scale + 2 * Self.margin }

    /// `nil` when the outline of the house cannot be read.
    public init?(index: HouseIndex, layers: MapLayers) {
        let outlines = layers.layers.filter { $0.designation == index.house.outline }
        let extent = outlines.compactMap { try? layers.extent(of: $0.id) }.reduce(BoundingBox.empty) { $0.union($1) }
        guard extent.width > 0, extent.height > 0 else { return nil }
        self.index = index
        self.layers = layers
        self.extent = extent
    }

    /// - Parameters:
    ///   - picture: a picture on the ground, below the layers.
    ///   - shown: layers on top of the ground.
    ///   - chosen: a place that is marked.
    ///   - towns: how many towns are named at most.
    ///   - label: what the drawing is, for who does not see it.
    public func drawing(
        picture: Picture? = nil, _ shown: [Layer] = [], chosen: Position? = nil, towns: Int = 12, label: String
    ) -> HTML {
        tag(
            "svg", .class("house-map"),
            Attribute("viewBox", "0 0 \(SVG.number(Self.width)) \(SVG.number(height))"), Attribute("role", "img"),
            Attribute("aria-label", label)
        ) {
            for id in ids(index.house.outline) { paths(id, "house-ground") }
            if let picture { image(picture) }
            for layer in shown.prefix(Self.mostLayers) { paths(layer.id, "house-layer layer-\(layer.mark + 1)") }
            for designation in index.designationsByKind[.settlement] ?? [] {
                for id in ids(designation.id) { paths(id, "house-town") }
            }
            for id in ids(index.house.outline) { paths(id, "house-line") }
            names(towns)
            if let chosen { cross(place(chosen)) }
        }
    }

    private func image(_ picture: Picture) -> HTML {
        let corner = place(Position(x: picture.box.minX, y: picture.box.maxY))
        return tag(
            "image", .class("house-picture"), Attribute("href", picture.address),
            Attribute("x", SVG.number(Self.tenths(corner.x))), Attribute("y", SVG.number(Self.tenths(corner.y))),
            Attribute("width", SVG.number(Self.tenths(picture.box.width * scale))),
            Attribute("height", SVG.number(Self.tenths(picture.box.height * scale))),
            Attribute("preserveAspectRatio", "none"))
    }

    private func ids(_ designation: String) -> [String] {
        layers.layers.filter { $0.designation == designation }.map(\.id)
    }

    // MARK: - Shapes

    /// One path for all features; half a pixel is not seen.
    private func paths(_ layer: String, _ name: String) -> HTML {
        let room = extent.grown(by: extent.width * 0.02)
        guard let drawn = try? layers.drawing(of: layer, in: room, toleranceMetres: 0.5 / scale) else { return .none }
        let path = drawn.compactMap { try? $0.shape.geoJSON(in: .rd) }.map { geometry in
            RDGeometry(geometry).paths.map { path in
                let points = path.positions.map(place).map { SVG.point(Self.tenths($0.x), Self.tenths($0.y)) }
                if points.count == 1 { return "M\(points[0])h0" }
                let body = (path.isClosed ? points.dropLast() : points[...]).joined(separator: "L")
                return "M" + body + (path.isClosed ? "Z" : "")
            }.joined()
        }.joined()
        return path.isEmpty ? .none : tag("path", .class(name), Attribute("d", path))
    }

    private func place(_ position: Position) -> Position {
        Position(
            x: Self.margin + (position.x - extent.minX) * scale, y: Self.margin + (extent.maxY - position.y) * scale)
    }

    private static func tenths(_ value: Double) -> Double { (value * 10).rounded() / 10 }

    // MARK: - Names

    /// The largest towns first; a name that would cover another one is left out.
    private func names(_ most: Int) -> HTML {
        var taken: [BoundingBox] = []
        var names: [HTML] = []
        for town in townsBySize() where names.count < most {
            let width = Double(town.name.count) * 7.6 + 8
            let (x, y) = (town.place.x, town.place.y)
            let box = BoundingBox(minX: x - width / 2, minY: y - 22, maxX: x + width / 2, maxY: y - 2)
            guard box.minX > 0, box.maxX < Self.width, !taken.contains(where: { $0.intersects(box) }) else { continue }
            taken.append(box)
            names.append(
                tag(
                    "text", .class(names.count < Self.mainTowns ? "house-name" : "house-name house-minor"),
                    Attribute("x", SVG.number(Self.tenths(x))),
                    Attribute("y", SVG.number(Self.tenths(y - 7)))
                ) { town.name })
        }
        return .joined(names)
    }

    private func townsBySize() -> [(name: String, place: Position)] {
        var towns: [(name: String, place: Position, size: Double)] = []
        for designation in index.designationsByKind[.settlement] ?? [] {
            for id in ids(designation.id) {
                for drawn in (try? layers.drawing(of: id, in: extent, toleranceMetres: 1)) ?? [] {
                    guard let name = drawn.feature.name else { continue }
                    let box = drawn.shape.boundingBox
                    let top = Position(x: (box.minX + box.maxX) / 2, y: box.maxY)
                    towns.append((name, place(top), drawn.shape.areaSquareMetres))
                }
            }
        }
        return towns.sorted { ($1.size, $0.name) < ($0.size, $1.name) }.map { ($0.name, $0.place) }
    }

    private func cross(_ place: Position) -> HTML {
        let (x, y) = (Self.tenths(place.x), Self.tenths(place.y))
        return tag("g", .class("house-chosen")) {
            tag("circle", Attribute("cx", SVG.number(x)), Attribute("cy", SVG.number(y)), Attribute("r", "9"))
            tag("path", Attribute("d", "M\(SVG.point(x - 15, y))h30M\(SVG.point(x, y - 15))v30"))
        }
    }
}
