package rw.ishemalink.tracking.device;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DeviceKeyTest {

    @Test
    void a_key_is_26_characters_that_nobody_mistakes_for_one_another() {
        assertThat(DeviceKey.next().show()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
        assertThat(DeviceKey.next().show()).isNotEqualTo(DeviceKey.next().show());
    }

    @Test
    void all_128_bits_are_in_it() {
        assertThat(DeviceKey.of(0, 0).show()).isEqualTo("00000000000000000000000000");
        assertThat(DeviceKey.of(-1, -1).show()).isEqualTo("7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
        assertThat(DeviceKey.of(0, 32).show()).isEqualTo("00000000000000000000000010");
        assertThat(DeviceKey.of(1, 0).show()).isEqualTo("0000000000000G000000000000");
    }

    @Property
    void as_somebody_types_it_it_is_the_same_key(@ForAll long high, @ForAll long low) {
        DeviceKey key = DeviceKey.of(high, low);
        String typed = " "
                + key.show()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace('0', 'o')
                        .replace('1', 'l') + "\n";
        assertThat(DeviceKey.read(typed).hash()).isEqualTo(key.hash());
    }

    @Property
    void other_bits_are_another_key(@ForAll long high, @ForAll long low) {
        assertThat(DeviceKey.of(high, low).hash())
                .isNotEqualTo(DeviceKey.of(high, low + 1).hash());
        assertThat(DeviceKey.of(high, low).hash())
                .isNotEqualTo(DeviceKey.of(high + 1, low).hash());
    }

    @Test
    void its_text_in_a_log_does_not_tell_it() {
        DeviceKey key = DeviceKey.next();
        assertThat(key.toString()).doesNotContain(key.show()).doesNotContain(key.hash());
    }
}
