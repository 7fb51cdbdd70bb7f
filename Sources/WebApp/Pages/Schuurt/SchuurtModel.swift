/// What the page of stacked claims shows.
struct SchuurtModel {
    struct Band {
        var look: String
        var label: String
        var hectares: String
        var share: String
    }

    struct Claim {
        var effect: String
        var mark: String
        var title: String
        var href: String
        /// More norms that say the same.
        var others: [KansenModel.Link]
        var hectares: String
    }

    /// Claims of one kind.
    struct Group {
        var title: String
        var claims: [Claim]
    }

    struct Spot {
        var number: Int
        var title: String
        var count: String
        var hectares: String
        var groups: [Group]
        var here: String
    }

    struct Here {
        var text: String
        var message: String?
        var title: String?
        var count: String
        var groups: [Group]
        var hasPlace = false
    }

    var symbols: String
    var errors: [FieldError]
    var line: String
    var map: KansenModel.Map?
    var bands: [Band]
    var total: String
    /// That layers are sketches.
    var sketchNote: String?
    var spots: [Spot]
    var here: Here
    /// Every claim, by kind.
    var all: [Group]
    var count: Int
    var cells: [KansenModel.Link]
    var files: [KansenModel.Link]
    var address: String
    var question: [KansenForm.Hidden]
}
