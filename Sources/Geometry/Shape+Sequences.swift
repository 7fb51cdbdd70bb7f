internal import CGEOS

extension Shape {
    /// The lists of positions one by one: points, lines, or rings with the shell of each polygon first.
    package func sequences() throws(GeometryError) -> [[Position]] {
        try GEOSContext.use { (context) throws(GeometryError) in
            var lists: [[Position]] = []
            try context.visitSequences(of: owner.pointer) { lists.append($0) }
            return lists
        }
    }
}
