internal import CGEOS
internal import CPROJ

/// Versions of the libraries that compute geometry, for receipts.
public enum GeometryLibraries {
    /// For example `3.11.1`.
    public static var geosVersion: String {
        // Returns a static string that is not freed.
        guard let text = GEOSversion() else { return "?" }
        return String(String(cString: text).prefix { $0 != "-" })
    }

    /// For example `9.1.1`.
    public static var projVersion: String {
        // Returns a struct by value; its strings are static.
        let info = proj_info()
        return "\(info.major).\(info.minor).\(info.patch)"
    }
}
