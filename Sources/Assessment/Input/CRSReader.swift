import CanonicalJSON
import Geometry

/// Reads in which coordinate reference system an input says it is.
struct CRSReader {
    static let help = "gebruik EPSG:28992, EPSG:4258, EPSG:9067 of OGC:CRS84"

    /// `nil` when nothing is said, or when what is said is a problem.
    static func read(_ fields: InputFields, problems: inout [InputProblem]) -> CRS? {
        for key in ["coordRefSys", "crs"] {
            guard let (value, pointer) = fields.value(key) else { continue }
            // The object form is that of the first GeoJSON specification, still written by GDAL.
            guard let name = value.string ?? value["properties"]?["name"]?.string else {
                problems.append(InputProblem(.wrongType, at: pointer, "`\(key)` moet tekst zijn", help: help))
                return nil
            }
            return parse(name, at: pointer, problems: &problems)
        }
        return nil
    }

    static func parse(_ name: String, at pointer: String, problems: inout [InputProblem]) -> CRS? {
        if let crs = CRS(parsing: name) { return crs }
        problems.append(
            InputProblem(.unknownValue, at: pointer, "het coördinatenstelsel `\(name)` kent Kompas niet", help: help))
        return nil
    }
}
