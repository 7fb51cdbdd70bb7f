internal import Foundation
public import Geometry
public import MapLayers
internal import PolicyModel

/// What an import did.
public struct ImportReport: Sendable, Hashable {
    public var layer: String
    public var designation: String
    public var features = 0
    public var vertices = 0
    /// Features whose geometry was mended.
    public var repaired: [String] = []
    /// Features left out because they have no geometry.
    public var withoutGeometry: [String] = []
    public var boundingBox = BoundingBox.empty
    /// The grid with which degrees became RD; `nil` when nothing was transformed or there was none.
    public var grid: String?
    public var isTransformed = false
}

/// Reads a foreign file into a layer.
public struct LayerImporter: Sendable {
    public let options: ImportOptions
    private let transformer: Transformer

    public init(options: ImportOptions, transformer: Transformer = .standard) {
        self.options = options
        self.transformer = transformer
    }

    /// Reads, checks, mends and transforms all features; nothing is written.
    /// - Parameter progress: called with the features read so far and their total, when that is known.
    public func read(
        progress: ((Int, Int?) -> Void)? = nil
    ) throws(ImportProblem) -> (draft: LayerDraft, report: ImportReport) {
        let source = try OGRSource(options.source, limits: options.limits)
        let reader = try OGRReader(
            source, layerName: options.layerName, filter: options.filter, transformer: transformer)
        let fields = try Fields(options, reader)
        var report = ImportReport(layer: options.description.id, designation: options.description.designation)
        report.isTransformed = reader.crs != .rd
        report.grid = report.isTransformed ? transformer.gridName : nil
        var features: [(feature: LayerFeature, shape: Shape)] = []
        let total = reader.count
        try reader.each { (record) throws(ImportProblem) in
            let feature = fields.feature(record, reader)
            guard features.count < options.limits.features else {
                throw ImportProblem(
                    "er zijn meer dan \(options.limits.features) gebieden", in: options.source.lastPathComponent,
                    help: "kies met --where of verhoog --max-features")
            }
            guard let shape = try shape(record, reader, feature.id, &report) else { return }
            report.vertices += shape.vertexCount
            guard report.vertices <= options.limits.vertices else {
                throw ImportProblem(
                    "er zijn meer dan \(options.limits.vertices) punten", in: options.source.lastPathComponent,
                    help: "kies met --where of vereenvoudig de bron")
            }
            report.boundingBox = report.boundingBox.union(shape.boundingBox)
            features.append((feature, shape))
            progress?(features.count, total)
        }
        guard !features.isEmpty else {
            throw ImportProblem(
                "er is geen enkel gebied gevonden", in: options.source.lastPathComponent,
                help: options.filter == nil ? nil : "kijk de voorwaarde bij --where na")
        }
        report.features = features.count
        let draft = LayerDraft(description: options.description, features: features, coverage: try coverage())
        return (draft, report)
    }

    private func shape(
        _ record: OGRReader.Record, _ reader: OGRReader, _ id: String, _ report: inout ImportReport
    ) throws(ImportProblem) -> Shape? {
        let place = "\(options.source.lastPathComponent), gebied `\(id)`"
        guard let wkb = record.wkb else {
            if options.isStrict { throw ImportProblem("dit gebied heeft geen geometrie", in: place) }
            report.withoutGeometry.append(id)
            return nil
        }
        do throws(GeometryError) {
            let shape = try reader.shape(of: wkb)
            try check(shape, place)
            guard let fault = try shape.fault() else { return shape }
            if options.isStrict { throw GeometryError(message: fault.reason) }
            guard let repaired = try shape.repaired() else { throw GeometryError(message: fault.reason) }
            report.repaired.append(id)
            return repaired
        } catch {
            throw ImportProblem(
                "de geometrie deugt niet (\(error.message))", in: place,
                help: options.isStrict ? "herstel haar in de bron of laat --strict weg" : "herstel haar in de bron")
        }
    }

    private func check(_ shape: Shape, _ place: String) throws(GeometryError) {
        let (x, y) = CRS.rd.range
        let box = shape.boundingBox
        guard x.contains(box.minX), x.contains(box.maxX), y.contains(box.minY), y.contains(box.maxY) else {
            throw GeometryError(message: "ligt buiten Nederland; klopt het coördinatenstelsel?")
        }
    }

    private func coverage() throws(ImportProblem) -> Shape? {
        guard let file = options.coverageFile else { return nil }
        let source = try OGRSource(file, limits: options.limits)
        let reader = try OGRReader(source, layerName: nil, filter: nil, transformer: transformer)
        var shapes: [Shape] = []
        try reader.each { (record) throws(ImportProblem) in
            do throws(GeometryError) {
                guard let wkb = record.wkb, let shape = try reader.shape(of: wkb).repaired() else { return }
                if shape.kind.dimension == 2 { shapes.append(shape) }
            } catch {
                throw ImportProblem("de dekking deugt niet (\(error.message))", in: file.lastPathComponent)
            }
        }
        guard let union = try? Shape.union(shapes) else {
            throw ImportProblem("de dekking heeft geen vlakken", in: file.lastPathComponent)
        }
        return union
    }
}

/// The fields that are read, by their places.
private struct Fields {
    let id: Int32?
    let name: Int32?
    let attributes: [(place: Int32, name: String)]

    init(_ options: ImportOptions, _ reader: OGRReader) throws(ImportProblem) {
        id = try options.idField.map { (name) throws(ImportProblem) in try reader.field(name) }
        name = try options.nameField.map { (name) throws(ImportProblem) in try reader.field(name) }
        var attributes: [(place: Int32, name: String)] = []
        for attribute in options.attributes { attributes.append((try reader.field(attribute.field), attribute.name)) }
        self.attributes = attributes
    }

    func feature(_ record: OGRReader.Record, _ reader: OGRReader) -> LayerFeature {
        var feature = LayerFeature(id: id.flatMap { reader.text($0, of: record) } ?? String(record.number))
        feature.name = name.flatMap { reader.text($0, of: record) }
        for (place, name) in attributes {
            let value = reader.value(place, of: record)
            switch (name, value) {
            case ("top", .number(let metres)): feature.topMetres = metres
            case ("base", .number(let metres)): feature.baseMetres = metres
            default: feature.attributes[name] = value
            }
        }
        return feature
    }
}
