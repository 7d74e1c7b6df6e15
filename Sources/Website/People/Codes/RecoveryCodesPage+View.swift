import Markup
import Sightline

extension RecoveryCodesPage {
    func content(in frame: Frame) -> HTML {
        let rows = codes.map { "<li><code>\($0.text)</code></li>" as HTML }
        return """
            <div class="stack">
            <h1>\(title)</h1>
            <p class="lede">Codes are on. These are for the day when the phone is lost.</p>
            <section class="panel narrow"><h2>Keep them where the phone isn’t</h2>
            <p>\(AccountSentences.recovery(codes.count))</p>
            <ol class="recovery-codes">\(rows)</ol></section>
            <p>Print them, or write them down, or put them into a password manager.</p>
            <p class="actions"><a class="button" href="\(Address.root.path)">I have them</a></p>
            </div>
            """
    }
}
