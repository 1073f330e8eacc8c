package rw.ishemalink.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a report says is said in all three languages. */
class ReportTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "rw", "fr"})
    void every_report_table_column_and_note_has_its_words(String language) {
        ReportTexts texts = new ReportTexts(Locale.of(language));
        for (ReportKind kind : ReportKind.values()) {
            assertThat(texts.title(kind)).isNotBlank();
            Report report = Reports.make(kind, "ours", ReportDays.one(LocalDate.parse("2026-10-02")), new Shelf());
            for (Section section : report.sections()) {
                assertThat(texts.title(section)).isNotBlank();
                section.note().ifPresent(note -> assertThat(texts.note(note)).isNotBlank());
                section.columns()
                        .forEach(column -> assertThat(texts.label(column)).isNotBlank());
            }
            assertThat(ReportPdf.write(report, texts)).isNotEmpty();
        }
    }

    @Test
    void the_languages_have_the_same_texts() throws IOException {
        assertThat(texts("_rw").keySet()).isEqualTo(texts("").keySet());
        assertThat(texts("_fr").keySet()).isEqualTo(texts("").keySet());
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/report" + language + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
