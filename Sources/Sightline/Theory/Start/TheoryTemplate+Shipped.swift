extension TheoryTemplate {
    static let dischargeBeforeNoon = TheoryTemplate(
        id: "discharge-before-noon",
        title: "Home before noon",
        purpose:
            "People who are well enough go home in the morning, prepared, and the next person gets a bed by day.",
        nodes: [
            Node(.aim, "A third of the people who go home on a day have left the ward by noon"),
            Node(
                .primaryDriver,
                "Everyone knows the day of leaving in advance",
                Arrow(to: 0, because: "what is known the day before can be prepared the day before")
            ),
            Node(
                .primaryDriver,
                "Medicines, transport and papers are ready in the morning",
                Arrow(
                    to: 0,
                    because: "people who are well wait for these, and not for a doctor",
                    assuming: "Somebody at home or at the next place can receive them before noon"
                )
            ),
            Node(
                .primaryDriver,
                "The decision to leave is made early in the day",
                Arrow(to: 0, because: "a round that ends at one can’t send anyone home by twelve")
            ),
            Node(
                .secondaryDriver,
                "People and families take part in setting the day",
                Arrow(to: 1, because: "a day that was agreed with those at home is kept more often")
            ),
            Node(
                .changeIdea,
                "A date of leaving is written at the bed within a day of coming in",
                Arrow(to: 4, because: "what stands at the bed is asked about")
            ),
            Node(
                .changeIdea,
                "Those who may leave are seen first on the morning round",
                Arrow(
                    to: 3,
                    because: "the order of a round costs nothing to change",
                    assuming: "Nobody who is very ill waits longer for it"
                )
            ),
            Node(
                .changeIdea,
                "The pharmacist prepares medicines the evening before",
                Arrow(to: 2, because: "medicines are what is waited for longest on many wards")
            ),
        ]
    )

    static let wardFalls = TheoryTemplate(
        id: "ward-falls",
        title: "Fewer falls with harm on a ward",
        purpose: "Fewer people fall and hurt themselves, without keeping people in bed.",
        nodes: [
            Node(.aim, "Falls with harm on the ward are halved within a year"),
            Node(
                .primaryDriver,
                "Each person’s own risks are known and acted on",
                Arrow(to: 0, because: "the same measure for everyone misses what makes this person fall")
            ),
            Node(
                .primaryDriver,
                "People get up and about safely every day",
                Arrow(
                    to: 0,
                    because: "legs that don’t walk grow weak within days",
                    assuming: "There are enough people on the ward to walk with them"
                )
            ),
            Node(
                .primaryDriver,
                "The team sees a risk coming and speaks of it",
                Arrow(to: 0, because: "most falls are foreseen by somebody who had no moment to say so")
            ),
            Node(
                .secondaryDriver,
                "Sight, medicines, footwear and blood pressure are looked at",
                Arrow(to: 1, because: "these can be changed within days")
            ),
            Node(
                .changeIdea,
                "Blood pressure lying and standing is taken on the first day",
                Arrow(to: 4, because: "dizziness on standing is common, and seldom looked for")
            ),
            Node(
                .changeIdea,
                "Five minutes at the board at each change of shift about who might fall",
                Arrow(to: 3, because: "what is said aloud at a fixed time needs no courage")
            ),
            Node(
                .changeIdea,
                "Everyone who can walks to one meal a day",
                Arrow(to: 2, because: "a walk with a purpose happens even on a busy day")
            ),
        ]
    )

    static let frailtyFrontDoor = TheoryTemplate(
        id: "frailty-front-door",
        title: "Frailty seen together at the front door",
        purpose:
            "Older people with frailty are assessed by hospital, community and council together, on arrival.",
        nodes: [
            Node(
                .aim,
                "Half as many people with frailty stay in hospital for a single night or more after arriving"
            ),
            Node(
                .primaryDriver,
                "Frailty is recognised within the first hour",
                Arrow(to: 0, because: "what isn’t recognised is treated as an illness of one organ")
            ),
            Node(
                .primaryDriver,
                "Hospital, community and council decide together, on the spot",
                Arrow(to: 0, because: "each alone keeps people in hospital to be safe")
            ),
            Node(
                .primaryDriver,
                "Care at home can begin on the same day",
                Arrow(
                    to: 0,
                    because: "without it the only safe place is a bed",
                    assuming: "Carers can be found within hours, at weekends too"
                )
            ),
            Node(
                .secondaryDriver,
                "Those who decide trust each other’s assessment",
                Arrow(to: 2, because: "a second assessment takes days and finds the same")
            ),
            Node(
                .changeIdea,
                "A short frailty score is part of the first observations",
                Arrow(to: 1, because: "it takes a minute and everyone may ask it")
            ),
            Node(
                .changeIdea,
                "One therapist of the community works at the front door in the busiest hours",
                Arrow(to: 4, because: "who has worked side by side believes the other’s word")
            ),
            Node(
                .changeIdea,
                "One telephone number for care at home, answered by somebody who may say yes",
                Arrow(to: 3, because: "a call that ends in a yes replaces a form that waits for one")
            ),
        ]
    )

    static let urgentResponse = TheoryTemplate(
        id: "urgent-response",
        title: "Urgent response at home",
        purpose:
            "Whoever is in a crisis at home is seen there within two hours, when that is safer than a hospital.",
        nodes: [
            Node(.aim, "Four of five people in a crisis at home are seen there within two hours"),
            Node(
                .primaryDriver,
                "Those who are called first know of the team and trust it",
                Arrow(to: 0, because: "a team that nobody calls sees nobody")
            ),
            Node(
                .primaryDriver,
                "A team can leave at once, every day of the week",
                Arrow(
                    to: 0,
                    because: "two hours are gone when a visit waits for the one before it",
                    assuming: "Planned visits can be moved without harm"
                )
            ),
            Node(
                .primaryDriver,
                "What the person needs is there: equipment, medicines, somebody for the night",
                Arrow(to: 0, because: "a visit that can’t change anything ends in an ambulance")
            ),
            Node(
                .secondaryDriver,
                "Ambulance crews and the team speak before anyone is taken to hospital",
                Arrow(to: 1, because: "the crew decides at the door, and needs an answer there")
            ),
            Node(
                .changeIdea,
                "Crews call the team from the person’s home before they leave with them",
                Arrow(to: 4, because: "one call shows both sides what the other can do")
            ),
            Node(
                .changeIdea,
                "Two visits a day are left free in every round",
                Arrow(to: 2, because: "a gap that is planned is a visit within the hour")
            ),
            Node(
                .changeIdea,
                "A bag with the ten things that are missing most",
                Arrow(to: 3, because: "most visits fail for something small")
            ),
        ]
    )
}
