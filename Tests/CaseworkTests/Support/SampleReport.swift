import CanonicalJSON
import KompasTesting
import PolicyContent
import PolicyModel
import Testing

/// A small report with one of each thing that a record takes from it.
enum SampleReport {
    static func json(
        activity: String = "steiger", designation: String = "oever", contested: Bool = false,
        effect: String = "restrained",
        state: String = "applies", conditions: String = "none"
    ) throws -> JSONValue {
        try JSONValue.parse(
            #"""
            {"schema":"kompas/assessment/1","asOf":"2026-11-20",
             "initiative":{"parts":[{"activities":[{"id":"\#(activity)","label":"Steiger"}]},
                                    {"activities":[{"id":"\#(activity)","label":"Steiger"}]}]},
             "place":{"municipalities":[],"settlements":[{"id":"n","name":"Noordwijk","share":0.25}],"regions":[],
                      "primaryFunctions":[]},
             "layers":[{"designation":"\#(designation)","title":"Oever","state":"hit"},
                       {"designation":"plas","title":"Plas","state":"none"}],
             "findings":[{"id":"a","norm":"a","title":"Rust","summary":"Het blijft rustig.","label":"Terughoudend",
               "state":"\#(state)","effect":"\#(effect)","force":"self-binding","documentStatus":"in-force",
               "contested":\#(contested),"general":false,"conditionsState":"\#(conditions)",
               "source":{"document":"waterplan","title":"Waterplan","path":["2"],"label":null,"starts":"Het bestuur"}}],
             "tensions":[{"id":"norms:a~b","kind":"norms","about":"de oever","between":["a","b"]}],
             "frames":[{"frame":"rust-en-ruimte","title":"Rust en ruimte","cells":[
               {"principle":"rust","principleTitle":"Rust","group":null,"groupTitle":null,"question":"rust-oever",
                "text":"Blijft de oever rustig?","state":"has-findings","findings":["a"]},
               {"principle":"rust","principleTitle":"Rust","group":null,"groupTitle":null,"question":"rust-water",
                "text":"Blijft het water rustig?","state":"no-finding","findings":[]}]}],
             "receipt":{"engine":"1","geos":"2","proj":"3","rdGrid":null,"house":"meerstad","houseHash":"hh",
               "normaliser":"4","layerHashes":{"oever":"oo"},"inputHash":"ii","resultHash":"rr"},
             "request":{"input":{"type":"Feature","initiator":{"role":"bedrijf"}},"crs":null,"demo":false}}
            """#)
    }

    static func house() throws -> PolicyHouse {
        try #require(
            HouseLoader(
                folder: PackageRoot.url("Tests/Fixtures/house-test"), schemas: PackageRoot.url("content/schema")
            ).load().house)
    }
}
