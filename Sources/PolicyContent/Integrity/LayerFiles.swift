import Foundation
internal import PolicyModel

/// The files of layers exist.
struct LayerFiles: IntegrityCheck {
    static func check(_ content: IndexedContent, _ report: inout IntegrityReport) {
        func check(_ file: String?, _ place: ContentPlace) {
            guard let file else { return }
            let path = content.content.folder.appending(path: file).path
            if !FileManager.default.fileExists(atPath: path) {
                report.error("there is no file `\(file)` in the house", at: place)
            }
        }
        for (index, layer) in content.house.layers.enumerated() {
            let place = ContentPlace(kind: .layers, index: index)
            check(layer.file, place.at("file"))
            check(layer.coverage.file, place.at("coverage", "file"))
        }
    }
}
