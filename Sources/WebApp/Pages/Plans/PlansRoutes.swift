import Hummingbird

struct PlansRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
