/// Dutch words for the reasons that GEOS gives.
enum FaultWords {
    static func dutch(_ reason: String) -> String {
        switch reason {
        case "Self-intersection": "de lijn van de vorm snijdt zichzelf"
        case "Ring Self-intersection": "een ring raakt of snijdt zichzelf"
        case "Hole lies outside shell": "een gat ligt buiten de vorm"
        case "Holes are nested": "een gat ligt binnen een ander gat"
        case "Nested shells": "een deelvlak ligt binnen een ander deelvlak"
        case "Interior is disconnected": "de gaten delen het vlak in losse stukken"
        case "Duplicate Rings": "een ring staat er twee keer"
        case "Too few points in geometry component": "een lijn of ring heeft te weinig verschillende punten"
        case "Invalid Coordinate": "een coördinaat is geen getal"
        default: "de vorm is ongeldig (\(reason))"
        }
    }
}

/// How a position is written in a message.
enum PositionText {
    static func text(_ position: Position, in crs: CRS) -> String {
        let decimals = crs == .rd ? 1 : 6
        let numbers = [position.x, position.y].map { number($0, decimals: decimals) }
        return numbers.joined(separator: ", ")
    }

    static func number(_ value: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
    }
}
