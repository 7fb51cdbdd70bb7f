import CanonicalJSON
import Testing

@Suite("Numbers as RFC 8785 writes them")
struct JSONNumberTextTests {
    @Test(
        "the samples of appendix B come out exactly",
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"), (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] as [(UInt64, String)])
    func samples(_ sample: (UInt64, String)) throws {
        #expect(try JSONValue.number(Double(bitPattern: sample.0)).canonicalString == sample.1)
    }

    @Test(
        "small, round and negative numbers come out as ECMAScript writes them",
        arguments: [
            (0.1, "0.1"), (1.5, "1.5"), (-12.25, "-12.25"), (1e20, "100000000000000000000"), (1e-6, "0.000001"),
            (1e-7, "1e-7"), (1.25e-9, "1.25e-9"), (123456789012345680, "123456789012345680"), (0.00012, "0.00012"),
            (1e100, "1e+100"), (4.35, "4.35"), (100, "100"), (1.0e21, "1e+21"), (-1.5e300, "-1.5e+300"),
        ])
    func everyday(_ sample: (Double, String)) throws {
        #expect(try JSONValue.number(sample.0).canonicalString == sample.1)
    }

    @Test("infinity and not-a-number are refused", arguments: [Double.nan, .infinity, -.infinity])
    func notFinite(_ number: Double) {
        #expect(throws: JSONNumberError()) { try JSONValue.array([.number(number)]).canonical() }
    }

    @Test("a hundred thousand random doubles read back as themselves")
    func roundTrip() throws {
        var seed: UInt64 = 20_260_101
        for _ in 0..<100_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Double(bitPattern: seed)
            guard number.isFinite else { continue }
            let text = try JSONValue.number(number).canonicalString
            #expect(try JSONValue.parse(text) == .number(number), "\(text)")
        }
    }
}
