public import CanonicalJSON

/// A geometry as a list of places, one on a line: the equal of drawing it.
///
/// `punt`, `lijn`, `vlak` and `gat` begin a part; an empty line is read over. Without a word one place is a point, two are a
/// line, and more an area. An area need not be closed. A geometry has one kind.
public struct CoordinateList: Sendable {
    public struct Problem: Sendable, Hashable {
        /// From 1.
        public var line: Int
        /// What is wrong and what to do, as a Dutch sentence.
        public var message: String
    }

    /// GeoJSON in RD; `nil` for an empty list and for one with problems. Whether it is valid is for ``GeometryReader``.
    public private(set) var geometry: JSONValue?
    public private(set) var problems: [Problem] = []

    /// More problems than these are not told: nobody reads them.
    private static let problemLimit = 20

    private struct Part {
        var kind: Kind?
        var line: Int
        var positions: [Position] = []
    }

    private enum Kind {
        case point, line, area, hole

        init?(_ word: String) {
            switch word {
            case "punt", "punten": self = .point
            case "lijn": self = .line
            case "vlak": self = .area
            case "gat": self = .hole
            default: return nil
            }
        }

        var least: Int { self == .point ? 1 : self == .line ? 2 : 3 }
        var name: String { self == .point ? "punt" : self == .line ? "lijn" : self == .area ? "vlak" : "gat" }
    }

    public init(_ text: String, transformer: Transformer = .standard) {
        var parts: [Part] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, raw) in lines.enumerated() {
            let line = raw.drop(while: \.isWhitespace)
            let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            if words.isEmpty { continue }
            if let kind = Kind(words.lowercased().filter { $0 != ":" }) {
                parts.append(Part(kind: kind, line: index + 1))
                continue
            }
            guard let place = TypedPlace(words, transformer: transformer) else {
                let shown = words.count > 60 ? words.prefix(60) + "…" : words
                complain(
                    index + 1,
                    "\u{2018}\(shown)\u{2019} is geen plek in Nederland. Schrijf bijvoorbeeld 233000, 556000.")
                continue
            }
            if parts.isEmpty { parts.append(Part(kind: nil, line: index + 1)) }
            parts[parts.count - 1].positions.append(place.position)
        }
        let assembled = parts.isEmpty ? nil : assemble(parts)
        geometry = problems.isEmpty ? assembled : nil
    }

    private mutating func complain(_ line: Int, _ message: String) {
        if problems.count < Self.problemLimit { problems.append(Problem(line: line, message: message)) }
    }

    private mutating func assemble(_ parts: [Part]) -> JSONValue? {
        var first: Kind?
        var whole: [[[Position]]] = []
        var isAfterArea = false
        for part in parts {
            let count = part.positions.count
            let kind = part.kind ?? (count == 1 ? .point : count == 2 ? .line : .area)
            if kind == .hole, !isAfterArea {
                complain(part.line, "Een gat hoort na het vlak waar het in ligt.")
                continue
            }
            if let first, kind != .hole, kind != first {
                complain(part.line, "Kies één soort: alleen punten, alleen lijnen of alleen vlakken.")
                continue
            }
            if count < kind.least {
                let places = kind.least == 1 ? "plek" : "plekken"
                complain(part.line, "Een \(kind.name) heeft minstens \(kind.least) \(places) nodig.")
            }
            if kind == .hole {
                whole[whole.count - 1].append(Self.closed(part.positions))
                continue
            }
            first = kind
            isAfterArea = kind == .area
            switch kind {
            case .point: whole += part.positions.map { [[$0]] }
            case .line: whole.append([part.positions])
            default: whole.append([Self.closed(part.positions)])
            }
        }
        guard let first, !whole.isEmpty else { return nil }
        return Self.json(first, whole)
    }

    private static func closed(_ positions: [Position]) -> [Position] {
        guard let first = positions.first, positions.last != first || positions.count == 1 else { return positions }
        return positions + [first]
    }

    private static func json(_ kind: Kind, _ whole: [[[Position]]]) -> JSONValue {
        let position: (Position) -> JSONValue = { .array([.number($0.x), .number($0.y)]) }
        let name: String
        let parts: [JSONValue]
        switch kind {
        case .point: (name, parts) = ("Point", whole.compactMap { $0.first?.first.map(position) })
        case .line: (name, parts) = ("LineString", whole.compactMap { $0.first.map { .array($0.map(position)) } })
        default: (name, parts) = ("Polygon", whole.map { .array($0.map { .array($0.map(position)) }) })
        }
        return parts.count == 1
            ? ["type": .string(name), "coordinates": parts[0]]
            : ["type": .string("Multi" + name), "coordinates": .array(parts)]
    }
}

extension Shape {
    /// The list that ``CoordinateList`` reads, to the centimetre.
    public func coordinateList() throws(GeometryError) -> String {
        let geometry = try geoJSON(in: .rd, decimals: 2)
        let coordinates = geometry["coordinates"] ?? .array([])
        let parts = partCount > 1 || kind.rawValue.hasPrefix("Multi") ? coordinates.array ?? [] : [coordinates]
        switch kind.dimension {
        case 0: return (["punt"] + parts.compactMap(Self.line)).joined(separator: "\n")
        case 1: return parts.map { Self.block("lijn", $0.array ?? []) }.joined(separator: "\n\n")
        default:
            return parts.flatMap { rings in
                (rings.array ?? []).enumerated().map { index, ring in
                    Self.block(index == 0 ? "vlak" : "gat", (ring.array ?? []).dropLast())
                }
            }.joined(separator: "\n\n")
        }
    }

    private static func block(_ word: String, _ positions: some Sequence<JSONValue>) -> String {
        ([word] + positions.compactMap(line)).joined(separator: "\n")
    }

    private static func line(_ position: JSONValue) -> String? {
        guard let numbers = position.array, numbers.count > 1, let x = numbers[0].number, let y = numbers[1].number
        else { return nil }
        return "\(text(x)), \(text(y))"
    }

    private static func text(_ number: Double) -> String {
        number == number.rounded() ? String(Int(number)) : String(number)
    }
}
