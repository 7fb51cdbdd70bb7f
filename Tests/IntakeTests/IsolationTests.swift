import Foundation
import Intake
import KompasTesting
import Testing

@Suite("The reading program is kept apart")
struct IsolationTests {
    private func run(_ script: String, limits: IntakeLimits = IntakeLimits()) async throws -> (
        IntakeRefused, Quarantine
    ) {
        let quarantine = try Quarantine(limits: limits)
        let file = quarantine.folder.appending(path: "files/plan.geojson")
        try Data(Draw.collection([Draw.square()]).utf8).write(to: file)
        let refused = try await #require(throws: IntakeRefused.self) {
            try await quarantine.intake(importer: try await quarantine.program(script)).read(
                file: file, name: "plan.geojson")
        }
        #expect(quarantine.leftovers == [])
        return (refused, quarantine)
    }

    @Test("it is killed when it takes too long")
    func time() async throws {
        var limits = IntakeLimits()
        limits.seconds = 0.3
        let began = ContinuousClock.now
        let (refused, _) = try await run("exec sleep 600", limits: limits)
        #expect(refused == .tooHeavy)
        #expect(
            refused.text
                == "Het lezen van dit bestand duurt te lang of kost te veel geheugen."
                + " Bewaar alleen het plangebied, of vereenvoudig de lijnen, en probeer het opnieuw.")
        #expect(ContinuousClock.now - began < .seconds(120))
    }

    @Test("when it crashes, says too much or says nothing that is understood, there is one message")
    func misbehaviour() async throws {
        #expect(try await run("kill -SEGV $$").0.code == .tooHeavy)
        var limits = IntakeLimits()
        limits.resultBytes = 1_000
        #expect(try await run("head -c 2000 /dev/zero", limits: limits).0.code == .tooHeavy)
        #expect(try await run("echo '{}'").0.code == .unavailable)
        #expect(try await run("exit 7").0.code == .unavailable)
        #expect(try await run("echo niets; exit 1").0.code == .tooHeavy)
        // A shape that is not one, from a program that should have seen it.
        let forged =
            #"{"schema":"kompas/intake/1","crs":"EPSG:28992","layer":null,"notes":[],"features":[{"properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#
        #expect(try await run("echo '\(forged)'").0.code == .unavailable)
    }

    @Test("it gets no environment of ours, a folder that nobody else can see, and the file under a name of ours")
    func surroundings() async throws {
        let (_, quarantine) = try await run(
            #"env > "$(dirname "$0")/env"; ls -ld . > "$(dirname "$0")/folder"; ls > "$(dirname "$0")/files-seen"; exit 7"#
        )
        func text(_ name: String) throws -> String {
            try String(contentsOf: quarantine.folder.appending(path: name), encoding: .utf8)
        }
        let names = Set(
            try text("env").split(separator: "\n").compactMap { $0.split(separator: "=").first.map(String.init) })
        let allowed: Set<String> = [
            "PATH", "LANG", "HOME", "TMPDIR", "XDG_DATA_HOME", "SWIFT_BACKTRACE", "LD_LIBRARY_PATH", "PROJ_DATA",
            "PROJ_LIB", "PWD", "OLDPWD", "SHLVL", "_",
        ]
        #expect(names.subtracting(allowed) == [])
        #expect(try text("folder").hasPrefix("drwx------"))
        #expect(try text("files-seen") == "invoer.geojson\n")
    }

    @Test("it never reaches a network, also when a file names an address")
    func network() async throws {
        // A socket that would take a call.
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue), 0)
        try #require(listener >= 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                #expect(bind(listener, address, size) == 0)
                #expect(listen(listener, 4) == 0)
                #expect(getsockname(listener, address, &size) == 0)
            }
        }
        let server = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/crs"
        let gml = String(
            decoding: try Data(contentsOf: PackageRoot.url("Tests/Fixtures/intake/plan.gml", file: #filePath)),
            as: UTF8.self)
        let names = gml.ranges(of: /srsName="[^"]*"/).map { String(gml[$0]) }
        #expect(!names.isEmpty)
        var text = gml
        for name in Set(names) { text = text.replacing(name, with: "srsName=\"\(server)\"") }
        text = text.replacing(/schemaLocation="[^"]*"/, with: "schemaLocation=\"\(server) \(server)\"")
        let refused = try await Quarantine().refusal(text, name: "plan.gml")
        #expect([.noCRS, .unknownCRS, .broken].contains(refused.code))
        let link = #""crs":{"type":"link","properties":{"href":"\#(server)","type":"proj4"}}"#
        #expect(try await Quarantine().refusal(Draw.collection([Draw.square()], crs: link)).code == .noCRS)
        #expect(accept(listener, nil, nil) == -1)
    }
}
