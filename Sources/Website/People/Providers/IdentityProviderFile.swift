import FoundationEssentials
import OpenID
import Sightline
package import Storage

/// The file that describes identity providers: JSON, with secrets in files or in the environment.
package struct IdentityProviderFile: Sendable {
    package let providers: [IdentityProvider]

    /// - Parameters:
    ///   - path: the file; paths in it count from its folder.
    ///   - environment: where secrets may be, by name.
    /// - Throws: ``SettingError``, which names the file, the field and what would be right.
    package init(_ path: String, environment: [String: String]) throws(SettingError) {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            throw SettingError("--openid", "\(path) can't be read")
        }
        let tree: JSONTree
        do {
            tree = try JSONDecoder().decode(JSONTree.self, from: data)
        } catch {
            throw SettingError(path, "isn't JSON; it must be {\"providers\": [{…}]}")
        }
        let top = try SettingFields(tree, at: path, folder: Self.folder(of: path))
        var providers: [IdentityProvider] = []
        for fields in try top.objects("providers") {
            let provider = try Self.provider(fields, environment)
            if providers.contains(where: { $0.key == provider.key }) {
                throw fields.error(
                    "key",
                    "“\(provider.key.pathText)” is there twice; each provider needs its own"
                )
            }
            if providers.contains(where: { $0.provider.issuer == provider.provider.issuer }) {
                throw fields.error("issuer", "is there twice; describe each issuer once")
            }
            providers.append(provider)
            try fields.refuseOthers()
        }
        guard !providers.isEmpty else { throw top.error("providers", "is empty; describe one at least") }
        try top.refuseOthers()
        self.providers = providers
    }

    /// Makes sure that the units exist in which new accounts get a role.
    ///
    /// - Throws: ``SettingError``.
    package func requireUnits(on connection: any SQLConnection) throws {
        for provider in providers {
            guard let grant = provider.newRole else { continue }
            guard try UnitStore.find(grant.unit, on: connection) != nil else {
                throw SettingError(
                    "provider \(provider.key.pathText), new-accounts.unit",
                    "there is no unit \(grant.unit.pathText); take the id from the address of the unit's page"
                )
            }
        }
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    private static func provider(
        _ fields: SettingFields,
        _ environment: [String: String]
    ) throws(SettingError) -> IdentityProvider {
        guard let key = ProviderKey(pathText: try fields.text("key")) else {
            throw fields.error("key", "must be of small letters, digits and hyphens, at most 40")
        }
        let name = try fields.text("name")
        guard name.count <= 60 else { throw fields.error("name", "must be at most 60 characters long") }
        let issuer = try fields.text("issuer")
        guard WebAddress.isSafe(issuer), !issuer.contains("?") else {
            throw fields.error(
                "issuer",
                "must be an https address, as the provider writes it; http only for 127.0.0.1"
            )
        }
        let provider = Provider(
            issuer: issuer,
            clientID: try fields.text("client-id"),
            clientSecret: try secret(fields, environment)
        )
        return IdentityProvider(
            key: key,
            name: name,
            provider: provider,
            domains: try domains(fields),
            newRole: try newRole(fields),
            secondFactorLevels: try fields.texts("second-factor-levels")
        )
    }

    private static func secret(
        _ fields: SettingFields,
        _ environment: [String: String]
    ) throws(SettingError) -> String? {
        let file = try fields.optionalText("client-secret-file")
        let variable = try fields.optionalText("client-secret-environment")
        switch (file, variable) {
        case (nil, nil): return nil
        case (_?, _?):
            throw fields.error(
                "client-secret-file",
                "stands beside client-secret-environment; give one of the two"
            )
        case (let file?, nil):
            let path = file.hasPrefix("/") ? file : fields.folder + file
            return try SecretFile.read(path, for: fields.place("client-secret-file"))
        case (nil, let variable?):
            guard let secret = environment[variable], !secret.isEmpty else {
                throw fields.error("client-secret-environment", "names \(variable), which isn't set")
            }
            return secret
        }
    }

    private static func domains(_ fields: SettingFields) throws(SettingError) -> [String] {
        let domains = try fields.texts("domains").map { $0.lowercased() }
        for domain in domains {
            let isName = domain.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
            }
            guard isName, domain.contains("."), !domain.hasPrefix("."), !domain.hasSuffix(".") else {
                throw fields.error(
                    "domains",
                    "has “\(domain)”; each must be what follows the @, like example.org"
                )
            }
        }
        return domains
    }

    private static func newRole(_ fields: SettingFields) throws(SettingError) -> RoleGrant? {
        guard let grant = try fields.object("new-accounts") else { return nil }
        guard let role = Role(rawValue: try grant.text("role")) else {
            let roles = Role.allCases.filter { $0 != .administrator }.map(\.rawValue)
            throw grant.error("role", "must be one of \(roles.joined(separator: ", "))")
        }
        guard role != .administrator else {
            throw grant.error("role", "can't be administrator: a person makes another person one")
        }
        guard let unit = Unit.ID(try grant.text("unit")) else {
            throw grant.error("unit", "must be the id of a unit, from the address of its page")
        }
        try grant.refuseOthers()
        return RoleGrant(role: role, unit: unit)
    }
}
