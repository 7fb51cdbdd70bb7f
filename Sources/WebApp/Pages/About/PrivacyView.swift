import Accounts

/// What the page about privacy tells.
struct PrivacyView {
    var contact: ContactView
    /// Days after which a draft of a visitor that nobody came back for goes.
    var draftDays: Int
    /// Days after which a session ends at the latest.
    var sessionDays: Int
    var usesBaseMap: Bool
    var baseMapSource: String

    init(site: Site) {
        contact = ContactView(site: site)
        draftDays = Int(Housekeeping.draftSeconds / 86_400)
        sessionDays = Int(Session.longestSeconds / 86_400)
        usesBaseMap = site.settings.baseMap.isOn
        baseMapSource = site.settings.baseMap.attribution
    }
}
