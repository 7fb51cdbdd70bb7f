import ArgumentParser
import Foundation
import PolicyModel

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json }

/// `exact` or `indicative:WIDTH` in metres.
struct PrecisionArgument: ExpressibleByArgument {
    var precision: LayerPrecision

    init(precision: LayerPrecision) { self.precision = precision }

    init?(argument: String) {
        if argument == "exact" {
            precision = LayerPrecision(kind: .exact, widthMetres: nil)
            return
        }
        let parts = argument.split(separator: ":")
        guard parts.count == 2, parts[0] == "indicative", let width = Double(parts[1]), width > 0, width < 100_000
        else {
            return nil
        }
        precision = LayerPrecision(kind: .indicative, widthMetres: width)
    }

    var defaultValueDescription: String { "exact" }
}

/// A day, `YYYY-MM-DD`.
struct DayArgument: ExpressibleByArgument {
    var day: PolicyDate
    init?(argument: String) {
        guard let day = PolicyDate(argument) else { return nil }
        self.day = day
    }
}

/// `house`, `features`, `around:METRES` or a file with polygons.
struct CoverageArgument {
    var coverage: LayerCoverage
    var file: URL?

    init(_ text: String) throws {
        var json = #"{"house":true}"#
        if text == "features" {
            json = #"{"aroundFeaturesMetres":0}"#
        } else if text.hasPrefix("around:") {
            guard let metres = Double(text.dropFirst("around:".count)), metres >= 0, metres < 1_000_000 else {
                throw ValidationError("bij --coverage around:METERS hoort een getal van 0 of meer, niet `\(text)`")
            }
            json = #"{"aroundFeaturesMetres":\#(metres)}"#
        } else if text != "house" {
            let file = URL(fileURLWithPath: text)
            self.file = file
            json = String(decoding: try JSONEncoder().encode(["file": file.lastPathComponent]), as: UTF8.self)
        }
        coverage = try JSONDecoder().decode(LayerCoverage.self, from: Data(json.utf8))
    }
}
