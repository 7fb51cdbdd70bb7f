import Testing

@testable import WebApp

@Suite("How many browsers may be connected") struct ConnectionTests {
    @Test(
        "as many as fit beside the files of the server, and 4,096 at most",
        arguments: [(files: 20_000, connections: 4_096), (4_352, 4_096), (1_024, 768), (300, 150), (2, 1)])
    func room(files: Int, connections: Int) {
        #expect(ServerOptions.connections(leavingRoomIn: files) == connections)
    }
}
