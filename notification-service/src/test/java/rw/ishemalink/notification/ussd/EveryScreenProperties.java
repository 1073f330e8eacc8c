package rw.ishemalink.notification.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import rw.ishemalink.notification.text.GsmAlphabet;
import rw.ishemalink.notification.ussd.UssdState.Home;
import rw.ishemalink.schemas.Language;

/** Invariant: whatever is typed and whatever the API says, a screen follows that every phone can show. */
class EveryScreenProperties {

    @Property
    void any_input_leads_to_a_screen_that_fits(
            @ForAll("walks") List<String> walk, @ForAll Language language, @ForAll boolean agent) {
        Dialogue dialogue = Dialogue.of(language, agent);
        fits(dialogue.screen());
        for (String input : walk) {
            dialogue.type(input);
            fits(dialogue.screen());
        }
    }

    @Property
    void the_way_back_ends_at_the_menu(@ForAll("walks") List<String> walk, @ForAll boolean agent) {
        Dialogue dialogue = Dialogue.of(Language.EN, agent).type(walk.toArray(String[]::new));
        for (int step = 0; step <= walk.size(); step++) {
            dialogue.type("0");
        }
        assertThat(dialogue.state()).isEqualTo(new Home());
        assertThat(dialogue.type(walk.toArray(String[]::new)).type("00").state())
                .isEqualTo(new Home());
    }

    /** Not by chance but one by one: the canonical ways reach every state, and each fits with every notice. */
    @Test
    void every_state_fits_in_every_language_with_every_notice() {
        Set<Class<?>> seen = new HashSet<>();
        for (Language language : Language.values()) {
            for (MenuTree.Way way : MenuTree.WAYS) {
                Session session = way.walk(language).session();
                seen.add(session.state().getClass());
                Screens screens = new Screens(Rwanda.REFERENCE, language);
                fits(screens.show(session));
                for (Notice notice : Notice.values()) {
                    fits(screens.show(session.told(notice)));
                }
            }
            for (String word : List.of("working", "away", "not-served")) {
                fits(Screens.lastWord(language, word));
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(Arrays.asList(UssdState.class.getPermittedSubclasses()));
    }

    @Test
    void every_shipment_fits_however_it_stands() {
        for (Language language : Language.values()) {
            for (ShipmentStatus status : ShipmentStatus.values()) {
                Session session = Session.start(Rwanda.PHONE, language, true)
                        .to(new UssdState.Shown(Rwanda.shipment(status)))
                        .told(Notice.NOT_A_CHOICE);
                fits(new Screens(Rwanda.REFERENCE, language).show(session));
            }
        }
    }

    @Test
    void every_page_of_every_list_fits() {
        for (Language language : Language.values()) {
            Dialogue goods = Dialogue.of(language, true).type("1", "nyamas", "nyaruge");
            Dialogue places = Dialogue.of(language, true).type("1");
            Dialogue shipments = Dialogue.of(language, true).type("3");
            for (Dialogue list : List.of(goods, places, shipments)) {
                for (int page = 0; page < 8; page++) {
                    fits(list.screen());
                    fits(list.type("?").screen());
                    list.type("98");
                }
            }
        }
    }

    private static void fits(Screen screen) {
        assertThat(screen.text()).isNotBlank();
        assertThat(GsmAlphabet.covers(screen.text())).as(screen.text()).isTrue();
        assertThat(GsmAlphabet.length(screen.text())).as(screen.text()).isLessThanOrEqualTo(Screens.LONGEST);
    }

    @Provide
    Arbitrary<List<String>> walks() {
        Arbitrary<String> sensible = Arbitraries.of(Stream.concat(
                        Stream.of("1", "1", "1", "2", "3", "4", "5", "6", "98", "0", "00"),
                        Stream.of("nya", "huye", "gasabo", "1500", "0788123456", "0733 654 321", "ISH-7K2M9QXZ"))
                .toList());
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(9, sensible),
                        net.jqwik.api.Tuple.of(1, Arbitraries.strings().ofMaxLength(30)))
                .list()
                .ofMaxSize(25);
    }
}
