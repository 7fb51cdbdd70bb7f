internal import CGEOS

extension Shape {
    /// The same with fewer positions: no line lies more than so many metres from where it was. A valid shape stays valid,
    /// and no part or hole disappears. Shapes that share a border are simplified each on its own.
    public func simplified(metres: Double) throws(GeometryError) -> Shape {
        guard metres > 0, kind.dimension > 0 else { return self }
        return try Self.made { (context) throws(GeometryError) in
            // Returns a geometry that the caller frees, or NULL on error.
            try context.own(
                GEOSTopologyPreserveSimplify_r(context.handle, owner.pointer, metres), "simplifying")
        }
    }
}
