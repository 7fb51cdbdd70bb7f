import Foundation
import KompasTesting
import Testing

@Suite("Every report satisfies the schema")
struct SchemaTests {
    /// Runs the validator on reports; a Python without the validator fails, with what to do.
    private func validate(_ reports: [URL], against schema: URL) async throws -> Ending {
        let tool = Project.root.appending(path: "tools/validate_reports.py").path
        return try await Program.run(
            OtherProgram.python, [tool, schema.path] + reports.map(\.path))
    }

    private func reports(in scratch: Scratch) async throws -> [URL] {
        var files: [URL] = []
        for name in Project.examples {
            let file = scratch.url("\(name).json")
            let ending = try await Program.kompas(
                "assess", Project.example(name), "--on", Project.day, "--format", "json", "-o", file.path)
            #expect(ending.code == 0)
            files.append(file)
        }
        let more = [
            ["Examples/wko-filter-60-120.json", "--demo"],
            ["--activity", "zonnepark", "--place", "Hooghalen"],
            ["--activity", "wko-open,woningbouw", "--lonlat", "6.56,52.99", "--radius", "40", "--depth", "0-30"],
        ]
        for (number, arguments) in more.enumerated() {
            let file = scratch.url("more-\(number).json")
            let ending = try await Program.kompas.run(
                ["assess"] + arguments + ["--on", Project.day, "--format", "json", "-o", file.path])
            #expect(ending.code == 0, "\(ending.err)")
            files.append(file)
        }
        return files
    }

    @Test("the published schema and the one of the design")
    func schemas() async throws {
        let scratch = try Scratch()
        let files = try await reports(in: scratch)
        #expect(files.count > 20)
        let published = try await validate(files, against: Project.root.appending(path: "docs/assessment.schema.json"))
        #expect(published.code == 0, "\(published.out)\(published.err)")
        #expect(published.out == "\(files.count) reports, 0 faults\n")
        let design = SharedFolder.url(file: #filePath).appending(path: "design/assessment.schema.json")
        if FileManager.default.fileExists(atPath: design.path) {
            let ending = try await validate(files, against: design)
            #expect(ending.code == 0, "\(ending.out)\(ending.err)")
        }
    }

    @Test("the validator sees a report that is wrong")
    func witness() async throws {
        let scratch = try Scratch()
        let file = scratch.url("report.json")
        let whole = try await Assessing.example("zonnepark")
        let text = whole.ending.out.replacing("\"state\":\"applies\"", with: "\"state\":\"perhaps\"")
        try Data(text.utf8).write(to: file)
        let ending = try await validate([file], against: Project.root.appending(path: "docs/assessment.schema.json"))
        #expect(ending.code == 1)
        #expect(ending.out.contains("/state: 'perhaps' is not one of ['applies', 'undecided']"))
    }
}
