import Assessment
import CanonicalJSON
import Foundation
import PolicyModel

/// Reads initiatives line by line and writes a report per line, in the same order, on all cores.
struct NDJSONRun {
    let assessor: Assessor
    let crs: String?
    let demo: Bool
    let day: PolicyDate

    /// Lines handed to the workers at a time; bounds the memory.
    private static let batch = 128

    /// - Returns: whether every line gave a report.
    func run() async -> Bool {
        var isWhole = true
        var reader = LineReader()
        var running: Task<[Answer], Never>?
        while true {
            // The next lines are read, and later the last answers written, while the workers are busy.
            let lines = reader.next(Self.batch)
            let finished = await running?.value ?? []
            running = lines.isEmpty ? nil : Task { await process(lines) }
            for answer in finished {
                Terminal.line(answer.bytes)
                isWhole = isWhole && answer.isReport
            }
            if running == nil { return isWhole }
        }
    }

    private func process(_ lines: [NumberedLine]) async -> [Answer] {
        await withTaskGroup(of: (Int, Answer).self) { group in
            let workers = max(1, min(ProcessInfo.processInfo.activeProcessorCount, lines.count))
            var next = 0
            func add() {
                guard next < lines.count else { return }
                let (position, line) = (next, lines[next])
                next += 1
                group.addTask { (position, answer(line.text, number: line.number)) }
            }
            for _ in 0..<workers { add() }
            var answers = [Answer?](repeating: nil, count: lines.count)
            for await (position, answer) in group {
                answers[position] = answer
                add()
            }
            return answers.compactMap { $0 }
        }
    }

    private struct Answer {
        var bytes: [UInt8]
        var isReport: Bool
    }

    private func answer(_ line: String, number: Int) -> Answer {
        do {
            let input = try JSONValue.parse(line.utf8)
            let report = try assessor.assess(AssessmentRequest(input: input, crs: crs, demo: demo), on: day)
            return Answer(bytes: report.canonicalJSON, isReport: true)
        } catch let refused as InputRefused {
            return problem(refused.problems, number)
        } catch let error as JSONSyntaxError {
            return problem([Failure.syntax(error)], number)
        } catch {
            return problem([InputProblem(.syntax, at: "", "deze regel kan niet worden beoordeeld")], number)
        }
    }

    private func problem(_ problems: [InputProblem], _ number: Int) -> Answer {
        let object = Failure.problemObject(problems, line: number)
        return Answer(bytes: (try? object.canonical()) ?? Array("{}".utf8), isReport: false)
    }
}

/// A line of input with its number, from 1.
private struct NumberedLine: Sendable {
    var number: Int
    var text: String
}

/// Reads lines from standard input and leaves blank ones out.
private struct LineReader {
    private var number = 0

    mutating func next(_ limit: Int) -> [NumberedLine] {
        var lines: [NumberedLine] = []
        while lines.count < limit, let line = readLine(strippingNewline: true) {
            number += 1
            if line.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
            lines.append(NumberedLine(number: number, text: line))
        }
        return lines
    }
}
