import Foundation
import KompasTesting
import PolicyContent
import PolicyModel
import Testing

/// The names that belong to a house: of its authority, documents, norms, designations, and of the places on its maps.
/// The engine may not know any of them.
struct HouseNames {
    /// Names as words in a row, by their first word.
    private var byFirstWord: [String: [[String]]] = [:]

    /// - Parameter ordinary: names that are words of the language too.
    init(_ names: some Sequence<String>, ordinary: Set<String>) {
        for name in Set(names) where !ordinary.contains(name) {
            let words = Self.words(name)
            guard let first = words.first, words.joined().count > 2 else { continue }
            byFirstWord[first, default: []].append(words)
        }
    }

    var count: Int { byFirstWord.values.reduce(0) { $0 + $1.count } }

    /// The names that stand in a text as whole words, sorted.
    func found(in text: String) -> [String] {
        let words = Self.words(text)
        var found: Set<String> = []
        for (position, word) in words.enumerated() {
            for name in byFirstWord[word] ?? [] where words[position...].starts(with: name) {
                found.insert(name.joined(separator: " "))
            }
        }
        return found.sorted()
    }

    static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// All names of a house in a folder.
    static func names(of house: PolicyHouse, folder: URL) throws -> [String] {
        var names = [house.title, house.authority.name] + capitalised(house.title) + capitalised(house.authority.name)
        for document in house.documents {
            names += [document.id, document.title]
            names += [document.title, document.shortTitle ?? "", document.adoptedBy ?? ""].flatMap(capitalised)
        }
        names += house.norms.map(\.id) + house.designations.map(\.id) + house.layers.map(\.id)
        names += house.agreements.map(\.id) + house.useRankings.map(\.id) + house.placeLadders.map(\.id)
        for layer in house.layers {
            let bytes = try Data(contentsOf: folder.appending(path: layer.file))
            let file = try JSONDecoder().decode(LayerFile.self, from: bytes)
            for properties in file.features.map(\.properties) {
                names += [properties.name].compactMap { $0 } + (properties.aliases ?? [])
            }
        }
        return names
    }

    private static func capitalised(_ text: String) -> [String] {
        words(text).filter { $0.first?.isUppercase == true }
    }

    private struct LayerFile: Decodable {
        var features: [Feature]
        struct Feature: Decodable { var properties: Properties }
        struct Properties: Decodable { var name: String?; var aliases: [String]? }
    }
}
