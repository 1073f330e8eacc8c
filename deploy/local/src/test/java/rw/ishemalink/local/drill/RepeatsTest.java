package rw.ishemalink.local.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of what a service tells, only what its inbox passed over is counted. */
class RepeatsTest {

    @Test
    void eventsThatWereKnownAreAddedUpOverTopics() {
        assertThat(Repeats.count("""
                # TYPE ishema_inbox_events_total counter
                ishema_inbox_events_total{outcome="handled",topic="booking.events"} 40.0
                ishema_inbox_events_total{outcome="repeat",topic="booking.events"} 12.0
                ishema_inbox_events_total{outcome="repeat",topic="payment.events"} 1200.0
                jvm_threads_live_threads 20.0
                """)).isEqualTo(1_212);
    }
}
