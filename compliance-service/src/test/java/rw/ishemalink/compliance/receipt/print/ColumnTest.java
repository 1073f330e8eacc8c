package rw.ishemalink.compliance.receipt.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A receipt printer's lines. */
class ColumnTest {

    private static final List<String> LETTERS = List.of("a", "Z", "é", " ", "7", "漢", "\uD83D\uDE9A");

    @Property
    void whatever_is_put_in_no_line_is_too_long_no_character_halved_and_none_lost(
            @ForAll("texts") String left, @ForAll("texts") String right) {
        Column column = new Column();
        column.left(left);
        column.pair(left, right);
        column.centred(right);

        assertThat(column.lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Column.WIDTH))
                .allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode);
        assertThat(withoutSpaces(String.join("", column.lines())))
                .isEqualTo(withoutSpaces(left + left + right + right));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(LETTERS).list().ofMaxSize(120).map(letters -> String.join("", letters));
    }

    private static String withoutSpaces(String text) {
        return text.replace(" ", "");
    }
}
