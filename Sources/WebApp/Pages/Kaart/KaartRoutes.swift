import Hummingbird

struct KaartRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
