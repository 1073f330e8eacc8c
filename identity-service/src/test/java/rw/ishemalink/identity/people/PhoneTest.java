package rw.ishemalink.identity.people;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+250788123456",
                "250788123456",
                "0788123456",
                "788123456",
                "00250788123456",
                " 0788 123 456 ",
                "+250 (788) 123-456"
            })
    void every_way_of_writing_it_is_the_same_phone(String written) {
        assertThat(Phone.find(written)).contains(new Phone("+250788123456"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0728123456", "0738123456", "0788123456", "0798123456"})
    void mtn_and_airtel_have_mobiles(String written) {
        assertThat(Phone.find(written)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0708123456",
                "0758123456",
                "0778123456",
                "0252123456",
                "+256788123456",
                "+2507881234567",
                "078812345",
                "0788CALLME",
                "0788123456 ext 5",
                "+250788123456;+250788123457"
            })
    void what_is_no_rwandan_mobile_is_none(String written) {
        assertThat(Phone.find(written)).isEmpty();
    }

    @Property
    void finding_is_stable(@ForAll @IntRange(max = 9_999_999) int rest) {
        Phone.find("078" + "%07d".formatted(rest))
                .ifPresent(phone -> assertThat(Phone.find(phone.value())).contains(phone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+250788123456"})
    void its_text_does_not_show_it(String written) {
        assertThat(Phone.find(written).orElseThrow().toString()).doesNotContain("788");
    }
}
