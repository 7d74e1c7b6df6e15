import Exchange
import Sightline
import Storage
import Testing
import Website

extension AccessWorld {
    /// The same for addresses of packs: shared is one that its place may read; each visit gets a fresh one.
    func packs(like example: PackAddress, _ subject: AccessTable.Subject) async throws -> PackAddress {
        switch example {
        case .list: .list(own)
        case .new: .new(own)
        case .making: .making(own)
        case .shipped(_, let name): .shipped(own, name)
        case .pack: .pack(own, try await pack(subject))
        case .file: .file(own, try await pack(subject))
        case .visibility: .visibility(own, try await pack(subject))
        case .restored: .restored(own, try await pack(subject))
        case .use: .use(own, try await pack(subject))
        case .links: .links(own, try await pack(subject))
        case .deleted: .deleted(own, try await pack(subject))
        }
    }

    private func pack(_ subject: AccessTable.Subject) async throws -> Pack.ID {
        let isKept = subject == .kept
        let visibility: Visibility = isKept ? .unit : .place
        return try await SamplePack.make(isKept ? "Secret falls" : "Falls", visibility, in: own, of: site).id
    }
}
