import Drawing
import Markup
import Sightline
import Storage

/// The drawings of a theory as files.
enum DrawingRoutes {
    static func register(on routes: Routes) {
        let program = routes.site.configuration.pictureProgram
        routes.at(Address.theoryPicture).get(running: { address, visit, database in
            let reading = try await database.read {
                try ProgrammeReading(address.0, address.1, for: visit, on: $0)
            }
            let drawing = address.2.drawing
            let bytes = reading.picture(drawing, showsTitle: true).svg().bytes
            let name = "\(reading.programme.title)-\(drawing.rawValue)"
            switch address.2.format {
            case .svg: return .file(.init(bytes, mediaType: "image/svg+xml", name: "\(name).svg"))
            case .png:
                let svg = Address.theoryPicture(address.0, address.1, .init(drawing, .svg))
                return .file(try await SeriesFiles.png(of: bytes, named: name, by: program, svg: svg))
            }
        })
    }
}
