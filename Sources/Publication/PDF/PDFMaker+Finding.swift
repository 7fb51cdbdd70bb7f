public import Foundation

extension PDFMaker {
    /// Found on this machine: Python where `KOMPAS_PYTHON` says, or in `.venv` here or above the program; what it runs beside the
    /// program, or in the tree. `nil` when either is missing.
    public static func find(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> PDFMaker? {
        guard let python = python(environment), let script else { return nil }
        return PDFMaker(python: python, script: script)
    }

    private static func python(_ environment: [String: String]) -> URL? {
        let named = environment["KOMPAS_PYTHON"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
        let places = named.map { [$0] } ?? places.map { $0.appending(path: ".venv/bin/python") }
        return places.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    private static var script: URL? {
        places.flatMap { place in
            ["kompas_Publication.resources/Resources", "Sources/Publication/Resources"].map {
                place.appending(path: "\($0)/pdf/make_pdf.py")
            }
        }.first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// The working folder, and the folder of the program with those above it.
    private static var places: [URL] {
        var places = [URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)]
        guard var place = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() else {
            return places
        }
        for _ in 0..<5 {
            places.append(place)
            place = place.deletingLastPathComponent()
        }
        return places
    }
}
