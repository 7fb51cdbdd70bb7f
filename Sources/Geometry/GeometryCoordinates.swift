internal import CanonicalJSON

/// The positions of a GeoJSON geometry, read one after the other, with everything that is wrong with them.
struct GeometryCoordinates {
    /// More problems than these are not told: nobody reads them.
    static let problemLimit = 100

    let crs: CRS
    private(set) var positions: [Position] = []
    /// Per point, line or polygon its lists of positions, as ranges in `positions`.
    private(set) var parts: [[Range<Int>]] = []
    private(set) var problems: [GeometryProblem] = []
    private var isTooLarge = false

    init(crs: CRS) { self.crs = crs }

    private mutating func complain(_ pointer: String, _ code: GeometryProblem.Code, _ message: String) {
        guard problems.count < Self.problemLimit else { return }
        problems.append(GeometryProblem(pointer: pointer, code: code, message: message))
    }

    mutating func read(_ value: JSONValue) -> Shape.Kind? {
        guard let object = value.object else {
            complain("", .notAnObject, "de geometrie moet een object zijn, maar is \(value.kindInDutch)")
            return nil
        }
        guard let type = object["type"]?.string else {
            complain("/type", .wrongType, "het soort geometrie (`type`) ontbreekt of is geen tekst")
            return nil
        }
        guard let kind = Shape.Kind(rawValue: type) else {
            if type == "GeometryCollection" {
                complain(
                    "/type", .collection,
                    "een GeometryCollection kan niet: oppervlakte en lengte zijn dan niet eenduidig;"
                        + " geef per onderdeel een eigen geometrie")
            } else {
                let known = Shape.Kind.allCases.map(\.rawValue).joined(separator: ", ")
                complain("/type", .wrongType, "`\(type)` is geen bekend soort geometrie; bekend zijn \(known)")
            }
            return nil
        }
        guard let coordinates = object["coordinates"] else {
            complain("/coordinates", .wrongCoordinates, "de coördinaten (`coordinates`) ontbreken")
            return nil
        }
        read(kind, coordinates, "/coordinates")
        if isTooLarge {
            complain(
                "/coordinates", .tooManyVertices,
                "de geometrie heeft meer dan \(GeometryReader.vertexLimit) punten; vereenvoudig haar of knip haar op")
        }
        return kind
    }

    private mutating func read(_ kind: Shape.Kind, _ value: JSONValue, _ pointer: String) {
        switch kind {
        case .point:
            let start = positions.count
            readPosition(value, pointer)
            parts.append([start..<positions.count])
        case .line: readLine(value, pointer)
        case .polygon: readPolygon(value, pointer)
        case .multiPoint: each(value, pointer) { $0.read(.point, $1, $2) }
        case .multiLine: each(value, pointer) { $0.readLine($1, $2) }
        case .multiPolygon: each(value, pointer) { $0.readPolygon($1, $2) }
        }
    }

    /// Reads the items of an array that may not be empty.
    private mutating func each(
        _ value: JSONValue, _ pointer: String, _ read: (inout Self, JSONValue, String) -> Void
    ) {
        guard let items = value.array else {
            complain(pointer, .wrongCoordinates, "hier moet een lijst staan, maar er staat \(value.kindInDutch)")
            return
        }
        if items.isEmpty { complain(pointer, .empty, "deze lijst is leeg") }
        for (index, item) in items.enumerated() {
            if isTooLarge { return }
            read(&self, item, JSONPointer.appending(index, to: pointer))
        }
    }

    private mutating func readLine(_ value: JSONValue, _ pointer: String) {
        let range = readPositions(value, pointer)
        if let count = value.array?.count, count == 1 {
            complain(pointer, .tooFewPositions, "een lijn heeft ten minste twee punten nodig, hier staat er 1")
        }
        parts.append([range])
    }

    private mutating func readPolygon(_ value: JSONValue, _ pointer: String) {
        var rings: [Range<Int>] = []
        each(value, pointer) { coordinates, item, pointer in
            rings.append(coordinates.readRing(item, pointer))
        }
        parts.append(rings)
    }

    private mutating func readRing(_ value: JSONValue, _ pointer: String) -> Range<Int> {
        let problemsBefore = problems.count
        let range = readPositions(value, pointer)
        guard let count = value.array?.count, count > 0 else { return range }
        if count < 4 {
            complain(
                pointer, .tooFewPositions,
                "een ring heeft ten minste vier punten nodig (het laatste gelijk aan het eerste), hier staan er \(count)"
            )
        } else if !isTooLarge, problems.count == problemsBefore, let first = positions[range].first,
            let last = positions[range].last,
            first != last
        {
            complain(
                JSONPointer.appending(count - 1, to: pointer), .ringNotClosed,
                "de ring is niet gesloten: het laatste punt (\(PositionText.text(last, in: crs))) is niet gelijk aan het"
                    + " eerste (\(PositionText.text(first, in: crs)))")
        }
        return range
    }

    private mutating func readPositions(_ value: JSONValue, _ pointer: String) -> Range<Int> {
        let start = positions.count
        each(value, pointer) { $0.readPosition($1, $2) }
        return start..<positions.count
    }

    private mutating func readPosition(_ value: JSONValue, _ pointer: String) {
        guard let numbers = value.array else {
            complain(
                pointer, .wrongCoordinates,
                "hier moet een punt staan (een lijst van twee getallen), maar er staat \(value.kindInDutch)")
            return
        }
        guard numbers.count >= 2 else {
            complain(pointer, .wrongCoordinates, "een punt heeft twee getallen nodig, hier staan er \(numbers.count)")
            return
        }
        var isNumeric = true
        for (index, number) in numbers.prefix(3).enumerated() where number.number?.isFinite != true {
            let found = number.number == nil ? number.kindInDutch : "geen eindig getal"
            complain(
                JSONPointer.appending(index, to: pointer), .notANumber,
                "hier moet een getal staan, maar er staat \(found)")
            isNumeric = false
        }
        guard isNumeric, let x = numbers[0].number, let y = numbers[1].number else { return }
        let position = Position(x: x, y: y)
        checkRange(position, pointer)
        positions.append(position)
        if positions.count > GeometryReader.vertexLimit { isTooLarge = true }
    }

    private mutating func checkRange(_ position: Position, _ pointer: String) {
        let range = crs.range
        if range.first.contains(position.x), range.second.contains(position.y) { return }
        let text = PositionText.text(position, in: crs)
        var message = "het punt (\(text)) ligt buiten Nederland in \(crs.rawValue)"
        if range.first.contains(position.y), range.second.contains(position.x) {
            message += "; staan de twee getallen omgekeerd?"
        } else if let other = CRS.allCases.first(where: {
            $0 != crs && $0.range.first.contains(position.x) && $0.range.second.contains(position.y)
        }) {
            message += "; het past wel in \(other.rawValue)"
        }
        complain(pointer, .outOfRange, message)
    }
}

extension JSONValue {
    /// What kind of value this is, as a Dutch noun with its article.
    var kindInDutch: String {
        switch self {
        case .null: "null"
        case .bool: "een ja/nee-waarde"
        case .number: "een getal"
        case .string: "een tekst"
        case .array: "een lijst"
        case .object: "een object"
        }
    }
}
