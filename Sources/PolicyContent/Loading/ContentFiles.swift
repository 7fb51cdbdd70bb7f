import Foundation

/// The files of a house that belong to its content.
struct ContentFiles {
    /// Folders that other tools read.
    static let foreignFolders: Set<String> = ["outlines", "ledger", "verified", "scenarios"]

    /// Paths relative to the house, sorted by their bytes.
    let yaml: [String]
    /// `verified/*.json`.
    let verified: [String]
    /// GeoJSON files.
    let geometry: [String]

    /// All that the hash of the house is made of, sorted by path.
    var all: [String] { (yaml + verified + geometry).sorted() }

    /// Lists the files below a folder; hidden files and folders are skipped. Empty for a folder that does not exist.
    init(folder: URL) {
        var yaml: [String] = []
        var verified: [String] = []
        var geometry: [String] = []
        func walk(_ path: String) {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + path)) ?? []
            for name in names where !name.hasPrefix(".") {
                let inner = path.isEmpty ? name : path + "/" + name
                let top = inner.prefix { $0 != "/" }
                if name.hasSuffix(".yaml") {
                    if !Self.foreignFolders.contains(String(top)) { yaml.append(inner) }
                } else if name.hasSuffix(".geojson") {
                    geometry.append(inner)
                } else if name.hasSuffix(".json") {
                    if top == "verified" { verified.append(inner) }
                } else if Self.isFolder(folder.path + "/" + inner) {
                    walk(inner)
                }
            }
        }
        walk("")
        self.yaml = yaml.sorted()
        self.verified = verified.sorted()
        self.geometry = geometry.sorted()
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
