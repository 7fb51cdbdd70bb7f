public import Geometry

/// What of an archive is read: one shapefile with the files that belong to it, or one file of another kind.
public struct ZipContents: Sendable, Hashable {
    public enum Choice: Sendable, Hashable {
        /// The file with shapes, and those beside it that bear its name.
        case shapefile(shapes: ZipEntry, beside: [ZipEntry])
        case file(ZipEntry, FileKind)
    }

    public let choice: Choice
    /// The layer that is still to be looked for in what was chosen.
    public let layer: String?

    /// What belongs to a shapefile and is of use.
    private static let besides = ["shx", "dbf", "prj", "cpg"]

    /// - Parameters:
    ///   - layer: the name of a file, when there are several; otherwise of a layer in the only one.
    ///   - crs: what somebody said about a file that does not say it.
    public init(_ directory: ZipDirectory, layer: String?, crs: CRS?) throws(IntakeRefused) {
        var choices: [(name: String, choice: Choice)] = []
        for entry in directory.entries {
            if entry.ending == "shp" {
                let beside = directory.entries.filter {
                    Self.besides.contains($0.ending) && $0.stem.lowercased() == entry.stem.lowercased()
                }
                choices.append((entry.lastName, .shapefile(shapes: entry, beside: beside)))
            } else if let kind = FileKind(nameEnding: entry.ending), kind != .zip {
                choices.append((entry.lastName, .file(entry, kind)))
            }
        }
        let names = choices.map(\.name)
        if choices.count > 1, let layer {
            guard let found = choices.first(where: { $0.name == layer }) else {
                throw LayerChoice.unknown(layer, among: names)
            }
            choice = found.choice
            self.layer = nil
        } else {
            guard let only = choices.first else {
                throw IntakeRefused(
                    .archiveContents, "In deze zip zit geen kaartbestand.",
                    help: "Zet .shp, .shx, .dbf en .prj van uw plan samen in een zip. \(IntakeRefused.kinds)")
            }
            guard choices.count == 1 else { throw LayerChoice.several(names) }
            choice = only.choice
            self.layer = layer
        }
        try checkShapefile(needsCRS: crs == nil)
    }

    private func checkShapefile(needsCRS: Bool) throws(IntakeRefused) {
        guard case .shapefile(let shapes, let beside) = choice else { return }
        let needed = needsCRS ? ["shx", "dbf", "prj"] : ["shx", "dbf"]
        let missing = needed.filter { ending in !beside.contains { $0.ending == ending } }
        guard missing.isEmpty else {
            let files = missing.map { ".\($0)" }.joined(separator: " en ")
            throw IntakeRefused(
                missing == ["prj"] ? .noCRS : .archiveContents,
                "Bij ‘\(FileName(shapes.name).text)’ ontbreekt \(files).",
                help: missing == ["prj"]
                    ? "Zet .prj ook in de zip: daarin staat het coördinatenstelsel. Of kies hierbij in welk stelsel het staat."
                    : "Zet .shp, .shx, .dbf en .prj samen in de zip.")
        }
    }
}

/// Words for a file with more than one layer.
public enum LayerChoice {
    public static func several(_ names: [String]) -> IntakeRefused {
        IntakeRefused(
            .severalLayers, "In dit bestand zitten \(names.count) lagen: \(list(names)).",
            help: "Kies de laag met uw plan.", layers: names)
    }

    public static func unknown(_ name: String, among names: [String]) -> IntakeRefused {
        IntakeRefused(
            .unknownLayer, "In dit bestand zit geen laag ‘\(FileName(name).text)’.",
            help: "Kies een van deze lagen: \(list(names)).", layers: names)
    }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(20).map { "‘\(FileName($0).text)’" }.joined(separator: ", ")
        return names.count > 20 ? shown + " en nog \(names.count - 20)" : shown
    }
}
