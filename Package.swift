// swift-tools-version:6.2
import PackageDescription

/// The same rules for every module: warnings are errors, and imports say what they mean.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
]

/// A module of the product, in `Sources/NAME`.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

/// The tests of a module, in `Tests/NAMETests`.
func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name), "TestSupport"] + dependencies,
        swiftSettings: strict
    )
}

let package = Package(
    name: "sightline",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "sightline", targets: ["SightlineCommand"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        // Pure: no Foundation, no product.
        module("Statistics", [.product(name: "RealModule", package: "swift-numerics")]),
        module("Markup"),
        module("Drawing", ["Statistics", "Markup"]),

        // The database interface and its two drivers.
        module("Storage", [.product(name: "Crypto", package: "swift-crypto")]),
        module(
            "StorageSQLite",
            [
                "Storage",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        module(
            "StoragePostgres",
            [
                "Storage", "CPostgres", .product(name: "NIOPosix", package: "swift-nio"),
            ]
        ),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),

        // The product.
        module(
            "Sightline",
            [
                "Markup", "Statistics", "Storage", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        .target(name: "PackFiles"),
        .systemLibrary(
            name: "CXLSXWriter",
            pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]
        ),
        module(
            "Exchange",
            [
                "CXLSXWriter", "Drawing", "Markup", "PackFiles", "Sightline", "Statistics", "Storage",
                .product(name: "Yams", package: "Yams"),
            ]
        ),

        // The two ways out of the house: to people's identity providers, and to the host that passes letters on.
        module(
            "OpenID",
            [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        module("MailRelay", ["CCurl"]),
        .target(name: "Assets", exclude: ["files"]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        module(
            "Website",
            [
                "Assets", "CQRCode", "Drawing", "Exchange", "MailRelay", "Markup", "OpenID", "Sightline",
                "Statistics",
                "Storage",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),

        // The demo: England's A&E, and a community that does not exist.
        .target(name: "DemoFiles"),
        module("DemoCommunity", ["DemoFiles", "Exchange", "Sightline", "Statistics", "Storage"]),

        .executableTarget(
            name: "SightlineCommand",
            dependencies: [
                "DemoCommunity", "Drawing", "Exchange", "MailRelay", "Markup", "Sightline", "Statistics",
                "Storage",
                "StoragePostgres", "StorageSQLite", "Website",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict
        ),

        // A target of tests for each module; TestSupport holds what they share.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "ProviderTestSupport",
            dependencies: ["OpenID", .product(name: "Crypto", package: "swift-crypto")],
            path: "Tests/ProviderTestSupport",
            swiftSettings: strict
        ),
        .target(
            name: "DatabaseTestSupport",
            dependencies: ["Storage", "StoragePostgres", "StorageSQLite"],
            path: "Tests/DatabaseTestSupport",
            swiftSettings: strict
        ),
        tests(of: "Statistics"),
        tests(of: "Markup"),
        tests(of: "Drawing", ["Statistics", "Markup"]),
        tests(of: "Storage", ["DatabaseTestSupport", "StorageSQLite", "StoragePostgres"]),
        tests(of: "Sightline", ["DatabaseTestSupport", "Statistics", "Storage"]),
        tests(of: "Exchange", ["Sightline", "Statistics", "Markup"]),
        tests(
            of: "OpenID",
            [
                "ProviderTestSupport",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        tests(of: "MailRelay"),
        tests(
            of: "DemoCommunity",
            ["DatabaseTestSupport", "Exchange", "Sightline", "Statistics", "Storage"]
        ),
        tests(
            of: "Website",
            [
                "Exchange", "MailRelay", "Markup", "OpenID", "ProviderTestSupport", "Sightline", "Statistics",
                "Storage",
                "StorageSQLite",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]
        ),
        tests(of: "SightlineCommand", ["Statistics"]),
    ],
    swiftLanguageModes: [.v6]
)
