import Hummingbird

struct PlekkenRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
