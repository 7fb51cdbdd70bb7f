// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours compiles with the same strictness.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "kompas",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "kompas", targets: ["kompas"]),
        .executable(name: "kompas-import", targets: ["kompas-import"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),

        .target(name: "CanonicalJSON", swiftSettings: strict),
        .target(name: "PolicyModel", swiftSettings: strict),
        .target(
            name: "PolicyContent", dependencies: ["PolicyModel", "CanonicalJSON", yams, crypto],
            swiftSettings: strict),
        .target(name: "NormEngine", dependencies: ["PolicyModel"], swiftSettings: strict),
        .target(
            name: "Geometry", dependencies: ["CGEOS", "CPROJ", "CanonicalJSON"], swiftSettings: strict),
        .target(
            name: "MapLayers",
            dependencies: ["PolicyModel", "Geometry", "CanonicalJSON", grdb, crypto],
            swiftSettings: strict),
        .target(
            name: "Assessment",
            dependencies: ["NormEngine", "MapLayers", "Geometry", "PolicyModel", "CanonicalJSON", crypto],
            swiftSettings: strict),
        .target(
            name: "OpportunityMap",
            dependencies: [
                "Assessment", "NormEngine", "MapLayers", "Geometry", "PolicyModel", "CanonicalJSON", "CZlib", crypto,
            ],
            swiftSettings: strict),
        .target(
            name: "Scenarios",
            dependencies: ["Assessment", "NormEngine", "PolicyContent", "Geometry", "PolicyModel", "CanonicalJSON"],
            swiftSettings: strict),
        .target(name: "CorpusChecks", dependencies: ["NormEngine", "PolicyModel"], swiftSettings: strict),
        .target(
            name: "Reporting",
            dependencies: ["Assessment", "NormEngine", "MapLayers", "Geometry", "PolicyModel", "CanonicalJSON"],
            swiftSettings: strict),
        .target(
            name: "PolicySearch", dependencies: ["Reporting", "NormEngine", "PolicyModel", "CanonicalJSON", grdb],
            swiftSettings: strict),
        .target(
            name: "Accounts", dependencies: [crypto, cryptoExtras],
            swiftSettings: strict),
        .target(
            name: "Casework",
            dependencies: ["Accounts", "Assessment", "Geometry", "PolicyModel", "CanonicalJSON", crypto],
            swiftSettings: strict),
        .target(
            name: "Store",
            dependencies: ["Casework", "Accounts", "Assessment", "PolicyModel", "CanonicalJSON", grdb, crypto],
            swiftSettings: strict),
        .target(
            name: "Publication",
            dependencies: [
                "Accounts", "Casework", "LimitedProcess", "Reporting", "Assessment", "NormEngine", "MapLayers",
                "Geometry",
                "PolicyModel", "CanonicalJSON", crypto,
            ],
            resources: [.copy("Resources")],
            swiftSettings: strict),
        .target(name: "DutchUsage", swiftSettings: strict),
        .target(name: "LimitedProcess", dependencies: [subprocess, system], swiftSettings: strict),
        .target(
            name: "Intake", dependencies: ["LimitedProcess", "Geometry", "CanonicalJSON"],
            swiftSettings: strict),
        .target(
            name: "WebApp",
            dependencies: [
                "Accounts", "Assessment", "Casework", "CorpusChecks", "Intake", "LimitedProcess", "OpportunityMap",
                "PolicyContent", "PolicySearch",
                "Publication", "Reporting", "Store", "NormEngine", "MapLayers", "Geometry", "PolicyModel",
                "CanonicalJSON", hummingbird, hummingbirdTLS, mustache, httpClient, jwt, logging, crypto, yams, nioCore,
                nioHTTP1, nioSSL, lifecycle,
                "CZlib",
            ],
            resources: [.copy("Resources")],
            swiftSettings: strict),
        .executableTarget(
            name: "kompas",
            dependencies: [
                "DutchUsage", "WebApp", "Store", "Casework", "Accounts", "Publication", "Intake", "PolicySearch",
                hummingbird,
                logging,
                "Assessment", "OpportunityMap", "Reporting", "Scenarios", "CorpusChecks", "PolicyContent", "NormEngine",
                "MapLayers", "Geometry", "PolicyModel", "CanonicalJSON", arguments, nioCore, subprocess,
                system,
            ],
            swiftSettings: strict),
        .target(
            name: "GeoImport",
            dependencies: [
                "Intake", "LimitedProcess", "MapLayers", "Geometry", "PolicyModel", "CanonicalJSON", "CGDAL", "CZlib",
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "kompas-import",
            dependencies: [
                "DutchUsage", "GeoImport", "Intake", "MapLayers", "Geometry", "PolicyModel", "CanonicalJSON", arguments,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "kompas-bench-overlay", dependencies: ["MapLayers", "Geometry", "PolicyModel", "CanonicalJSON"],
            path: "Benchmarks/overlay",
            swiftSettings: strict),
        .executableTarget(
            name: "kompas-bench-assessment",
            dependencies: [
                "Assessment", "PolicyContent", "NormEngine", "MapLayers", "Geometry", "PolicyModel", "CanonicalJSON",
            ],
            path: "Benchmarks/assessment", swiftSettings: strict),
        .executableTarget(
            name: "kompas-bench-opportunity",
            dependencies: [
                "OpportunityMap", "PolicyContent", "NormEngine", "MapLayers", "Geometry", "PolicyModel",
                "CanonicalJSON",
            ],
            path: "Benchmarks/opportunity", swiftSettings: strict),
        .executableTarget(
            name: "kompas-bench-store", dependencies: ["Store", "Casework", "Accounts"], path: "Benchmarks/store",
            swiftSettings: strict),
        .target(name: "KompasTesting", dependencies: ["LimitedProcess", subprocess, system], swiftSettings: strict),
        .testTarget(name: "CanonicalJSONTests", dependencies: ["CanonicalJSON"], swiftSettings: strict),
        .testTarget(name: "PolicyModelTests", dependencies: ["PolicyModel"], swiftSettings: strict),
        .testTarget(
            name: "NormEngineTests", dependencies: ["NormEngine", "PolicyModel", "KompasTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "PolicyContentTests",
            dependencies: ["PolicyContent", "PolicyModel", "CanonicalJSON", "KompasTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "GeometryTests", dependencies: ["Geometry", "CanonicalJSON", "KompasTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "MapLayersTests",
            dependencies: ["MapLayers", "Geometry", "PolicyModel", "CanonicalJSON", "KompasTesting", grdb],
            swiftSettings: strict),
        .testTarget(
            name: "GeoImportTests",
            dependencies: ["GeoImport", "MapLayers", "Geometry", "PolicyModel", "KompasTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "AssessmentTests",
            dependencies: [
                "Assessment", "Reporting", "PolicyContent", "MapLayers", "Geometry", "NormEngine", "PolicyModel",
                "CanonicalJSON", "KompasTesting", crypto,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Assessment", "Reporting", "PolicyContent", "MapLayers", "Geometry", "NormEngine", "PolicyModel",
                "CanonicalJSON", "KompasTesting",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "OpportunityMapTests",
            dependencies: [
                "OpportunityMap", "GeoImport", "Assessment", "PolicyContent", "NormEngine", "MapLayers", "Geometry",
                "PolicyModel",
                "CanonicalJSON", "KompasTesting",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ScenariosTests",
            dependencies: ["Scenarios", "Assessment", "NormEngine", "PolicyContent", "PolicyModel", "KompasTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "CorpusChecksTests",
            dependencies: ["CorpusChecks", "NormEngine", "PolicyContent", "PolicyModel", "KompasTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "PolicySearchTests",
            dependencies: ["PolicySearch", "PolicyContent", "NormEngine", "PolicyModel", "KompasTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "AccountsTests", dependencies: ["Accounts", "KompasTesting", crypto],
            swiftSettings: strict),
        .testTarget(
            name: "CaseworkTests",
            dependencies: [
                "Casework", "Assessment", "PolicyContent", "MapLayers", "Geometry", "NormEngine", "PolicyModel",
                "CanonicalJSON", "KompasTesting", crypto,
            ],
            swiftSettings: strict),
        // Loses what a disk would lose when the power goes; for tests of the store.
        .target(
            name: "CPowerLoss", path: "Tests/PowerLoss", publicHeadersPath: "include",
            linkerSettings: [.linkedLibrary("sqlite3")]),
        // Writes until it is killed; for tests of the store.
        .executableTarget(
            name: "kompas-write-loop", dependencies: ["Store", "Casework", "Accounts"], path: "Tests/WriteLoop",
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: [
                "Store", "Casework", "Accounts", "Assessment", "PolicyContent", "MapLayers", "NormEngine", "Geometry",
                "PolicyModel", "CanonicalJSON", "KompasTesting", "CPowerLoss", "kompas-write-loop", grdb, crypto,
                subprocess, system,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PublicationTests",
            dependencies: [
                "kompas-import", "Accounts", crypto, "Publication", "Casework", "Reporting", "Assessment",
                "PolicyContent", "MapLayers", "Geometry",
                "NormEngine", "PolicyModel", "CanonicalJSON", "KompasTesting",
            ],
            swiftSettings: strict),
        .testTarget(name: "DutchUsageTests", dependencies: ["DutchUsage"], swiftSettings: strict),
        .testTarget(
            name: "LimitedProcessTests", dependencies: ["LimitedProcess", "KompasTesting"], swiftSettings: strict),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "Intake", "LimitedProcess", "Geometry", "CanonicalJSON", "CZlib", "KompasTesting", "kompas-import",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "WebAppTests",
            dependencies: [
                "kompas-import", "Intake", "WebApp", "Store", "Casework", "Accounts", "Assessment", "PolicyContent",
                "MapLayers", "Geometry", "OpportunityMap", "CZlib",
                "NormEngine", "PolicyModel", "CanonicalJSON", "KompasTesting", hummingbird, hummingbirdTesting,
                mustache,
                jwt, crypto,
            ],
            swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: ["CanonicalJSON", "KompasTesting", "kompas", "kompas-import"],
            path: "Tests/EndToEnd", swiftSettings: strict),
    ]
)
