import Assessment
import Testing

@Suite("What an initiative must look like")
struct ShapeOfInputTests {
    @Test("Something that is no object is refused")
    func notAnObject() throws {
        #expect(
            try Meerstad.problems("[]") == [
                "het initiatief is geen GeoJSON-object (geef een Feature of een FeatureCollection)"
            ])
        #expect(try Meerstad.refused("3").map(\.kind) == [.wrongType])
    }

    @Test("A geometry on its own is refused")
    func geometryAlone() throws {
        #expect(
            try Meerstad.problems(Site.water) == [
                "/type: verwacht Feature of FeatureCollection, gevonden `Polygon` (zet een losse geometrie in een Feature)"
            ])
    }

    @Test("An object without a type is refused")
    func noType() throws {
        #expect(
            try Meerstad.problems("{}") == [
                "/type: verwacht Feature of FeatureCollection, gevonden niets (zet een losse geometrie in een Feature)"
            ])
    }

    @Test("A collection without features is refused")
    func emptyCollection() throws {
        #expect(
            try Meerstad.problems(collection([])) == [
                "/features: de FeatureCollection is leeg (elk onderdeel van het initiatief is een Feature)"
            ])
        #expect(try Meerstad.refused(collection([])).map(\.kind) == [.missing])
    }

    @Test("A collection whose features are no list is refused")
    func noFeatures() throws {
        #expect(
            try Meerstad.problems(#"{"type":"FeatureCollection"}"#) == [
                "/features: de FeatureCollection heeft geen lijst `features`"
            ])
    }

    @Test("A member of a collection that is no Feature is refused")
    func noFeature() throws {
        #expect(
            try Meerstad.problems(collection([plan("steiger", Site.water), Site.water])) == [
                "/features/1/type: verwacht een Feature"
            ])
    }

    @Test("A Feature without properties is refused")
    func noProperties() throws {
        #expect(
            try Meerstad.problems(#"{"type":"Feature","geometry":\#(Site.water)}"#) == [
                "/properties: de Feature heeft geen `properties` (noem ten minste `activities`)"
            ])
    }

    @Test("A title must be text")
    func title() throws {
        #expect(
            try Meerstad.problems(plan("steiger", Site.water, #""title":7"#)) == [
                "/properties/title: `title` moet tekst zijn"
            ])
    }

    @Test("An initiator must have a role")
    func initiator() throws {
        let line =
            "/properties/initiator: `initiator` moet een object met `role` zijn (bijvoorbeeld {\"role\": \"bedrijf\"})"
        #expect(try Meerstad.problems(plan("steiger", Site.water, #""initiator":"bedrijf""#)) == [line])
        #expect(try Meerstad.problems(plan("steiger", Site.water, #""initiator":{"naam":"x"}"#)) == [line])
    }

    @Test("Two parts may not have the same id")
    func duplicateParts() throws {
        let part = plan("steiger", Site.water, members: #""id":"a""#)
        #expect(
            try Meerstad.problems(collection([part, part])) == [
                "/features/1/id: twee onderdelen heten `a` (geef elk onderdeel een eigen id)"
            ])
    }
}
