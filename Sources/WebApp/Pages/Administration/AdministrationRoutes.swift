import Hummingbird

struct AdministrationRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
