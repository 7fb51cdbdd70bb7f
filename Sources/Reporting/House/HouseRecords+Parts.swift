import PolicyModel

/// Records of frames, orders and the cycle, with the parts that have an id of their own.
extension HouseRecords {
    mutating func addFrames(of house: PolicyHouse) {
        for frame in house.frames {
            add(.frame, frame.id, frame.title, frame.summary, [frame.source], .frame(frame))
            for part in frame.principles {
                addPart(.principle, part.id, part.title, part.summary, part.source, of: frame.id)
            }
            for part in frame.groups { addPart(.questionGroup, part.id, part.title, nil, frame.source, of: frame.id) }
            for part in frame.questions { addPart(.question, part.id, part.text, nil, part.source, of: frame.id) }
            for part in frame.statements {
                addPart(.statement, part.id, part.text, part.limit, part.source, of: frame.id)
            }
            for part in frame.criteria { addPart(.criterion, part.id, part.text, nil, part.source, of: frame.id) }
            for part in frame.outcomes { addPart(.outcome, part.id, part.title, nil, part.source, of: frame.id) }
            for part in frame.triggers {
                addPart(.trigger, part.id, part.title, part.interpretation, part.source, of: frame.id)
            }
            for part in frame.steps { addPart(.step, part.id, part.title, nil, part.source, of: frame.id) }
        }
    }

    mutating func addOrders(of house: PolicyHouse) {
        for ranking in house.useRankings {
            add(
                .useRanking, ranking.id, ranking.title, ranking.summary, ranking.edges.map(\.source),
                .useRanking(ranking))
            for edge in ranking.edges {
                addPart(.edge, edge.id, edge.why, ranking.title, edge.source, of: ranking.id)
            }
        }
        for ladder in house.placeLadders {
            add(.placeLadder, ladder.id, ladder.title, nil, [ladder.source], .placeLadder(ladder))
            for rung in ladder.rungs {
                addPart(.rung, rung.id, rung.title, ladder.title, rung.source ?? ladder.source, of: ladder.id)
            }
        }
    }

    mutating func addCycle(of house: PolicyHouse) {
        for value in house.figures {
            add(.figure, value.id, value.title, value.note, [value.source], .figure(value))
        }
        for value in house.issues { add(.issue, value.id, value.title, value.summary, [value.source], .issue(value)) }
        for value in house.programmes {
            add(.programme, value.id, value.title, value.summary, [value.source], .programme(value))
        }
        for value in house.instruments {
            add(.instrument, value.id, value.title, value.summary, [value.source], .instrument(value))
        }
        for value in house.indicators {
            add(.indicator, value.id, value.title, value.summary, [value.source], .indicator(value))
        }
        for value in house.cycle {
            add(.cycleMoment, value.id, value.title, value.summary, [value.source], .cycleMoment(value))
        }
    }
}
