import PolicyModel
import Testing

@Suite("Days counted from 1970") struct PolicyDateDaysTests {
    // From Python: (date(y, m, d) - date(1970, 1, 1)).days
    @Test(
        "a number of days is the day that Python's calendar gives",
        arguments: [
            (0, "1970-01-01"), (-1, "1969-12-31"), (59, "1970-03-01"), (11_016, "2000-02-29"), (11_017, "2000-03-01"),
            (20_785, "2026-11-28"), (20_819, "2027-01-01"), (47_540, "2100-02-28"), (47_541, "2100-03-01"),
            (-141_427, "1582-10-15"),
        ])
    func known(_ pair: (Int, String)) { #expect(PolicyDate(daysSince1970: pair.0).description == pair.1) }
}
