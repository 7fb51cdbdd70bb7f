import Assessment
import CanonicalJSON

/// Says what is wrong in the form that was asked for, and ends.
enum Failure {
    /// All problems of an input, and exit 1.
    static func input(_ problems: [InputProblem], format: OutputFormat) -> KompasExit {
        if format == .json {
            Terminal.out(problemObject(problems).pretty())
        } else {
            Terminal.error(
                problems.count == 1
                    ? "Het initiatief klopt niet:" : "Het initiatief klopt niet op \(problems.count) punten:")
            for problem in problems { Terminal.error("  " + problem.line) }
        }
        return .inputIsWrong
    }

    /// A text that is not JSON. The words are for people; the place is what helps them.
    static func syntax(_ error: JSONSyntaxError) -> InputProblem {
        InputProblem(
            .syntax, at: "", "dit is geen geldige JSON; het gaat mis op regel \(error.line), kolom \(error.column)",
            help: "open het bestand in een programma dat JSON nakijkt")
    }

    /// One message with help, and exit 1.
    static func message(_ message: String, help: String? = nil) -> KompasExit {
        Terminal.error("kompas: " + message)
        if let help { Terminal.error("  " + help) }
        return .inputIsWrong
    }

    /// One message with help, and exit 3: the content itself is not in order.
    static func broken(_ message: String, help: String? = nil) -> KompasExit {
        _ = Failure.message(message, help: help)
        return .incomplete
    }

    /// Problem details for programs.
    static func problemObject(_ problems: [InputProblem], line: Int? = nil) -> JSONValue {
        var object = JSONObject([
            ("schema", "kompas/problem/1"), ("title", "het initiatief klopt niet"), ("status", 400),
            (
                "problems",
                .array(
                    problems.map { problem in
                        [
                            "kind": .string(problem.kind.rawValue), "pointer": .string(problem.pointer),
                            "message": .string(problem.message), "help": problem.help.map(JSONValue.string) ?? .null,
                        ]
                    })
            ),
        ])
        if let line { object["line"] = .number(Double(line)) }
        return .object(object)
    }
}
