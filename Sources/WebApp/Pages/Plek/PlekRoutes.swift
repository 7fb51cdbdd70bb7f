import Hummingbird

struct PlekRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
