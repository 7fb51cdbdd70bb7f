/// What the page of the opportunity map shows.
struct KansenModel {
    struct Link {
        var label: String
        var href: String
        var isCurrent = false
        var note: String?
    }

    /// One map: for who has a script, and as a drawing.
    struct Map {
        var id: String
        var title: String?
        /// Address of a tile with `{z}`, `{x}` and `{y}`.
        var tiles: String
        var label: String
        var view: String
        /// Where somebody asks why, as the map marks it.
        var chosen: String?
        var drawing: String
        var isPicked: Bool
        var hasRuler = false
    }

    struct LegendItem {
        var swatch: String
        var label: String
        var hectares: String
        /// Of the second variant.
        var second: String?
        /// Shows this class alone.
        var href: String?
        var isCurrent = false
    }

    struct Norm {
        var effect: String
        var title: String
        var href: String
    }

    /// Shapes of signs.
    var symbols: String
    var title: String
    var line: String
    var errors: [FieldError]
    var form: KansenForm
    var examples: [KansenExamples.Example]
    var answer: KansenAnswer?
}

/// The answer of a question.
struct KansenAnswer {
    var maps: [KansenModel.Map]
    var isPair: Bool
    /// How the picture is chosen.
    var modes: [KansenModel.Link]
    var order: String
    var legend: [KansenModel.LegendItem]
    /// Undecided nearly everywhere, so not drawn.
    var leftOut: [KansenModel.LegendItem]
    /// What may keep the plan out nearly everywhere, in a sentence.
    var openNote: String?
    /// That layers are sketches.
    var sketchNote: String?
    var footprintNote: String
    var hectares: HectaresModel
    var appliesEverywhere: [KansenModel.Norm]
    var undecidedEverywhere: [KansenModel.Norm]
    var why: WhyModel
    var nearest: NearestModel
    var areas: [NearestModel.Area]
    var fitsText: String
    var variant: VariantModel
    var files: [KansenModel.Link]
    var address: String
    /// Fields that keep the question in the forms of this page.
    var question: [KansenForm.Hidden]
    var planHref: String
}

/// The page while the map is being made.
struct KansenWaiting {
    var title: String
    /// Where a script asks how far it is.
    var state: String
    var isBusy: Bool
    var text: String
    var percent: Int?
    var back: String
}
