import PolicyModel
import Testing

struct PolicyDateTests {
    @Test(
        "A day that exists is read and written the same",
        arguments: [
            "2026-11-20", "2024-02-29", "2000-02-29", "2400-02-29", "0001-01-01", "9999-12-31", "2026-04-30",
            "2026-01-31",
        ])
    func existing(text: String) {
        #expect(PolicyDate(text)?.description == text)
    }

    @Test(
        "A day that does not exist is refused",
        arguments: [
            "2023-02-29", "1900-02-29", "2100-02-29", "2026-02-30", "2026-04-31", "2026-06-31", "2026-09-31",
            "2026-11-31",
            "2026-01-32", "2026-00-10", "2026-13-01", "2026-01-00",
        ])
    func notExisting(text: String) {
        #expect(PolicyDate(text) == nil)
    }

    @Test(
        "A text in another form is refused",
        arguments: [
            "", "2026", "2026-11", "20-11-2026", "2026-1-1", "2026/11/20", "2026-11-20T00:00", " 2026-11-20",
            "2026-11-20 ",
            "+026-11-20", "2026--1-20", "-2026-11-20", "２０２６-11-20", "2026-11-2٠", "26-11-20", "02026-11-20",
        ])
    func otherForm(text: String) {
        #expect(PolicyDate(text) == nil)
    }

    @Test("Days are ordered by year, then month, then day")
    func order() {
        let days = ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2027-01-01"].compactMap { PolicyDate($0) }
        #expect(days.count == 5)
        #expect(days.reversed().sorted() == days)
        #expect(days.first?.year == 2025 && days.first?.month == 12 && days.first?.day == 31)
    }

    @Test("A day is coded as its text, and another text cannot be decoded")
    func coding() throws {
        let days = try decode([PolicyDate].self, #"["2026-11-20"]"#)
        #expect(days == [PolicyDate("2026-11-20")].compactMap { $0 })
        #expect(try thereAndBack(days) == days)
        #expect(throws: DecodingError.self) { try decode([PolicyDate].self, #"["2026-11-31"]"#) }
        #expect(throws: DecodingError.self) { try decode([PolicyDate].self, "[20261120]") }
    }
}
