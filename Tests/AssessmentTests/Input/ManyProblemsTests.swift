import Assessment
import Testing

@Suite("Many problems at once")
struct ManyProblemsTests {
    private let wrong = collection(
        [
            plan("steigr", Site.water, #""change":"anders","depth":{"use":[9,3]}"#),
            plan("steiger", Site.water, #""lengte":{"value":1,"unit":"kg"}"#),
        ], members: #""answers":{"zicht-op-vaarweg":{"value":1}}"#)

    @Test("Five problems come together, in the order of the input")
    func five() throws {
        #expect(
            try Meerstad.problems(wrong) == [
                "/features/0/properties/activities/0: de activiteit `steigr` bestaat niet (bedoelt u `steiger`?)",
                "/features/0/properties/depth/use: de diepte staat op haar kop: van 9 tot 3 meter (noem eerst de ondiepe en "
                    + "dan de diepe grens)",
                "/features/0/properties/change: `anders` is niet bekend (kies uit: nieuw, uitbreiding, wijziging, "
                    + "verlenging, voortzetting, beeindiging, herbestemming)",
                "/features/1/properties/lengte/unit: de eenheid `kg` is niet om te rekenen naar `m` (`lengte` wordt gemeten "
                    + "in `m`)",
                "/answers/zicht-op-vaarweg: het antwoord moet `value: true` of `value: false` hebben",
            ])
    }

    @Test("The same input gives the same problems every time")
    func stable() throws {
        let first = try Meerstad.refused(wrong)
        for _ in 0..<5 { #expect(try Meerstad.refused(wrong) == first) }
    }

    @Test("Problems of the geometry come together with the others")
    func withGeometry() throws {
        let bow = polygon("[203000,503000],[203100,503100],[203100,503000],[203000,503100],[203000,503000]")
        #expect(
            try Meerstad.problems(plan("steigr", bow)) == [
                "/properties/activities/0: de activiteit `steigr` bestaat niet (bedoelt u `steiger`?)",
                "/geometry/coordinates: de lijn van de vorm snijdt zichzelf, bij 203050, 503050",
            ])
    }

    @Test("Problems of the geometries of all parts come together")
    func geometries() throws {
        let open = polygon("[203000,503000],[203100,503000],[203100,503100],[203000,503100]")
        let parts = [plan("steiger", open), plan("steiger", Site.water), plan("varen", point(5, 52))]
        #expect(
            try Meerstad.refused(collection(parts)).map(\.pointer) == [
                "/features/0/geometry/coordinates/0/3", "/features/2/geometry/coordinates",
            ])
    }
}
