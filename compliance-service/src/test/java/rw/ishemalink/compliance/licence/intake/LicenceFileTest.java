package rw.ishemalink.compliance.licence.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.intake.LicenceFile.Unusable;
import rw.ishemalink.compliance.licence.intake.LicenceFile.UnusableException;
import rw.ishemalink.compliance.licence.intake.Mistake.Code;

class LicenceFileTest {

    private static final String HEAD = LicenceFile.head() + "\r\n";
    private static final String TRUCK =
            "VEHICLE_AUTHORISATION,RAB 123 C,RURA-7,VALID,2026-01-01,2026-12-31,\"Volcano, Ltd\",100000001,NATIONAL,,";

    @Test
    void a_good_line_is_a_licence_with_all_that_it_says() throws UnusableException {
        LicenceFile file = read(TRUCK + "\r\nDRIVING_LICENCE,dl 7,7,valid,2026-01-01,2026-12-31,,,,,b; C AT\r\n");

        assertThat(file.mistakes()).isEmpty();
        assertThat(file.good().getFirst().question())
                .isEqualTo(new LicenceQuestion(LicenceKind.VEHICLE_AUTHORISATION, "RAB123C"));
        assertThat(file.good().getFirst().licence())
                .isEqualTo(new Licence(
                        "RURA-7",
                        Licence.Status.VALID,
                        LocalDate.of(2026, 12, 31),
                        null,
                        LocalDate.of(2026, 1, 1),
                        "Volcano, Ltd",
                        "100000001",
                        "NATIONAL",
                        List.of()));
        assertThat(file.good().getLast().licence().categories()).containsExactly("B", "C AT");
    }

    @ParameterizedTest(name = "{2} in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "TAXI,RAB 1 C,1,VALID,2026-01-01,2026-12-31,,,,,|kind|KIND_UNKNOWN",
                "OPERATOR_LICENCE,,1,VALID,2026-01-01,2026-12-31,,,,,|subject|SUBJECT_MISSING",
                "VEHICLE_INSPECTION,not a plate!,1,VALID,2026-01-01,2026-12-31,,,,,|subject|PLATE_WRONG",
                "OPERATOR_LICENCE,12345,1,VALID,2026-01-01,2026-12-31,,,,,|subject|TIN_WRONG",
                "INSURANCE,RAB 1 C,,VALID,2026-01-01,2026-12-31,,,,,|number|NUMBER_MISSING",
                "INSURANCE,RAB 1 C,1,FINE,2026-01-01,2026-12-31,,,,,|status|STATUS_UNKNOWN",
                "INSURANCE,RAB 1 C,1,VALID,01/01/2026,2026-12-31,,,,,|issuedOn|DATE_WRONG",
                "INSURANCE,RAB 1 C,1,VALID,2026-01-01,2026-02-30,,,,,|validUntil|DATE_WRONG",
                "INSURANCE,RAB 1 C,1,VALID,2026-01-01,2025-12-31,,,,,|validUntil|ENDS_BEFORE_IT_BEGINS",
                "INSURANCE,RAB 1 C,1,VALID,2026-01-01,2026-12-31,,12,,,|holderTin|TIN_WRONG",
                "INSURANCE,RAB 1 C,1,VALID,2026-01-01,2026-12-31,,,KIGALI,,|zone|ZONE_UNKNOWN",
                "INSURANCE,RAB 1 C,1,VALID,2026-01-01,2026-12-31,,,,???,|vehiclePlate|PLATE_WRONG",
                "DRIVING_LICENCE,DL1,1,VALID,2026-01-01,2026-12-31,,,,,|categories|CATEGORIES_WRONG",
                "DRIVING_LICENCE,DL1,1,VALID,2026-01-01,2026-12-31,,,,,B;Z|categories|CATEGORIES_WRONG",
                "INSURANCE,RAB 1 C,1,VALID,2026-01-01,2026-12-31|-|COLUMNS_WRONG"
            })
    void a_wrong_line_is_named_by_number_column_and_what_to_mend(String line, String column, Code code)
            throws UnusableException {
        LicenceFile file = read(TRUCK + "\r\n" + line + "\r\n");

        assertThat(file.good()).hasSize(1);
        assertThat(file.lines()).isEqualTo(2);
        assertThat(file.mistakes())
                .extracting(Mistake::line, Mistake::column, Mistake::code)
                .containsExactly(tuple(3, column, code));
    }

    @Test
    void every_mistake_of_a_line_is_said_at_once() throws UnusableException {
        assertThat(read("TAXI,,,,,,,,,,").mistakes())
                .extracting(Mistake::column)
                .containsExactly("kind", "number", "status", "issuedOn", "validUntil");
    }

    @Test
    void the_second_line_about_the_same_is_a_mistake() throws UnusableException {
        LicenceFile file = read(TRUCK + "\r\n" + TRUCK.replace("RAB 123 C", "rab123c") + "\r\n");

        assertThat(file.good()).hasSize(1);
        assertThat(file.mistakes()).extracting(Mistake::line, Mistake::code).containsExactly(tuple(3, Code.TWICE));
    }

    @Test
    void a_quotation_mark_that_never_ends_spoils_what_follows_and_nothing_before() throws UnusableException {
        LicenceFile file = read(TRUCK + "\r\nINSURANCE,\"RAB 1 C,1,VALID,2026-01-01,2026-12-31,,,,,\r\n");

        assertThat(file.good()).hasSize(1);
        assertThat(file.mistakes()).extracting(Mistake::code).containsExactly(Code.UNREADABLE);
    }

    @Test
    void too_long_and_unprintable_values_are_refused() throws UnusableException {
        String longHolder = TRUCK.replace("\"Volcano, Ltd\"", "V".repeat(101));
        String bell = TRUCK.replace("\"Volcano, Ltd\"", "Vol\u0007cano");

        assertThat(read(longHolder).mistakes()).extracting(Mistake::code).containsExactly(Code.TOO_LONG);
        assertThat(read(bell).mistakes()).extracting(Mistake::code).containsExactly(Code.UNPRINTABLE);
    }

    @Test
    void a_file_with_another_head_without_lines_or_with_too_many_is_of_no_use() {
        assertUnusable("kind;subject\r\n" + TRUCK, Unusable.HEAD_WRONG);
        assertUnusable("", Unusable.HEAD_WRONG);
        assertUnusable(HEAD + "\r\n\r\n", Unusable.EMPTY);
        assertUnusable(HEAD + (TRUCK + "\r\n").repeat(4), Unusable.TOO_MANY_LINES);
    }

    @Test
    void the_mark_that_spreadsheets_put_before_the_head_does_not_matter() throws UnusableException {
        assertThat(LicenceFile.read("\uFEFF" + HEAD + TRUCK, 3).good()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Code.class)
    void what_to_mend_is_said_in_three_languages(Code code) {
        Mistake mistake = new Mistake(2, "kind", code);

        assertThat(Stream.of(Locale.ENGLISH, Locale.FRENCH, Locale.of("rw")).map(mistake::text))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    private static void assertUnusable(String text, Unusable why) {
        assertThatThrownBy(() -> LicenceFile.read(text, 3))
                .isInstanceOfSatisfying(
                        UnusableException.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static LicenceFile read(String lines) throws UnusableException {
        return LicenceFile.read(HEAD + lines, 3);
    }
}
