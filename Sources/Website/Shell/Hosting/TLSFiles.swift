import FoundationEssentials
import NIOSSL
import Sightline

/// A certificate with those that vouch for it, and its key, as files in PEM.
package struct TLSFiles: Equatable, Sendable {
    package var certificate: String
    package var key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// What the files hold.
    struct Content: Sendable {
        let chain: [NIOSSLCertificate]
        let key: NIOSSLPrivateKey
        let expires: Timestamp

        var configuration: TLSConfiguration {
            TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(key)
            )
        }

        /// What to say in the log of a certificate that has run out or soon will; nil for one that lasts.
        func warning(at now: Timestamp) -> String? {
            guard expires < now.advanced(bySeconds: 14 * 86_400) else { return nil }
            return expires < now
                ? "The certificate ran out on \(expires)" : "The certificate runs out on \(expires): renew it"
        }
    }

    /// Reads both files and makes sure that they belong together.
    ///
    /// - Throws: ``SettingError``, which names the option, the file and what would be right.
    func read() throws(SettingError) -> Content {
        let chain = try chain()
        let key = try privateKey()
        guard let first = chain.first else {
            throw SettingError(Self.certificateOption, "\(certificate) holds no certificate")
        }
        let expires = Timestamp(microseconds: Int64(first.notValidAfter) * 1_000_000)
        let content = Content(chain: chain, key: key, expires: expires)
        do {
            var configuration = content.configuration
            configuration.minimumTLSVersion = .tlsv12
            _ = try NIOSSLContext(configuration: configuration)
        } catch {
            throw SettingError(
                Self.keyOption,
                "\(self.key) isn't the key of the certificate in \(certificate); give the two that were made together"
            )
        }
        return content
    }

    private static let certificateOption = "--tls-certificate"
    private static let keyOption = "--tls-key"

    private func chain() throws(SettingError) -> [NIOSSLCertificate] {
        let bytes = try bytes(of: certificate, for: Self.certificateOption)
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(bytes) else {
            throw SettingError(
                Self.certificateOption,
                "\(certificate) isn't a certificate in PEM, with BEGIN CERTIFICATE in it"
            )
        }
        return chain
    }

    private func privateKey() throws(SettingError) -> NIOSSLPrivateKey {
        let bytes = try bytes(of: key, for: Self.keyOption)
        // An empty passphrase opens no key that has one, and keeps the library from asking for it on the terminal.
        guard let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem, passphraseCallback: { $0([]) })
        else {
            throw SettingError(
                Self.keyOption,
                "\(key) isn't a private key in PEM without a passphrase, with BEGIN PRIVATE KEY in it"
            )
        }
        return key
    }

    private func bytes(of path: String, for option: String) throws(SettingError) -> [UInt8] {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else {
            let isThere = FileManager.default.fileExists(atPath: path)
            let reason = isThere ? "can't be read by this user; allow it to" : "isn't there"
            throw SettingError(option, "\(path) \(reason)")
        }
        return Array(data)
    }
}
