/// Why a text is not JSON, and where.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Line, from 1.
    public var line: Int
    /// Character on the line, from 1, counted in Unicode code points.
    public var column: Int
    /// What is wrong: lower case, no final period.
    public var message: String

    public init(line: Int, column: Int, message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    public var description: String { "line \(line), column \(column): \(message)" }
}

extension JSONSyntaxError {
    /// The error at a byte of a text.
    init(_ message: String, at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        var line = 1
        var column = 1
        var place = 0
        let end = min(offset, bytes.count)
        while place < end {
            let byte = bytes[place]
            if byte == 0x0A || (byte == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A)) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
            place += 1
        }
        self.init(line: line, column: column, message: message)
    }
}
