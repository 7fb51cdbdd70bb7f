/// The version of the engine, as it stands in receipts.
public enum EngineVersion {
    public static let current = "kompas 0.1.0"
}
