package rw.ishemalink.notification.outbound.smpp;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import rw.ishemalink.notification.text.GsmAlphabet;

class SmppTextTest {

    private static final byte REFERENCE = 7;
    private static final int HEADER = 6;

    @Test
    void one_message_has_no_header() {
        SmppText text = SmppText.of("a".repeat(160), REFERENCE);
        assertThat(text.coding()).isZero();
        assertThat(text.parts()).singleElement().satisfies(part -> assertThat(part)
                .hasSize(160));
    }

    @Test
    void a_long_one_goes_in_numbered_parts() {
        SmppText text = SmppText.of("a".repeat(161), REFERENCE);
        assertThat(text.parts()).hasSize(2);
        assertThat(text.parts().getFirst()).startsWith(5, 0, 3, REFERENCE, 2, 1).hasSize(159);
        assertThat(text.parts().getLast()).startsWith(5, 0, 3, REFERENCE, 2, 2).hasSize(14);
    }

    @Test
    void what_the_alphabet_does_not_cover_goes_in_sixteen_bits() {
        SmppText text = SmppText.of("ê".repeat(71), REFERENCE);
        assertThat(text.coding()).isEqualTo((byte) 8);
        assertThat(text.parts()).hasSize(2);
        assertThat(GsmAlphabet.parts("ê".repeat(71))).isEqualTo(2);
    }

    @Property
    void whatever_is_cut_is_whole_again_when_it_is_put_together(@ForAll @StringLength(max = 600) String any) {
        String fitted = GsmAlphabet.fit(any);
        SmppText narrow = SmppText.of(fitted, REFERENCE);
        String joined = narrow.parts().stream()
                .map(part -> GsmAlphabet.decode(bare(narrow, part)))
                .collect(Collectors.joining());
        assertThat(joined).isEqualTo(fitted);
        assertThat(narrow.parts()).allSatisfy(part -> assertThat(part.length).isLessThanOrEqualTo(160));

        SmppText wide = SmppText.of("ê" + any, REFERENCE);
        String whole = wide.parts().stream()
                .map(part -> new String(bare(wide, part), UTF_16BE))
                .collect(Collectors.joining());
        assertThat(whole.length()).isEqualTo(any.length() + 1);
        assertThat(wide.parts()).allSatisfy(part -> assertThat(part.length).isLessThanOrEqualTo(140));
    }

    private static byte[] bare(SmppText text, byte[] part) {
        return text.inParts() ? Arrays.copyOfRange(part, HEADER, part.length) : part;
    }
}
