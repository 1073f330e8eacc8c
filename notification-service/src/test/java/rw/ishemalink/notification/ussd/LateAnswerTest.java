package rw.ishemalink.notification.ussd;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.notification.OutsideWorld;

/** The suite is slower than the network's patience. */
@QuarkusTest
@TestProfile(LateAnswerTest.Impatient.class)
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
@QuarkusTestResource(FakeSuite.class)
class LateAnswerTest {

    /** The network waits for two seconds. */
    public static final class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ishema.notification.ussd.patience", "2s");
        }
    }

    private final String phone = OutsideWorld.newPhone();
    private final Handset handset = new Handset(phone);

    @Test
    void what_takes_too_long_comes_by_sms_and_is_there_when_dialled_again() {
        OutsideWorld.phoneIsOn(phone);
        var farmer = FakeSuite.customer(phone, UUID.randomUUID(), "en", Role.CUSTOMER)
                .quotesAfter(UUID.randomUUID(), 25_000, 5_000);
        // On a busy machine even the menu may be late; then it is dialled again.
        await().until(() -> handset.dial("1*huye*gasabo*1").startsWith("CON "));
        String waiting = handset.type("30");
        assertThat(waiting).startsWith("END We are working on it");
        assertThat(handset.again()).isEqualTo(waiting);

        await().until(() -> OutsideWorld.textsTo(phone).stream().anyMatch(sms -> sms.contains("RWF 25,000")));
        assertThat(farmer.sent("POST", "/api/quotes")).hasSize(1);
        await().until(() ->
                handset.dial().contains("1 Continue") && handset.type("1").contains("RWF 25,000"));
    }

    @Test
    void from_elsewhere_nobody_is_heard() {
        handset.sendFrom("10.10.0.1", FakeSuite.SECRET, "ATUid_" + UUID.randomUUID())
                .statusCode(403);
    }
}
