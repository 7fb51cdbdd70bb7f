extension PNGWriter {
    /// - Parameters:
    ///   - palette: at most 256 colours.
    ///   - pixels: one byte a pixel, the place of its colour; rows from the top.
    static func png(
        width: Int, height: Int, palette: [Palette.Colour], pixels: [UInt8]
    ) throws(OpportunityError) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity((width + 1) * height)
        for row in 0..<height {
            lines.append(0)
            lines += pixels[(row * width)..<((row + 1) * width)]
        }
        var file = signature
        // Eight bits, colours from a palette.
        append("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 3, 0, 0, 0], to: &file)
        append("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] }, to: &file)
        append("tRNS", palette.map(\.alpha), to: &file)
        append("IDAT", try deflated(lines), to: &file)
        append("IEND", [], to: &file)
        return file
    }
}
