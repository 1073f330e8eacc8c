package rw.ishemalink.compliance.manifest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.casefile.ExportParcel;

/** Exports as booking-service lets them in. */
final class Exports {

    static final Instant NOW = Instant.parse("2026-11-21T22:30:00Z");

    /**
     * Text as people here write it, and as nobody should: letters of Kinyarwanda and French, marks of XML, other scripts,
     * a lorry (two UTF-16 units) and half a lorry.
     */
    private static final List<String> LETTERS =
            "abcXYZ 0189 éèêçàùœïÉÔ’'\"<>&]-_,.;:()/\\ŵñ漢字\uD83D\uDE9A‹›\u00a0\u200b\uFFFD\uD83D"
                    .codePoints()
                    .mapToObj(Character::toString)
                    .toList();

    private Exports() {}

    static ExportFile export(String consignee, String address, List<ExportParcel> parcels, List<String> seals) {
        return export(consignee, address, "Huye", parcels, seals, seals.isEmpty() ? null : "RCTG/RW/1", 12_000_000L);
    }

    static ExportFile export(
            String consignee,
            String address,
            String origin,
            List<ExportParcel> parcels,
            List<String> seals,
            @Nullable String carnet,
            @Nullable Long declared) {
        return new ExportFile(
                UUID.randomUUID(),
                "ishemalink",
                "24",
                "RW",
                origin,
                "UG",
                "Kampala",
                "Petite Barrière",
                consignee,
                address,
                parcels.getFirst().commodity(),
                parcels.getFirst().hsCode(),
                parcels.stream().mapToLong(ExportParcel::weightKg).sum(),
                parcels.stream().mapToInt(ExportParcel::packages).sum(),
                declared,
                declared == null ? null : "RWF",
                parcels,
                seals,
                carnet);
    }

    static ManifestContent content(ExportFile export) {
        return new ManifestContent(
                "ISH-AAAAAAAA",
                "ISH-AAAAAAAA",
                "GATUN",
                "999900001",
                "IshemaLink",
                "Sender",
                "RAB 123 C",
                "RWBTQ",
                "UGKLA",
                590_000,
                export,
                NOW);
    }

    static SadContent declaration(ExportFile export, Procedure procedure, @Nullable String officeCode) {
        ManifestRow manifest = new ManifestRow(
                export.bookingId(),
                1,
                export.tenant(),
                "ISH-AAAAAAAA",
                UUID.randomUUID(),
                "RAB 123 C",
                "<Awmds/>",
                "0".repeat(64),
                NOW,
                "first",
                officeCode,
                export.seals(),
                export.rctgReference());
        return new SadContent(procedure, manifest, export, 590_000, "Sender", "ISH-AAAAAAAA", "RWBTQ");
    }

    /** Within the bounds of booking-service: names to 150, addresses to 255, up to 20 parcels and 50 seals. */
    static Arbitrary<ExportFile> any() {
        return Combinators.combine(
                        text(150),
                        text(255),
                        text(120),
                        parcels(),
                        seals(),
                        carnet().injectNull(0.5),
                        Arbitraries.longs().between(0, 1_000_000_000_000L).injectNull(0.3))
                .as(Exports::export);
    }

    private static Arbitrary<List<ExportParcel>> parcels() {
        return Combinators.combine(
                        text(100),
                        Arbitraries.of("0901.11", "0701.90", "0713.33.00", "1006.30.00.000", "2616"),
                        Arbitraries.longs().between(1, 100_000),
                        Arbitraries.integers().between(1, 10_000))
                .as(ExportParcel::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static Arbitrary<List<String>> seals() {
        return Arbitraries.strings()
                .withChars("ABCXYZabc0123456789-")
                .ofMinLength(1)
                .ofMaxLength(20)
                .list()
                .uniqueElements()
                .ofMaxSize(50);
    }

    private static Arbitrary<String> carnet() {
        return Arbitraries.strings()
                .withChars("RCTG/0123456789.-")
                .ofMinLength(1)
                .ofMaxLength(35);
    }

    private static Arbitrary<String> text(int longest) {
        return Arbitraries.of(LETTERS).list().ofMinSize(1).ofMaxSize(longest).map(letters -> String.join("", letters));
    }
}
