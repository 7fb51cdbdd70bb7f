/// What stands around every page.
struct PageFrame {
    struct Link {
        var label: String
        var href: String
        var isCurrent: Bool
    }

    struct User {
        var name: String
        var canWork: Bool
        /// This page is part of the work on dossiers.
        var isWorking: Bool
        /// This page is part of administration.
        var isManaging: Bool
        var isAdministrator: Bool
        /// The token of the form to sign out.
        var csrf: String
    }

    var language: String
    var title: String
    /// Title of the house.
    var house: String
    var organisation: String
    var navigation: [Link]
    var user: User?
    var notice: String?
    var styles: [String]
    var scripts: [String]
    /// Layers are sketches or demonstrations.
    var warning: String?
    /// Search engines stay away from what is not public.
    var isPrivate: Bool
    /// Where pages of this version keep their assets.
    var assets: String
    /// The path of this page, for coming back after signing in.
    var path: String
}

/// The page and what stands around it: what a template sees.
struct Framed<Model> {
    var frame: PageFrame
    var page: Model
}
