// swift-tools-version: 6.1
import PackageDescription

/// Settings that every target of ours is built with.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    // `any` is written out, so that the cost of an existential is visible where it is paid.
    .enableUpcomingFeature("ExistentialAny"),
    // A file imports what it uses: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-warnings-as-errors"]),
]

extension Target {
    /// A library under `Shared/`, in a folder of its own name.
    static func shared(_ name: String, _ dependencies: [Dependency], resources: [Resource]? = nil) -> Target {
        .target(
            name: name, dependencies: dependencies, path: "Shared/\(name)", resources: resources, swiftSettings: strict)
    }

    /// One of the five services: they all stand on the same floor.
    static func service(_ name: String, _ dependencies: [Dependency] = []) -> Target {
        .executableTarget(
            name: "\(name)Service",
            dependencies: ["Contracts", "Database", "Messaging", "Programmes", "ServiceRuntime", logging]
                + dependencies,
            path: "Services/\(name)",
            swiftSettings: strict)
    }

    /// A test target in a folder of its own name.
    static func tests(_ name: String, _ dependencies: [Dependency]) -> Target {
        .testTarget(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
    }
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "guildhall",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "assessment", targets: ["AssessmentService"]),
        .executable(name: "credentialing", targets: ["CredentialingService"]),
        .executable(name: "guildhall", targets: ["GuildhallCommand"]),
        .executable(name: "guildhall-bench", targets: ["Benchmarks"]),
        .executable(name: "incentives", targets: ["IncentivesService"]),
        .executable(name: "metrics", targets: ["MetricsService"]),
        .executable(name: "onboarding", targets: ["OnboardingService"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .service("Assessment", [crypto, hummingbird]),
        .service("Credentialing", ["CRsvg", "LinkedData", "OpenBadges", "Pages", crypto, hummingbird, lifecycle]),
        .service("Incentives", [hummingbird]),
        .service("Metrics", ["Pages", "Statistics", crypto, hummingbird, lifecycle]),
        .service("Onboarding", [crypto, hummingbird]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Contracts", "Database", "Messaging", "ServiceRuntime", argumentParser, asyncHTTPClient, logging,
            ],
            path: "Benchmarks",
            swiftSettings: strict),
        .executableTarget(
            name: "GuildhallCommand",
            dependencies: [
                "Contracts", "Database", "LinkedData", "Messaging", "OpenBadges", "Programmes", "Schema",
                "ServiceRuntime", "Statistics", argumentParser, asyncHTTPClient, crypto, lifecycle, logging, yams,
            ],
            path: "Services/Guildhall",
            swiftSettings: strict),
        .target(name: "CBoostMath", path: "Shared/CBoostMath"),
        .shared("Contracts", [crypto]),
        .shared("Database", ["Contracts", "CPostgreSQL", logging]),
        .shared("LinkedData", [crypto]),
        .shared("Messaging", ["Contracts", "CRabbitMQ", "Database", "Programmes", crypto, logging]),
        .shared("OpenBadges", ["CZlib", "LinkedData", crypto]),
        .shared("Pages", ["Programmes", "ServiceRuntime", crypto, hummingbird]),
        .shared("Programmes", ["Contracts", "LinkedData", "Statistics", crypto, yams]),
        .shared("Schema", ["Database"], resources: [.copy("Migrations")]),
        .shared(
            "ServiceRuntime",
            [
                "CMalloc", "Contracts", "Database", "Messaging", "Programmes", configuration, crypto, hummingbird,
                lifecycle, logging, metrics,
            ]),
        .shared("Statistics", ["CBoostMath"]),
        .systemLibrary(name: "CMalloc", path: "Shared/CMalloc"),
        .systemLibrary(
            name: "CPostgreSQL", path: "Shared/CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CRabbitMQ", path: "Shared/CRabbitMQ", pkgConfig: "librabbitmq",
            providers: [.apt(["librabbitmq-dev"])]),
        .systemLibrary(name: "CRsvg", path: "Shared/CRsvg", providers: [.apt(["librsvg2-2"])]),
        .systemLibrary(name: "CZlib", path: "Shared/CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "TestKit", dependencies: ["Database", logging], path: "Tests/Kit", swiftSettings: strict),
        .tests(
            "AssessmentTests",
            ["AssessmentService", "Contracts", "Database", "Messaging", "Programmes", "Schema", "TestKit", logging]),
        .tests("ContractsTests", ["Contracts"]),
        .tests(
            "CredentialingTests",
            [
                "Contracts", "CredentialingService", "Database", "LinkedData", "Messaging", "OpenBadges", "Pages",
                "Programmes", "Schema", "ServiceRuntime", "TestKit", crypto, logging,
            ]),
        .tests("DatabaseTests", ["Contracts", "Database", "Schema", logging]),
        .tests(
            "GuildhallCommandTests",
            [
                "Contracts", "Database", "GuildhallCommand", "Messaging", "OpenBadges", "Programmes", "Statistics",
                argumentParser, logging,
            ]),
        .tests(
            "IncentivesTests",
            [
                "Contracts", "Database", "IncentivesService", "Messaging", "Programmes", "Schema", "ServiceRuntime",
                "TestKit", logging,
            ]),
        .tests("LinkedDataTests", ["LinkedData"]),
        .tests("MessagingTests", ["Contracts", "Database", "Messaging", "Programmes", "TestKit", crypto, logging]),
        .tests(
            "MetricsTests",
            [
                "Contracts", "Database", "Messaging", "MetricsService", "Pages", "Programmes", "Statistics", "TestKit",
                logging,
            ]),
        .tests(
            "OnboardingTests",
            [
                "Contracts", "Database", "Messaging", "OnboardingService", "Programmes", "Schema", "ServiceRuntime",
                "TestKit", logging,
            ]),
        .tests("OpenBadgesTests", ["LinkedData", "OpenBadges", crypto]),
        .tests("PagesTests", ["Contracts", "Pages", "Programmes"]),
        .tests("ProgrammesTests", ["Contracts", "LinkedData", "Programmes"]),
        .tests(
            "ServiceRuntimeTests",
            [
                "Contracts", "Database", "Messaging", "ServiceRuntime", configuration, hummingbird, lifecycle, logging,
                metrics,
            ]),
        .tests(
            "Simulation",
            [
                "AssessmentService", "Contracts", "CPostgreSQL", "CredentialingService", "Database",
                "IncentivesService",
                "Messaging", "MetricsService", "OnboardingService", "OpenBadges", "Programmes", crypto, logging,
            ]),
        .tests("StatisticsTests", ["Statistics"]),
        .tests("Suite", ["Contracts", "Database", "Messaging", "OpenBadges", "ServiceRuntime", crypto, logging]),
    ])
