import Assessment
import Foundation
import Geometry
import PolicyModel

/// A place as an address names it: a town, a named area, or a point.
enum PlaceAddress: Hashable, Sendable {
    /// A town by name.
    case town(String)
    /// A place of the directory, by designation and name.
    case area(String)
    case point(Position)

    /// `kern=`, `gebied=`, or `x=` and `y=`; `nil` when the query names no place.
    init?(_ fields: Form) {
        if let name = fields["kern"] {
            self = .town(name)
        } else if let id = fields["gebied"] {
            self = .area(id)
        } else if let x = fields["x"].flatMap(Double.init), let y = fields["y"].flatMap(Double.init),
            abs(x) < 1e7, abs(y) < 1e7
        {
            self = .point(Position(x: x.rounded(), y: y.rounded()))
        } else {
            return nil
        }
    }

    init(_ entry: PlaceDirectory.Entry) {
        self = entry.kind == .settlement ? .town(entry.name) : .area(entry.id)
    }

    /// What stands after `?`.
    var query: String {
        switch self {
        case .town(let name): "kern=" + Self.encoded(name)
        case .area(let id): "gebied=" + Self.encoded(id)
        case .point(let position): "x=\(Int(position.x))&y=\(Int(position.y))"
        }
    }

    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .urlQueryValue) ?? ""
    }
}
