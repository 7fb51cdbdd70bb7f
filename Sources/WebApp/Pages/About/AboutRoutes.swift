import Hummingbird

struct AboutRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
