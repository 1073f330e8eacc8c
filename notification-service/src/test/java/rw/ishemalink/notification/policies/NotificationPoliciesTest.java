package rw.ishemalink.notification.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.Recipient;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.WantedMessage;
import rw.ishemalink.schemas.Language;

class NotificationPoliciesTest {

    private static final UUID SENDER = UUID.randomUUID();
    private static final UUID DRIVER = UUID.randomUUID();

    @Test
    void a_domestic_sender_hears_of_the_pick_up_only() {
        assertThat(templatesForSender(BookingSort.DOMESTIC_CARGO, BookingMoment.PICKED_UP))
                .containsExactly(Template.GOODS_PICKED_UP);
        Arrays.stream(BookingMoment.values())
                .filter(moment -> moment != BookingMoment.PICKED_UP && moment != BookingMoment.FAILED)
                .forEach(moment -> assertThat(templatesForSender(BookingSort.DOMESTIC_CARGO, moment))
                        .as("%s", moment)
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void whoever_did_not_pay_in_time_is_told_to_try_again(BookingSort sort) {
        assertThat(messages(sort, BookingMoment.FAILED, Optional.of("a@example.rw")))
                .extracting(WantedMessage::template)
                .containsExactly(Template.PAYMENT_TIMED_OUT);
    }

    @Test
    void an_exporter_hears_of_every_step() {
        assertThat(templatesForSender(BookingSort.EXPORT, BookingMoment.ASSIGNED))
                .containsExactly(Template.EXPORT_ASSIGNED);
        assertThat(templatesForSender(BookingSort.EXPORT, BookingMoment.PICKED_UP))
                .containsExactly(Template.EXPORT_PICKED_UP);
        assertThat(templatesForSender(BookingSort.EXPORT, BookingMoment.ARRIVED_AT_BORDER))
                .containsExactly(Template.EXPORT_AT_BORDER);
        assertThat(templatesForSender(BookingSort.EXPORT, BookingMoment.HELD_AT_BORDER))
                .containsExactly(Template.EXPORT_HELD);
        assertThat(templatesForSender(BookingSort.EXPORT, BookingMoment.LEFT_BORDER))
                .containsExactly(Template.EXPORT_LEFT_BORDER);
        assertThat(templatesForSender(BookingSort.EXPORT, BookingMoment.DELIVERED))
                .containsExactly(Template.EXPORT_DELIVERED);
    }

    @Test
    void an_exporter_with_an_email_is_asked_for_the_customs_documents_once_a_driver_is_assigned() {
        List<WantedMessage> mails =
                messages(BookingSort.EXPORT, BookingMoment.ASSIGNED, Optional.of("a@example.rw")).stream()
                        .filter(message -> message.template().channel() == Channel.EMAIL)
                        .toList();
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo(Template.CUSTOMS_DOCUMENTS);
            assertThat(mail.recipient()).isEqualTo(new Recipient.Reachable(SENDER, "a@example.rw", Language.FR));
            assertThat(mail.parameters()).contains("ISH-7K2M9QXZ", "Gatuna");
        });
    }

    @Test
    void an_exporter_whose_goods_are_held_is_told_where_and_why() {
        assertThat(messages(BookingSort.EXPORT, BookingMoment.HELD_AT_BORDER, Optional.empty()))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.parameters()).containsExactly("ISH-7K2M9QXZ", "Gatuna", "papers missing"));
    }

    @Test
    void who_booked_a_ride_is_told_the_plate() {
        assertThat(messages(BookingSort.RIDE, BookingMoment.ASSIGNED, Optional.empty()))
                .filteredOn(message -> message.template() == Template.RIDE_ASSIGNED)
                .singleElement()
                .satisfies(message -> assertThat(message.parameters()).contains("RAB 123 C"));
        assertThat(templatesForSender(BookingSort.RIDE, BookingMoment.PICKED_UP))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_driver_hears_of_the_job_when_it_is_assigned_and_of_nothing_else(BookingMoment moment) {
        for (BookingSort sort : BookingSort.values()) {
            List<Template> toDriver = messages(sort, moment, Optional.empty()).stream()
                    .filter(message -> message.recipient().equals(new Recipient.Driver(DRIVER)))
                    .map(WantedMessage::template)
                    .toList();
            assertThat(toDriver)
                    .isEqualTo(moment == BookingMoment.ASSIGNED ? List.of(Template.JOB_ASSIGNED) : List.of());
        }
    }

    @Test
    void a_wanted_messages_text_for_logs_holds_neither_phone_nor_parameters() {
        WantedMessage code = WantedMessage.of(
                Template.ONE_TIME_CODE, new Recipient.Reachable(SENDER, "+250788123456", Language.EN), "493021", "5");
        assertThat(code.toString()).doesNotContain("788123456").doesNotContain("493021");
    }

    private static List<Template> templatesForSender(BookingSort sort, BookingMoment moment) {
        return messages(sort, moment, Optional.empty()).stream()
                .filter(message -> message.recipient().personId().equals(SENDER))
                .map(WantedMessage::template)
                .toList();
    }

    private static List<WantedMessage> messages(BookingSort sort, BookingMoment moment, Optional<String> email) {
        return NotificationPolicies.messagesFor(new BookingNews(
                moment,
                sort,
                "ISH-7K2M9QXZ",
                new BookingNews.Sender(SENDER, "+250788123456", email, Language.FR),
                "Huye",
                "Kampala",
                Optional.of("Gatuna"),
                Optional.of(new BookingNews.Assignment(DRIVER, "RAB 123 C")),
                Optional.of("papers missing")));
    }
}
