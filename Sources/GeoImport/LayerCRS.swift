internal import CGDAL
internal import Geometry

/// In which CRS a layer says that it is. Only those are known for which a transformation of known accuracy is at hand.
enum LayerCRS: Equatable {
    /// ``CRS/rd``, or ``CRS/crs84`` for degrees: GDAL hands out longitude first.
    case known(CRS)
    case none
    case unknown(String)

    init(of layer: OGRLayerH) {
        // Returns a reference that stays with the layer, or NULL.
        guard let reference = OGR_L_GetSpatialRef(layer) else {
            self = .none
            return
        }
        // Returns a copy that we release, or NULL.
        guard let flat = OSRClone(reference) else {
            self = .none
            return
        }
        defer { OSRRelease(flat) }
        // Both return 0, or an error number: heights beside the plane do not matter.
        _ = OSRStripVertical(flat)
        _ = OSRDemoteTo2D(flat, nil)
        // Returns a string that stays with the reference, or NULL; some name nothing at all.
        let name = OSRGetName(flat).map { String(cString: $0) } ?? ""
        if let crs = Self.byCode(flat) ?? Self.byComparing(flat) {
            self = .known(crs)
        } else if name.isEmpty || name == "unnamed" || name.hasPrefix("Undefined") {
            self = .none
        } else {
            self = .unknown(name)
        }
    }

    private static func byCode(_ reference: OGRSpatialReferenceH) -> CRS? {
        // Return whether it is so, and a string that stays with the reference, or NULL.
        let key = OSRIsProjected(reference) != 0 ? "PROJCS" : "GEOGCS"
        switch OSRGetAuthorityCode(reference, key).map({ String(cString: $0) }) {
        case "28992": return .rd
        case "4258", "9067", "4326", "CRS84": return .crs84
        default: return nil
        }
    }

    /// For files that describe their CRS without its code.
    private static func byComparing(_ reference: OGRSpatialReferenceH) -> CRS? {
        for (code, crs) in [(28992, CRS.rd), (4326, .crs84), (4258, .crs84)] as [(Int32, CRS)] {
            // Returns a new reference that we release, or NULL.
            guard let known = OSRNewSpatialReference(nil) else { return nil }
            defer { OSRRelease(known) }
            // Return 0, or an error number; and whether both are the same, in whatever order their axes stand.
            if OSRImportFromEPSG(known, code) == 0 {
                OSRSetAxisMappingStrategy(known, OAMS_TRADITIONAL_GIS_ORDER)
                OSRSetAxisMappingStrategy(reference, OAMS_TRADITIONAL_GIS_ORDER)
                if OSRIsSame(reference, known) != 0 { return crs }
            }
        }
        return nil
    }
}
