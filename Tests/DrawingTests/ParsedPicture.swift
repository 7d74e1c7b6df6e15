import Drawing
import Foundation
import Markup

#if canImport(FoundationXML)
import FoundationXML
#endif

/// A picture as a strict XML parser reads it.
struct ParsedPicture {
    struct Element {
        var name: String
        var attributes: [String: String]
        /// The text directly in it.
        var text = ""

        func number(_ attribute: String) -> Double? { attributes[attribute].flatMap(Double.init) }
        var classes: [Substring] { attributes["class"]?.split(separator: " ") ?? [] }
    }

    struct NotWellFormed: Error {
        var line: String
    }

    /// In the order of their start tags.
    var elements: [Element]
    let source: String

    init(_ svg: SVG) throws {
        source = String(decoding: svg.bytes, as: UTF8.self)
        let parser = XMLParser(data: Data(svg.bytes))
        let reader = Reader()
        parser.delegate = reader
        guard parser.parse() else {
            throw NotWellFormed(line: parser.parserError.map { "\($0)" } ?? source)
        }
        elements = reader.elements
    }

    func elements(_ name: String, class cssClass: String? = nil) -> [Element] {
        elements.filter { element in
            element.name == name && (cssClass.map { element.classes.contains(Substring($0)) } ?? true)
        }
    }

    /// What is written on the picture, titles that show only when pointed at left out.
    var writing: [String] { elements("text").map(\.text) }

    /// The numbers of a path's or any attribute's value.
    static func numbers(in text: String) -> [Double] {
        text.split { !($0.isNumber || $0 == "." || $0 == "-") }.flatMap { part in
            // `1-2` are two numbers.
            part.split(separator: "-", omittingEmptySubsequences: false).enumerated().compactMap {
                index,
                digits in
                Double((index == 0 ? "" : "-") + digits)
            }
        }
    }

    /// The starts of a path's parts: one for each mark.
    static func starts(in path: String) -> [(x: Double, y: Double)] {
        path.split(separator: "M").compactMap { part in
            let numbers = numbers(in: String(part))
            return numbers.count >= 2 ? (numbers[0], numbers[1]) : nil
        }
    }

    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [Element] = []
        private var open: [Int] = []

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            open.append(elements.count)
            elements.append(Element(name: name, attributes: attributes))
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            if let last = open.last { elements[last].text += text }
        }

        func parser(
            _ parser: XMLParser,
            didEndElement name: String,
            namespaceURI: String?,
            qualifiedName: String?
        ) {
            open.removeLast()
        }
    }
}
