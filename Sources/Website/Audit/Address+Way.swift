extension Address {
    /// What the audit trail calls the reading of it.
    var way: String {
        switch self {
        case .unit: "home"
        case .strands: "evidence of the strands"
        case .measures: "table of measures"
        case .series, .phases, .withdrawnPhases, .annotations, .withdrawnAnnotations, .phase, .annotation,
            .restoredEdition:
            "page of a measure"
        case .seriesPicture(_, _, let file): "picture, \(file.rawValue)"
        case .seriesData: "file of a series"
        case .observations: "export of observations"
        case .imports, .pendingImport, .recording: "import"
        case .theoryPicture: "drawing of a theory"
        case .programme, .theoryNode, .arrow, .cycle, .part: "pages of a programme"
        case .reports: "written page"
        case .reviews: "pages of reviews"
        case .story, .storyDetails: "page of a story"
        case .packs(.file): "file of a pack"
        case .packs: "pages of a pack"
        default: "other pages"
        }
    }
}
