package rw.ishemalink.notification.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.notification.consent.Consent.Verdict;
import rw.ishemalink.notification.message.Channel;
import rw.ishemalink.notification.message.Template;
import rw.ishemalink.notification.message.Urgency;

class ConsentTest {

    private static final Optional<Duration> NIGHT = Optional.of(Duration.ofHours(3));
    private static final Optional<Duration> DAY = Optional.empty();

    @ParameterizedTest
    @EnumSource
    void codes_money_and_safety_go_whatever_the_wish_and_the_hour(Way way) {
        Arrays.stream(Template.values())
                .filter(template -> template.urgency().always())
                .forEach(template -> assertThat(Consent.verdict(template, way, true, NIGHT))
                        .isEqualTo(new Verdict.Send(template.channel())));
    }

    @Test
    void the_mission_s_urgent_texts_are_always_sent() {
        assertThat(Arrays.stream(Template.values()).filter(it -> it.urgency().always()))
                .containsExactlyInAnyOrder(
                        Template.ONE_TIME_CODE,
                        Template.DELIVERY_CODE,
                        Template.PAYMENT_TIMED_OUT,
                        Template.USSD_BOOKED,
                        Template.RIDE_ASSIGNED,
                        Template.RECOVERY_BEGUN,
                        Template.RECOVERED);
    }

    @Test
    void news_of_progress_papers_and_account_wait_for_the_morning_and_work_does_not() {
        assertThat(Consent.verdict(Template.GOODS_PICKED_UP, Way.USUAL, false, NIGHT))
                .isEqualTo(new Verdict.Hold(Duration.ofHours(3)));
        assertThat(Consent.verdict(Template.LICENCE_EXPIRING, Way.USUAL, false, NIGHT))
                .isInstanceOf(Verdict.Hold.class);
        assertThat(Consent.verdict(Template.DRIVER_ACTIVE, Way.USUAL, false, NIGHT))
                .isInstanceOf(Verdict.Hold.class);
        assertThat(Consent.verdict(Template.RIDE_OFFER, Way.USUAL, false, NIGHT))
                .isEqualTo(new Verdict.Send(Channel.SMS));
        assertThat(Consent.verdict(Template.GOODS_PICKED_UP, Way.USUAL, false, DAY))
                .isEqualTo(new Verdict.Send(Channel.SMS));
    }

    @Test
    void an_answer_comes_at_once_even_at_night_and_after_stop() {
        assertThat(Consent.verdict(Template.STATUS, Way.NONE, true, NIGHT)).isEqualTo(new Verdict.Send(Channel.SMS));
    }

    @Test
    void a_phone_that_sent_stop_gets_no_news_but_a_mailbox_does() {
        assertThat(Consent.verdict(Template.RIDE_OFFER, Way.USUAL, true, DAY))
                .isEqualTo(new Verdict.Withhold("stopped"));
        assertThat(Consent.verdict(Template.CUSTOMS_DOCUMENTS, Way.USUAL, true, DAY))
                .isEqualTo(new Verdict.Send(Channel.EMAIL));
    }

    @Test
    void who_wants_news_in_the_app_alone_gets_it_there_even_at_night() {
        assertThat(Consent.verdict(Template.GOODS_PICKED_UP, Way.APP, true, NIGHT))
                .isEqualTo(new Verdict.Send(Channel.PUSH));
    }

    @Test
    void who_wants_none_gets_none() {
        assertThat(Consent.verdict(Template.JOB_ASSIGNED, Way.NONE, false, DAY))
                .isEqualTo(new Verdict.Withhold("not wanted"));
    }

    @Test
    void the_ranks_of_urgencies_are_stored_and_stay() {
        assertThat(Arrays.stream(Urgency.values()).map(it -> it.rank() + " " + it))
                .containsExactly("0 CODE", "1 MONEY", "2 SAFETY", "3 WORK", "4 PROGRESS", "5 PAPERS", "6 ACCOUNT");
    }
}
