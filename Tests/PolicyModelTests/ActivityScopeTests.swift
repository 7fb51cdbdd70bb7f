import PolicyModel
import Testing

struct ActivityScopeTests {
    private static let scopes: [(String, ActivityScope)] = [
        (#"["opslag", "winning"]"#, .these(["opslag", "winning"])),
        (#"{"these": ["opslag"], "except": ["opslag-warmte"]}"#, .these(["opslag"], except: ["opslag-warmte"])),
        (#"{"these": ["opslag"]}"#, .these(["opslag"])),
        (#""any""#, .any(except: [])),
        (#"{"any": true}"#, .any(except: [])),
        (#"{"any": true, "except": ["opslag"]}"#, .any(except: ["opslag"])),
    ]

    @Test("A scope is read as it is written and survives being written", arguments: scopes)
    func forms(json: String, expected: ActivityScope) throws {
        let read = try decode([ActivityScope].self, "[\(json)]")
        #expect(read == [expected])
        #expect(try thereAndBack(read) == read)
    }

    @Test("Another scope is refused", arguments: [#""all""#, "3", #"{"except": ["opslag"]}"#])
    func refused(json: String) {
        #expect(throws: DecodingError.self) { try decode([ActivityScope].self, "[\(json)]") }
    }
}
