package rw.ishemalink.booking.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.quote.store.ReferenceData;
import rw.ishemalink.booking.terms.Cargo;
import rw.ishemalink.booking.terms.Parcel;
import rw.ishemalink.kit.testing.SuiteResource;

/** The tables of docs/tariffs.md are worked out by the code; {@code -Dfreeze} writes them, otherwise they must not differ. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TariffsDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/tariffs.md");
    private static final String BEGIN = "<!-- rates: written by TariffsDocumentTest -->\n";
    private static final String END = "<!-- end of rates -->\n";

    /** Of the first tariffs, whatever was published since. */
    private static final LocalDate DAY = LocalDate.parse("2026-01-01");

    private static final String CAPITAL = "Nyarugenge";

    private static final List<List<String>> PAIRS = List.of(
            List.of("Nyamagabe", CAPITAL),
            List.of("Huye", CAPITAL),
            List.of("Musanze", CAPITAL),
            List.of("Rubavu", CAPITAL),
            List.of("Rusizi", CAPITAL),
            List.of("Nyagatare", CAPITAL),
            List.of("Muhanga", CAPITAL),
            List.of("Rubavu", "Rusizi"));

    @Inject
    ReferenceData reference;

    @Test
    void the_document_says_what_the_code_asks() throws IOException {
        String document = Files.readString(DOCUMENT);
        assertThat(document).contains(BEGIN, END);
        String expected = document.substring(0, document.indexOf(BEGIN))
                + BEGIN
                + rates()
                + document.substring(document.indexOf(END));
        if (System.getProperty("freeze") != null) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    private String rates() {
        return """
                | from | to | km priced | RWF per kg | perishable | minimum up to |
                |---|---|---:|---:|---:|---:|
                """
                + PAIRS.stream()
                        .map(pair -> row(
                                pair.getFirst(),
                                pair.getLast(),
                                centroid(pair.getFirst()),
                                centroid(pair.getLast()),
                                false))
                        .collect(Collectors.joining())
                + reference.gazetteer().neighbours().stream()
                        .map(neighbour -> row(
                                CAPITAL,
                                "%s (%s)".formatted(neighbour.town(), neighbour.country()),
                                centroid(CAPITAL),
                                neighbour.townCentre(),
                                true))
                        .collect(Collectors.joining())
                + """

                | moto ride | 2 km | 5 km | 10 km | 20 km | 40 km | 60 km |
                |---|---:|---:|---:|---:|---:|---:|
                | RWF |"""
                + List.of(2_000, 5_000, 10_000, 20_000, 40_000, 60_000).stream()
                        .map(metres -> String.format(
                                Locale.ROOT, " %,d |", moto().fare(metres).totalRwf()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private String row(String from, String to, GeoPoint start, GeoPoint end, boolean international) {
        Fare fare = cargo().fare(start, end, tonne(false), international);
        BigDecimal cold = perKg(cargo().fare(start, end, tonne(true), international));
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.1f | %s | %s | %d kg |\n",
                from,
                to,
                fare.distanceMetres() / 1e3,
                perKg(fare),
                cold,
                heaviestAtMinimum(start, end));
    }

    private long heaviestAtMinimum(GeoPoint start, GeoPoint end) {
        long metres = Math.max(cargo().minimumMetres(), cargo().roadFactor().roadMetres(start, end));
        return cargo().minimumRwf() * 1_000_000 / (cargo().rwfPerTonneKm() * metres);
    }

    private GeoPoint centroid(String district) {
        return reference.gazetteer().findDistrict(district).orElseThrow().centroid();
    }

    private CargoTariff cargo() {
        return reference.tariffs().getCargoOn(DAY);
    }

    private MotoTariff moto() {
        return reference.tariffs().getMotoOn(DAY);
    }

    private static Cargo tonne(boolean perishable) {
        return Cargo.of(new Parcel("goods", "0000.00", perishable, 1_000, 1));
    }

    private static BigDecimal perKg(Fare ofOneTonne) {
        return BigDecimal.valueOf(ofOneTonne.totalRwf(), 3).setScale(1, RoundingMode.HALF_UP);
    }
}
