package rw.ishemalink.booking.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Two tenants of the size of a city have tables of their own, all others share theirs. */
public final class BigTenants implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("ishema.booking.tenants-apart", "lagos-buses,abuja");
    }
}
