import Crypto
import Hummingbird

/// Tags by which a browser knows that it has the newest version.
enum EntityTag {
    static func of(_ bytes: [UInt8]) -> String {
        let digest = SHA256.hash(data: bytes).prefix(12)
        return "\"" + digest.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() + "\""
    }

    static func matches(_ request: Request, _ tag: String) -> Bool {
        guard let wanted = request.headers[.ifNoneMatch] else { return false }
        return wanted == "*"
            || wanted.split(separator: ",").contains {
                let one = $0.trimmed
                return one == tag || one == "W/" + tag
            }
    }
}
