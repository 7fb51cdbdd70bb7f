import PolicyContent
import Testing

@Suite("A finding about content")
struct ContentFindingTests {
    @Test("reads like a message of a compiler, with the help apart")
    func description() {
        let finding = ContentFinding(
            .error, file: "norms/a.yaml", line: 12, column: 5, message: "unknown key `sumary`",
            help: "did you mean `summary`?")
        #expect(
            finding.description
                == "norms/a.yaml:12:5: error: unknown key `sumary`\n  help: did you mean `summary`?")
    }

    @Test("sorts by file, then line and column as numbers, then errors before warnings")
    func order() {
        func finding(_ severity: ContentFinding.Severity, _ file: String, _ line: Int, _ column: Int) -> ContentFinding
        {
            ContentFinding(severity, file: file, line: line, column: column, message: "")
        }
        let sorted = [
            finding(.error, "a.yaml", 2, 1), finding(.error, "a.yaml", 10, 9), finding(.error, "a.yaml", 10, 10),
            finding(.warning, "a.yaml", 10, 10), finding(.error, "b.yaml", 1, 1),
        ]
        #expect(sorted.reversed().sorted() == sorted)
    }
}
