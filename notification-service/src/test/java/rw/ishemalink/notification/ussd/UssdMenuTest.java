package rw.ishemalink.notification.ussd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.notification.ussd.UssdState.Confirm;
import rw.ishemalink.notification.ussd.UssdState.Dropped;
import rw.ishemalink.notification.ussd.UssdState.Home;
import rw.ishemalink.notification.ussd.UssdState.OtherPhone;
import rw.ishemalink.notification.ussd.UssdState.PickCargo;
import rw.ishemalink.notification.ussd.UssdState.PickDistrict;
import rw.ishemalink.notification.ussd.UssdState.PickShipment;
import rw.ishemalink.notification.ussd.UssdState.Prompted;
import rw.ishemalink.notification.ussd.UssdState.Quoted;
import rw.ishemalink.notification.ussd.UssdState.Shown;
import rw.ishemalink.notification.ussd.UssdState.Wallet;
import rw.ishemalink.notification.ussd.UssdState.Weight;
import rw.ishemalink.schemas.Language;

class UssdMenuTest {

    private final Dialogue farmer = Dialogue.of(Language.RW, false);

    @Test
    void a_farmer_asks_the_price_books_and_pays_from_the_same_phone() {
        farmer.type("1", "nyam", "1", "gasa", "1", "1500");
        assertThat(farmer.state()).isInstanceOf(Quoted.class);
        assertThat(farmer.screen().text()).contains("Ibirayi", "kg 1500", "Nyamagabe - Gasabo", "RWF 123 456 789");

        farmer.type("1", "0722 000 111");
        assertThat(farmer.state()).isInstanceOf(Confirm.class);
        farmer.type("1");
        assertThat(farmer.state()).isInstanceOf(Wallet.class);
        assertThat(farmer.screen().text()).contains("ISH-", "0788123456", "MTN");
        farmer.type("1");
        assertThat(farmer.screen().end()).isTrue();
        assertThat(farmer.screen().text()).contains("0788123456", "PIN");

        Draft told = new Draft(null, "25", "12", "irish-potatoes", 1500);
        assertThat(farmer.calls()).hasSize(3);
        assertThat(farmer.calls().get(0)).isEqualTo(new ApiCall.Quote(told));
        assertThat(farmer.calls().get(1)).isInstanceOfSatisfying(ApiCall.Book.class, book -> {
            assertThat(book.draft()).isEqualTo(told);
            assertThat(book.receiver()).isEqualTo("+250722000111");
            assertThat(book.offer().quoteId()).isEqualTo(Rwanda.QUOTE);
        });
        assertThat(farmer.calls().get(2))
                .isEqualTo(new ApiCall.Pay(Rwanda.shipment(ShipmentStatus.DRAFT).paidBy(Rwanda.PHONE), Rwanda.PHONE));
    }

    @Test
    void whoever_presses_twice_books_once() {
        Dialogue one = Dialogue.of(Language.EN, false).type("1", "huye", "gasa", "1", "10", "1", "1", "1");
        Dialogue two = Dialogue.of(Language.EN, false).type("1", "huye", "gasa", "1", "10", "1", "1", "1");
        assertThat(one.calls().getLast()).isEqualTo(two.calls().getLast());
    }

    @Test
    void what_is_booked_is_not_booked_again_by_going_back() {
        farmer.type("1", "huye", "gasa", "1", "10", "1", "1", "1", "0");
        assertThat(farmer.state()).isEqualTo(new Home());
    }

    @Test
    void letters_find_a_district_and_a_page_shows_the_rest() {
        farmer.type("1", "nya");
        assertThat(farmer.screen().text()).contains("1 Nyabihu", "5 Nyanza", "98 ");
        farmer.type("98");
        assertThat(farmer.screen().text())
                .contains("1 Nyarugenge", "2 Nyaruguru")
                .doesNotContain("98 ");
        farmer.type("2");
        assertThat(farmer.state()).isInstanceOfSatisfying(PickDistrict.class, here -> {
            assertThat(here.side()).isEqualTo(Side.DESTINATION);
            assertThat(here.draft().origin()).isEqualTo("23");
        });
    }

    @Test
    void a_journey_leads_somewhere_else() {
        farmer.type("1", "huye", "huye");
        assertThat(farmer.session().notice()).isEqualTo(Notice.SAME_PLACE);
        farmer.type("xyz");
        assertThat(farmer.session().notice()).isEqualTo(Notice.NO_SUCH_DISTRICT);
    }

    @Test
    void a_weight_is_what_a_lorry_carries() {
        farmer.type("1", "huye", "gasa", "1");
        assertThat(farmer.state()).isInstanceOf(Weight.class);
        for (String wrong : List.of("", "x", "-5", "1.5", "60001", "999999999999", "1e3")) {
            farmer.type(wrong);
            assertThat(farmer.session().notice()).as(wrong).isEqualTo(Notice.BAD_WEIGHT);
        }
        farmer.type("60000 kg");
        assertThat(farmer.state()).isInstanceOf(Quoted.class);
    }

    @Test
    void an_agent_books_for_somebody_who_pays_by_their_own_phone() {
        Dialogue agent = Dialogue.of(Language.EN, true).type("6");
        assertThat(agent.state()).isEqualTo(new OtherPhone());
        agent.type("0733654321", "huye", "gasa", "1", "10", "1", "1");
        assertThat(agent.screen().text()).contains("For: 0733654321", "Receiver: 0733654321");
        agent.type("1");
        assertThat(agent.screen().text()).contains("1 Pay with 0733654321 (Airtel)");
        agent.type("1");
        assertThat(agent.calls().getLast())
                .isEqualTo(new ApiCall.Pay(
                        Rwanda.shipment(ShipmentStatus.DRAFT).paidBy(Rwanda.OTHER_PHONE), Rwanda.OTHER_PHONE));
    }

    @Test
    void who_is_no_agent_books_for_nobody_else() {
        farmer.type("6");
        assertThat(farmer.state()).isEqualTo(new Home());
        assertThat(farmer.session().notice()).isEqualTo(Notice.NOT_A_CHOICE);
        assertThat(farmer.screen().text()).doesNotContain("6 ");
    }

    @Test
    void only_what_waits_for_money_is_offered_for_payment() {
        farmer.type("2");
        assertThat(farmer.state()).isInstanceOfSatisfying(PickShipment.class, here -> assertThat(here.shipments())
                .extracting(Shipment::status)
                .containsExactly(ShipmentStatus.DRAFT, ShipmentStatus.CONFIRMED));
        farmer.type("2", "2", "0733654321");
        assertThat(farmer.calls().getLast())
                .isEqualTo(new ApiCall.Pay(Rwanda.shipment(ShipmentStatus.CONFIRMED), Rwanda.OTHER_PHONE));
    }

    @Test
    void goods_are_followed_by_number_or_by_code() {
        farmer.type("3", "98", "2");
        assertThat(farmer.screen().text()).contains("ISH-7K2M9QX3", "RAB 123 C", "Umushoferi araje");
        farmer.type("0", "7k2m9qxz");
        assertThat(farmer.calls().getLast()).isEqualTo(new ApiCall.FindShipment("ISH-7K2M9QXZ"));
        assertThat(farmer.state()).isInstanceOf(Shown.class);
        farmer.type("0", "ish-7k2m9qxz");
        assertThat(farmer.calls().getLast()).isEqualTo(new ApiCall.FindShipment("ISH-7K2M9QXZ"));
    }

    @Test
    void a_code_of_somebody_else_shows_nothing() {
        Dialogue stranger = Dialogue.of(Language.FR, false, _ -> new ApiAnswer.Shipments(List.of()))
                .type("3", "ISH-7K2M9QXZ");
        assertThat(stranger.session().notice()).isEqualTo(Notice.NO_SUCH_BOOKING);
    }

    @Test
    void the_language_is_changed_and_stays() {
        farmer.type("4", "3");
        assertThat(farmer.session().language()).isEqualTo(Language.FR);
        assertThat(farmer.screen().text()).contains("Prix et commande");
    }

    @Test
    void zero_leads_back_and_two_zeros_to_the_menu() {
        farmer.type("1", "huye", "gasa", "0");
        assertThat(farmer.state()).isInstanceOf(PickDistrict.class);
        farmer.type("gasa");
        assertThat(farmer.state()).isInstanceOf(PickCargo.class);
        farmer.type("00");
        assertThat(farmer.state()).isEqualTo(new Home());
        assertThat(farmer.session().trail()).isEmpty();
    }

    @Test
    void a_dropped_session_goes_on_where_it_broke_off_or_anew() {
        farmer.type("1", "huye", "gasa", "1");
        Session again = Session.start(Rwanda.PHONE, Language.RW, false).after(farmer.session());
        assertThat(again.state()).isInstanceOf(Dropped.class);

        Dialogue resumed = Dialogue.at(again).type("1");
        assertThat(resumed.state()).isEqualTo(farmer.state());
        resumed.type("0");
        assertThat(resumed.state()).isInstanceOf(PickCargo.class);
        assertThat(Dialogue.at(again).type("2").state()).isEqualTo(new Home());
    }

    @Test
    void who_had_only_opened_the_menu_or_was_done_starts_anew() {
        Session fresh = Session.start(Rwanda.PHONE, Language.RW, false);
        assertThat(fresh.after(farmer.session()).state()).isEqualTo(new Home());
        farmer.type("2", "1", "1");
        assertThat(farmer.state()).isInstanceOf(Prompted.class);
        assertThat(fresh.after(farmer.session()).state()).isEqualTo(new Home());
    }

    @Test
    void what_the_api_refuses_is_said_on_the_same_screen() {
        Dialogue unlucky = Dialogue.of(Language.EN, false, _ -> new ApiAnswer.Refused(Notice.AWAY))
                .type("2");
        assertThat(unlucky.state()).isEqualTo(new Home());
        assertThat(unlucky.screen().text()).startsWith("No answer. Try again.\n");
    }
}
