import Hummingbird
import Sightline
import Storage
import Testing
import Website

/// Attacks on sessions and on the way to one.
struct SessionAttackTests {
    @Test func `a session id that was planted is not the one that is signed in, by whatever way`()
        async throws
    {
        try await TestSite.run { site, browser in
            let ada = try await site.member()
            let (secret, _) = try await site.turnCodesOn(for: ada.account)
            let bob = try await site.member("Bob")
            let planted = "sightline-session=" + String(repeating: "P", count: 43)
            for way in ["password", "code", "link"] {
                var (victim, attacker) = (browser, browser)
                (victim.cookie, attacker.cookie) = (planted, planted)
                switch way {
                case "password": try await victim.signIn(bob)
                case "code":
                    try await victim.signIn(ada)
                    try await victim.give(site.code(secret))
                default: try await victim.post(try await site.link())
                }
                #expect(victim.cookie != planted, "\(way)")
                #expect(try await victim.isSignedIn(), "\(way)")
                #expect(try await !attacker.isSignedIn(), "\(way)")
            }
        }
    }

    @Test func `an attacker's own session, planted, doesn't become the victim's, and ends`() async throws {
        try await TestSite.run { site, browser in
            var (victim, attacker) = (browser, browser)
            let mallory = try await site.member("Mallory")
            let ada = try await site.member()
            try await attacker.signIn(mallory)
            victim.cookie = attacker.cookie
            try await victim.signIn(ada)
            #expect(victim.cookie != attacker.cookie)
            #expect(try await !attacker.isSignedIn())
            try await victim.get(Address.account.path)
            #expect(victim.page.contains("ada@example.org"))
        }
    }

    @Test func `each sign-in has an id of its own`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            var seen: Set<String> = []
            for _ in 0..<5 {
                try await browser.signIn(ada)
                seen.insert(try #require(browser.cookie))
            }
            #expect(seen.count == 5)
        }
    }

    @Test func `a cookie with any byte changed, cut or added opens nothing`() async throws {
        try await TestSite.run { site, browser in
            var browser = browser
            let ada = try await site.member()
            try await browser.signIn(ada)
            let good = try #require(browser.cookie)
            let value = Array(good.utf8.drop { $0 != UInt8(ascii: "=") }.dropFirst())
            #expect(value.count == 43)
            var forged: [[UInt8]] = []
            for index in value.indices {
                for bit in [1, 2, 32] as [UInt8] {
                    var bytes = value
                    bytes[index] ^= bit
                    forged.append(bytes)
                }
                forged.append(Array(value[..<index]))
            }
            forged += [value + [65], value + value, value.reversed(), [], Array("null".utf8)]
            for bytes in forged where bytes != value {
                let text = String(decoding: bytes, as: UTF8.self)
                guard text.utf8.allSatisfy({ $0 > 32 && $0 < 127 && $0 != 59 && $0 != 44 }) else { continue }
                browser.cookie = "sightline-session=\(text)"
                try await browser.get(Address.account.path)
                #expect(browser.status == .unauthorized, "\(text)")
            }
            browser.cookie = good
            #expect(try await browser.isSignedIn())
        }
    }

    @Test func `the token of another session, of none, or a changed one changes nothing`() async throws {
        try await TestSite.run { site, browser in
            var (ada, bob) = (browser, browser)
            try await ada.signIn(try await site.member("Ada", .administrator))
            try await bob.signIn(try await site.member("Bob", .administrator))
            try await ada.get(Address.people(site.community).path)
            try await bob.get(Address.people(site.community).path)
            let own = try #require(ada.token)
            let foreign = try #require(bob.token)
            var changed = own
            changed.replaceSubrange(
                changed.startIndex...changed.startIndex,
                with: own.hasPrefix("0") ? "1" : "0"
            )
            for token in [foreign, changed, "", String(own.dropLast()), own + "0"] {
                try await ada.post(
                    Address.unitName(site.community).path,
                    ["name": "Renamed", "form-token": token]
                )
                #expect(ada.status == .forbidden, "\(token)")
            }
            let name = try await site.database.read { try UnitStore.find(site.community, on: $0)?.name }
            #expect(name != "Renamed")
        }
    }

    @Test func `a new password ends all sessions, by its form and by letter`() async throws {
        try await TestSite.run { site, browser in
            let ada = try await site.member()
            let chosen = "tin kettle nine owls"
            let fields = ["new-password": chosen, "new-password-again": chosen]
            for isLetter in [false, true] {
                var (own, phone, tablet) = (browser, browser, browser)
                let password = isLetter ? chosen : ada.password
                for _ in 0..<1 { try await own.signIn(ada, password: password) }
                try await phone.signIn(ada, password: password)
                try await tablet.signIn(ada, password: password)
                if isLetter {
                    site.clock.advance(bySeconds: 1)
                    try await own.post(Address.passwordResets.path, ["email": ada.email])
                    let link = try #require(
                        try await site.letterLinks().last { $0.contains("password-resets/") }
                    )
                    var stranger = browser
                    try await stranger.post(link, fields)
                    #expect(stranger.status == .seeOther)
                    #expect(try await !own.isSignedIn())
                } else {
                    try await own.get(Address.account.path)
                    let now = fields.merging(["password": password]) { first, _ in first }
                    try await own.post(Address.accountPassword.path, now)
                    #expect(try await own.isSignedIn())
                }
                #expect(try await !phone.isSignedIn())
                #expect(try await !tablet.isSignedIn())
            }
        }
    }
}
