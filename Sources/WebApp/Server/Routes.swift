import Hummingbird

/// All routes, a group a line.
func addRoutes(_ site: Site, to router: Router<KompasRequestContext>) {
    AssetRoutes(site: site).add(to: router)
    HealthRoutes(site: site).add(to: router)
    SignInRoutes(site: site).add(to: router)
    HomeRoutes(site: site).add(to: router)
    PlekRoutes(site: site).add(to: router)
    PlekkenRoutes(site: site).add(to: router)
    ZoekenRoutes(site: site).add(to: router)
    KaartRoutes(site: site).add(to: router)
    KaartDataRoutes(site: site).add(to: router)
    AchtergrondRoutes(site: site).add(to: router)
    KansenRoutes(site: site).add(to: router)
    SchuurtRoutes(site: site).add(to: router)
    BeleidRoutes(site: site).add(to: router)
    BegrippenRoutes(site: site).add(to: router)
    AboutRoutes(site: site).add(to: router)
    PlansRoutes(site: site).add(to: router)
    SheetRoutes(site: site).add(to: router)
    DeliberationRoutes(site: site).add(to: router)
    WorklistRoutes(site: site).add(to: router)
    AdministrationRoutes(site: site).add(to: router)
    RecordsRoutes(site: site).add(to: router)
}
