import Foundation
import KompasTesting
import Testing

/// Assesses and reads the report; refuses any other ending than the one expected.
enum Assessing {
    /// An example of the project for the day of the tests.
    static func example(_ name: String, _ more: String..., code: Int32 = 0) async throws -> Report {
        try await report([Project.example(name)] + more, code: code)
    }

    /// A plan told with flags.
    static func flags(_ arguments: String..., code: Int32 = 0) async throws -> Report {
        try await report(arguments, code: code)
    }

    static func report(_ arguments: [String], code: Int32 = 0) async throws -> Report {
        let ending = try await Program.kompas.run(
            ["assess"] + arguments + ["--on", Project.day, "--format", "json"])
        try #require(ending.code == code, "exit \(ending.code): \(ending.err)\(ending.out.prefix(2000))")
        let tree = try Tree(parsing: ending.out)
        try #require(tree["schema"].text == "kompas/assessment/1")
        return Report(tree: tree, ending: ending)
    }
}
