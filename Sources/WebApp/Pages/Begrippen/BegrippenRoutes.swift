import Hummingbird

struct BegrippenRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
