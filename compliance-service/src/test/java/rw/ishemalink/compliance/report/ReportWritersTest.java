package rw.ishemalink.compliance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One model, three writers, the same content. */
class ReportWritersTest {

    private static final List<Column> COLUMNS =
            List.of(Column.text("provider"), Column.summed("succeeded"), Column.number("largest_rwf"));

    @Test
    void totals_are_the_sums_of_what_is_summed() {
        Section section = section(List.of(List.of("AIRTEL", 2L, 500L), List.of("MTN", 40L, 1_200_000L)));
        assertThat(section.totals()).containsExactly("", 42L, "");
    }

    @Test
    void a_row_that_is_too_short_is_no_row() {
        assertThatThrownBy(() -> section(List.of(List.of("MTN", 1L)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_json_holds_the_content_byte_for_byte_as_it_was_hashed() {
        Edition edition = edition(List.of(List.of("MTN", 40L, 7L)));
        assertThat(ReportJson.write(edition)).contains(edition.content()).contains(edition.sha256());
        assertThat(ReportJson.sha256(edition.content())).isEqualTo(edition.sha256());
        assertThat(edition.content())
                .contains("{\"provider\":\"MTN\",\"succeeded\":40,\"largest_rwf\":7}")
                .contains("\"totals\":{\"succeeded\":40}");
    }

    @Property(tries = 200)
    void csv_and_json_read_back_are_the_report(@ForAll("rows") List<List<Object>> rows) throws IOException {
        Edition edition = edition(rows);
        assertThat(ReportJson.read(edition.content())).isEqualTo(edition.report());
        assertThat(CsvReading.sections(ReportCsv.write(edition), edition.report()))
                .isEqualTo(edition.report().sections());
    }

    @Provide
    Arbitrary<List<List<Object>>> rows() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars("abcé =+-@|%\t\n\r\",;'0".toCharArray())
                .ofMaxLength(12)
                .filter(value -> !value.startsWith("'"));
        return Combinators.combine(text, Arbitraries.longs().between(0, 1_000_000), Arbitraries.longs())
                .as((name, count, largest) -> List.<Object>of(name, count, largest))
                .list()
                .ofMaxSize(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+250", "-2", "@SUM(A1)", "\tx", "\rx", "|calc", "%x"})
    void what_a_spreadsheet_takes_for_a_formula_is_kept_from_it(String formula) {
        assertThat(ReportCsv.safe(formula)).isEqualTo("'" + formula);
        assertThat(ReportCsv.write(edition(List.of(List.of(formula, 1L, 1L))))).contains("'" + formula);
    }

    @Test
    void plain_texts_stay_as_they_are() {
        assertThat(ReportCsv.safe("MTN")).isEqualTo("MTN");
        assertThat(ReportCsv.safe("")).isEmpty();
    }

    @Test
    void the_pdf_has_title_period_tables_totals_hash_and_page_numbers() throws IOException {
        List<List<Object>> rows = IntStream.rangeClosed(1, 200)
                .mapToObj(number -> List.<Object>of("Société-" + number, 10L, (long) number))
                .toList();
        Edition edition = edition(rows);
        try (PDDocument pdf = Loader.loadPDF(ReportPdf.write(edition))) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
            assertThat(text)
                    .contains(ReportKind.BNR_MONTH.title())
                    .contains("Period: 2026-10")
                    .contains("Revision 3 (FINAL)")
                    .contains("Société-1 ", "Société-200 ")
                    .contains("Total 2000");
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(pdf).replaceAll("\\s+", " "))
                        .contains("provider", "SHA-256 " + edition.sha256())
                        .contains("Page " + page + " of " + pdf.getNumberOfPages());
            }
        }
    }

    @Test
    void a_report_without_rows_is_a_pdf_too() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(ReportPdf.write(edition(List.of())))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Total 0", "Nothing in this month.");
        }
    }

    private static Section section(List<List<Object>> rows) {
        return new Section("payments", "Payments", false, COLUMNS, rows);
    }

    private static Edition edition(List<List<Object>> rows) {
        Report report = new Report(ReportKind.BNR_MONTH, "ishemalink", YearMonth.of(2026, 10), List.of(section(rows)));
        String content = ReportJson.content(report);
        return new Edition(report, 3, content, ReportJson.sha256(content), Instant.parse("2026-11-02T08:00:00Z"));
    }
}
