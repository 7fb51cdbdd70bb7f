/// A Feature as text.
///
/// - Parameters:
///   - properties: members beside `activities`, each with a comma behind its value left out: `"change":"nieuw"`.
///   - members: members of the Feature itself.
func plan(
    _ activity: String, _ geometry: String, _ properties: String = "", members: String = ""
) -> String {
    let more = properties.isEmpty ? "" : "," + properties
    let top = members.isEmpty ? "" : "," + members
    return """
        {"type":"Feature"\(top),"geometry":\(geometry),"properties":{"activities":["\(activity)"]\(more)}}
        """
}

func collection(_ features: [String], members: String = "") -> String {
    let top = members.isEmpty ? "" : "," + members
    return #"{"type":"FeatureCollection"\#(top),"features":[\#(features.joined(separator: ","))]}"#
}

/// A square in RD with its lower left corner at a place.
func square(_ x: Double, _ y: Double, _ side: Double) -> String { rectangle(x, y, side, side) }

func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> String {
    let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
    return polygon(corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ","))
}

func polygon(_ positions: String) -> String { #"{"type":"Polygon","coordinates":[[\#(positions)]]}"# }

func point(_ x: Double, _ y: Double) -> String { #"{"type":"Point","coordinates":[\#(x),\#(y)]}"# }

/// Places that the tests come back to.
enum Site {
    /// In the lake, 100 m square, 200 m from the fairway.
    static let water = square(203_000, 503_600, 100)
    /// In the lake, 100 m square, its upper half on the fairway.
    static let fairway = square(203_000, 503_850, 100)
    /// In the lake, 1800 m from the fairway, where nobody knows whether there is one.
    static let farWater = square(203_000, 502_000, 100)
    /// In the middle of the west bank, 50 m from its lines.
    static let bank = square(201_850, 503_000, 100)
    /// Dry land, 1 km from everything.
    static let land = square(201_000, 508_000, 100)
    /// For what stands in the upper two metres of the lake.
    static let shallow = #""depth":{"use":[0,2]}"#
}
