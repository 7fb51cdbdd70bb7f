import KompasTesting
import Testing

@Suite("Telling the place and the plan with flags")
struct PlaceFlagTests {
    @Test("a point in RD")
    func at() async throws {
        let part = try await Assessing.flags("--activity", "zonnepark", "--at", "233000,547000")["initiative"]["parts"][
            0]
        #expect(part["measure"]["kind"].text == "point")
        #expect(part["crs"].text == "EPSG:28992")
        #expect(part["geometry"]["coordinates"].list.compactMap(\.number) == [233_000, 547_000])
    }

    @Test("a point in longitude and latitude comes within a metre of what PROJ says")
    func lonlat() async throws {
        let report = try await Assessing.flags("--activity", "zonnepark", "--lonlat", "6.56,52.99")
        let point = report["initiative"]["parts"][0]["geometry"]["coordinates"].list.compactMap(\.number)
        // pyproj 3.7 for (6.56, 52.99), OGC:CRS84 to EPSG:28992.
        #expect(abs(point[0] - 233_750.9) < 1)
        #expect(abs(point[1] - 556_531.7) < 1)
    }

    @Test("a radius makes a polygon of 64 segments a quadrant")
    func radius() async throws {
        let part = try await Assessing.flags("--activity", "zonnepark", "--at", "233000,547000", "--radius", "100")[
            "initiative"]["parts"][0]
        // A regular polygon of 256 corners: 128 r^2 sin(2 pi / 256) = 31,412.8 m2.
        #expect(part["measure"]["value"].number == 31_413)
        #expect(part["geometry"]["coordinates"][0].list.count == 257)
        let ring = part["geometry"]["coordinates"][0].list
        #expect(ring.first == ring.last)
    }

    @Test("a settlement is its polygon, whatever the capitals")
    func settlement() async throws {
        for name in ["Hooghalen", "hooghalen"] {
            let report = try await Assessing.flags("--activity", "woningbouw", "--place", name)
            let settlements = report["place"]["settlements"].list.compactMap { $0["name"].text }
            #expect(settlements == ["Hooghalen"])
            #expect(report["initiative"]["parts"][0]["measure"]["kind"].text == "area")
        }
    }

    @Test(
        "an ambiguous or unknown settlement gives candidates and exit 1",
        arguments: [
            (
                "Zuid", "kompas: `Zuid` is niet eenduidig: Zuidlaren (zuidlaren), Zuidwolde (zuidwolde)",
                "noem de plek met --at of --lonlat"
            ),
            ("Hoogeven", "kompas: de kern `Hoogeven` is niet bekend", "bedoelt u `Hoogeveen`?"),
            ("onbekenddorp", "kompas: de kern `onbekenddorp` is niet bekend", "noem de plek met --at of --lonlat"),
        ])
    func ambiguous(name: String, message: String, help: String) async throws {
        for arguments in [["place"], ["assess", "--activity", "zonnepark"]] {
            let ending = try await Program.kompas.run(arguments + ["--place", name])
            #expect(ending.code == 1)
            #expect(ending.out == "")
            #expect(ending.messages == [message, help])
        }
    }

    @Test("depth, change, phase, title and properties arrive as told")
    func plan() async throws {
        let report = try await Assessing.flags(
            "--activity", "wko-open, woningbouw", "--at", "233000,547000", "--depth", "60-120", "--change", "nieuw",
            "--phase", "gebruik", "--title", "Proef", "--set", "vermogen=20MW", "--set", "woningen=120",
            "--set", "oppervlakte=1.5ha", "--set", "mer=plicht")
        #expect(report["initiative"]["title"].text == "Proef")
        let part = report["initiative"]["parts"][0]
        #expect(part["activities"].list.compactMap { $0["id"].text } == ["wko-open", "woningbouw"])
        #expect(part["depth"]["use"].list.compactMap(\.number) == [60, 120])
        // A bore passes everything above it.
        #expect(part["depth"]["reach"].list.compactMap(\.number) == [0, 120])
        #expect(part["change"].text == "nieuw")
        #expect(part["phase"].text == "gebruik")
        #expect(part["properties"]["vermogen"]["value"].number == 20)
        #expect(part["properties"]["woningen"].number == 120)
        #expect(part["properties"]["oppervlakte"]["value"].number == 1.5)
        #expect(part["properties"]["mer"].text == "plicht")
        #expect(report.trigger("mer-nodig")["state"].text == "yes")
    }

    @Test(
        "what does not fit is refused with the place in the plan",
        arguments: [
            (
                ["--set", "temperatuur=55"],
                "/properties/temperatuur: `temperatuur` moet een getal met een eenheid zijn"
            ),
            (
                ["--set", "temperatuur=55kg"],
                "/properties/temperatuur/unit: de eenheid `kg` is niet om te rekenen naar `Cel`"
            ),
            (["--set", "woningen=1.5"], "/properties/woningen: `woningen` moet een geheel getal van nul of meer zijn"),
            (["--change", "verbouw"], "/properties/change: `verbouw` is niet bekend (kies uit: nieuw, uitbreiding, "),
            (["--depth", "60-20"], "/properties/depth/use: de diepte staat op haar kop: van 60 tot 20 meter"),
        ])
    func refused(flags: [String], message: String) async throws {
        let ending = try await Program.kompas.run(
            ["assess", "--activity", "opslag-warmte", "--at", "258500,534000"] + flags)
        #expect(ending.code == 1)
        #expect(ending.out == "")
        #expect(ending.messages.count == 2)
        #expect(ending.messages.first == "Het initiatief klopt niet:")
        #expect(ending.messages.last?.hasPrefix(message) == true, "\(ending.err)")
    }

    @Test("an unknown activity gives the near miss; a property that the house does not know is only a warning")
    func unknownWords() async throws {
        let ending = try await Program.kompas("assess", "--activity", "wkogesloten", "--at", "258500,534000")
        #expect(ending.code == 1)
        #expect(
            ending.messages.last
                == "/properties/activities/0: de activiteit `wkogesloten` bestaat niet (bedoelt u `wko-gesloten`?)")
        let report = try await Assessing.flags(
            "--activity", "zonnepark", "--at", "233000,547000", "--set", "bestaatniet=3")
        #expect(report["warnings"].texts == ["De eigenschap `bestaatniet` kent dit huis niet; ze telt niet mee."])
    }
}
