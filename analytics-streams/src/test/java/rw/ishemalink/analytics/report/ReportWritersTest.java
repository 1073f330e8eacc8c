package rw.ishemalink.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One model, three writers, the same figures. */
class ReportWritersTest {

    private static final ReportTexts ENGLISH = new ReportTexts(Locale.ENGLISH);
    private static final List<Column> COLUMNS = List.of(
            new Column("provider", Unit.TEXT),
            new Column("gross_rwf", Unit.FRANCS),
            new Column("on_time_percent", Unit.PERCENT));

    @Property(tries = 200)
    void csv_and_json_say_the_same(@ForAll("rows") List<List<Object>> rows) throws IOException {
        Report report = report(true, rows);
        List<List<String>> csv = csvRows(ReportCsv.write(report, ENGLISH));
        JsonNode json =
                new ObjectMapper().readTree(ReportJson.write(report, ENGLISH)).at("/sections/0/rows");
        assertThat(csv).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = json.path(i);
            assertThat(csv.get(i))
                    .containsExactly(
                            row.path("provider").asText(),
                            row.path("gross_rwf").asText(),
                            row.path("on_time_percent").isNull()
                                    ? ""
                                    : row.path("on_time_percent")
                                            .decimalValue()
                                            .setScale(1)
                                            .toString());
        }
    }

    @Provide
    Arbitrary<List<List<Object>>> rows() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("abcé =+-@|%\t\n\r\",;'0".toCharArray())
                .ofMaxLength(12)
                .filter(value -> !value.startsWith("'"));
        Arbitrary<Object> share = Arbitraries.integers()
                .between(0, 1000)
                .<Object>map(tenths -> BigDecimal.valueOf(tenths, 1))
                .injectDuplicates(0.1);
        return Combinators.combine(
                        text,
                        Arbitraries.longs(),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(9, share),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just((Object) ""))))
                .as((name, count, percent) -> List.<Object>of(name, count, percent))
                .list()
                .ofMaxSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+250", "-2", "@SUM(A1)", "\tx", "\rx", "|calc", "%x"})
    void what_a_spreadsheet_takes_for_a_formula_is_kept_from_it(String formula) {
        assertThat(ReportCsv.safe(formula)).isEqualTo("'" + formula);
        assertThat(ReportCsv.write(report(true, List.of(List.of(formula, 1L, ""))), ENGLISH))
                .contains("'" + formula);
    }

    @Test
    void a_minus_before_a_number_is_a_number() {
        assertThat(ReportCsv.write(report(true, List.of(List.of("MTN", -5L, ""))), ENGLISH))
                .contains("MTN,-5,");
    }

    @Test
    void the_csv_tells_columns_their_words_and_their_units() {
        assertThat(ReportCsv.write(report(true, List.of()), new ReportTexts(Locale.FRENCH)))
                .contains(
                        "section,provider,gross_rwf,on_time_percent",
                        "label,Prestataire,Brut,À l'heure",
                        "unit,,RWF,percent",
                        "complete,true");
    }

    @Test
    void all_three_say_when_a_part_did_not_answer() throws IOException {
        Report report = report(false, List.of());
        assertThat(ReportCsv.write(report, ENGLISH)).contains("complete,false");
        assertThat(ReportJson.write(report, ENGLISH)).contains("\"complete\":false");
        assertThat(text(ReportPdf.write(report, ENGLISH))).contains("INCOMPLETE");
        assertThat(text(ReportPdf.write(report(true, List.of()), ENGLISH))).doesNotContain("INCOMPLETE");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Revenue and payments, From 2026-10-01 to 2026-10-31, Total",
        "fr, Recettes et paiements, Du 2026-10-01 au 2026-10-31, Total",
        "rw, Amafaranga yinjiye n'ubwishyu, Kuva 2026-10-01 kugeza 2026-10-31, Igiteranyo"
    })
    void the_pdf_has_title_period_freshness_table_and_total_in_the_language_asked_for(
            String language, String title, String period, String total) throws IOException {
        byte[] pdf = ReportPdf.write(
                report(true, List.of(List.of("MTN", 1_200_000L, new BigDecimal("97.5")))),
                new ReportTexts(Locale.of(language)));
        assertThat(text(pdf)).contains(title, period, "2026-10-20T10:00:00Z", "MTN", "1 200 000", "97.5", total);
    }

    @Test
    void charts_are_drawn_and_are_no_pictures() throws IOException {
        byte[] bytes =
                ReportPdf.write(report(true, List.of(List.of("MTN", 40L, ""), List.of("AIRTEL", 20L, ""))), ENGLISH);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            PDPage page = pdf.getPage(0);
            int drawings = 0;
            for (COSName name : page.getResources().getXObjectNames()) {
                assertThat(page.getResources().getXObject(name)).isNotInstanceOf(PDImageXObject.class);
                if (page.getResources().getXObject(name) instanceof PDFormXObject form
                        && form.getBBox().getWidth() > 500) {
                    drawings++;
                }
            }
            assertThat(drawings).isEqualTo(1);
        }
        assertThat(text(bytes)).contains("Gross (RWF)");
    }

    @Test
    void a_long_table_has_its_head_and_a_number_on_every_page() throws IOException {
        List<List<Object>> rows = IntStream.rangeClosed(1, 200)
                .mapToObj(number -> List.<Object>of("Société-" + number, 10L, ""))
                .toList();
        try (PDDocument pdf = Loader.loadPDF(ReportPdf.write(report(true, rows), ENGLISH))) {
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(pdf).replaceAll("\\s+", " "))
                        .contains("Provider", "revenue-2026-10-01-2026-10-31")
                        .contains("Page " + page + " of " + pdf.getNumberOfPages());
            }
        }
    }

    @Test
    void a_report_without_rows_is_a_pdf_too() throws IOException {
        assertThat(text(ReportPdf.write(report(true, List.of()), ENGLISH))).contains("Nothing in this period.");
    }

    @Test
    void the_side_of_a_chart_ends_at_a_round_number_that_is_high_enough() {
        assertThat(ChartDrawing.niceTop(0)).isEqualTo(1);
        assertThat(ChartDrawing.niceTop(4)).isEqualTo(5);
        assertThat(ChartDrawing.niceTop(51)).isEqualTo(100);
        assertThat(ChartDrawing.niceTop(1_200_000)).isEqualTo(2_000_000);
    }

    private static List<List<String>> csvRows(String csv) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (CSVRecord line : CSVFormat.RFC4180.parse(new StringReader(csv))) {
            if (line.get(0).equals("payments-by-provider")) {
                String text = line.get(1);
                rows.add(List.of(text.startsWith("'") ? text.substring(1) : text, line.get(2), line.get(3)));
            }
        }
        return rows;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static Report report(boolean complete, List<List<Object>> rows) {
        Section section = new Section(
                "payments-by-provider",
                Optional.empty(),
                COLUMNS,
                rows,
                List.of("", 0L, ""),
                0,
                Optional.of(new Chart(Chart.Shape.BARS, "gross_rwf")));
        return new Report(
                ReportKind.REVENUE,
                "ours",
                new ReportDays(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31")),
                Shelf.AS_OF,
                40,
                complete,
                List.of(section));
    }
}
