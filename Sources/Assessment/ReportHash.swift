public import CanonicalJSON
internal import Crypto

extension AssessmentReport {
    /// What `resultHash` in the receipt of a report must be: SHA-256 of its canonical JSON without that member.
    /// - Throws: when a number in it cannot be written.
    public static func resultHash(of report: JSONValue) throws(JSONNumberError) -> String {
        guard var whole = report.object, var receipt = whole["receipt"]?.object else {
            return try ReportHash.of(report)
        }
        receipt["resultHash"] = nil
        whole["receipt"] = .object(receipt)
        return try ReportHash.of(.object(whole))
    }
}

enum ReportHash {
    static func of(_ value: JSONValue) throws(JSONNumberError) -> String {
        text(SHA256.hash(data: try value.canonical()))
    }

    /// In hexadecimal.
    static func text(_ digest: SHA256.Digest) -> String {
        digest.map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }
}
