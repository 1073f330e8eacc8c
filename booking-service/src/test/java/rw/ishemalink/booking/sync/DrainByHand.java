package rw.ishemalink.booking.sync;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A service whose queue nobody works off but the test; a fast bucket, and a fresh view each time. */
public class DrainByHand implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ishema.booking.sync.drain", "false",
                "ishema.booking.sync.per-minute", "600000",
                "ishema.booking.sync.burst", "100000",
                "ishema.booking.sync.idle-pause", "20ms",
                "ishema.booking.sync.view-age", "0s",
                "ishema.booking.sync.answer-within", "0s");
    }
}
