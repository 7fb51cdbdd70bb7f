/// What must hold between the entries of an archive.
struct ZipChecks {
    let entries: [ZipEntry]
    let end: ZipEnd
    let limits: IntakeLimits

    func check() throws(IntakeRefused) {
        try checkNames()
        try checkSizes()
        try checkPlaces()
    }

    private func checkNames() throws(IntakeRefused) {
        var seen: Set<String> = []
        // Some systems do not tell capitals from small letters.
        for entry in entries where !seen.insert(entry.name.lowercased()).inserted {
            throw IntakeRefused(
                .archiveTricks, "In de zip staat ‘\(FileName(entry.name).text)’ twee keer.",
                help: "Maak een nieuwe zip waarin elk bestand één keer zit.")
        }
        let archives = ["zip", "kmz", "7z", "rar", "gz", "tgz", "tar", "bz2", "xz"]
        for entry in entries where !entry.isFolder && archives.contains(entry.ending) {
            throw IntakeRefused(
                .archiveNested, "In de zip zit weer een ingepakt bestand: ‘\(FileName(entry.name).text)’.",
                help: "Pak het uit en zet de bestanden zelf in de zip.")
        }
    }

    private func checkSizes() throws(IntakeRefused) {
        let unpacked = entries.reduce(0) { $0 + $1.unpackedBytes }
        guard unpacked <= limits.unpackedBytes else { throw Self.tooLarge(limits) }
        for entry in entries {
            if entry.isFolder || entry.packing == .stored, entry.packedBytes != entry.unpackedBytes {
                throw .broken("de inhoudsopgave van de zip klopt niet")
            }
            let isLarge = entry.unpackedBytes > limits.unpackedBytes / 20
            if isLarge, entry.unpackedBytes / max(1, entry.packedBytes) > limits.archiveRatio {
                throw Self.tooLarge(limits)
            }
        }
    }

    /// Entries that share bytes make much out of little.
    private func checkPlaces() throws(IntakeRefused) {
        let sorted = entries.sorted { $0.offset < $1.offset }
        guard (sorted.first?.offset ?? 0) == 0 else { throw .broken("er staat iets voor of achter de zip") }
        var free = 0
        for entry in sorted {
            guard entry.offset >= free else {
                throw IntakeRefused(
                    .archiveTricks, "In de zip delen bestanden dezelfde inhoud.",
                    help: "Maak een nieuwe zip met alleen de bestanden van uw plan.")
            }
            free = entry.offset + 30 + entry.rawName.count + entry.packedBytes
        }
        guard free <= end.directoryOffset else { throw .broken("de zip houdt te vroeg op") }
    }

    static func tooLarge(_ limits: IntakeLimits) -> IntakeRefused {
        IntakeRefused(
            .archiveTooLarge,
            "Uitgepakt is deze zip te groot: er mag ten hoogste \(limits.unpackedBytes / 1_000_000) MB in zitten.",
            help: "Zet alleen de bestanden van uw plan in de zip, of knip het plangebied uit.")
    }
}
