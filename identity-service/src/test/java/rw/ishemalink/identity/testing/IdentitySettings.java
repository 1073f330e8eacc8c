package rw.ishemalink.identity.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import rw.ishemalink.kit.testing.SuiteResource;

/** The suite's real parts, with a master key of this run, and who the platform's administrator is. */
public final class IdentitySettings implements QuarkusTestResourceLifecycleManager {

    private static final int MASTER_KEY_BYTES = 32;

    /** In the written form of people, to be normalised like any other. */
    private static final String ADMIN_PHONE = "0788 000 001";

    private static final String SECOND_ADMIN_PHONE = "+250 788 000 002";

    /** What the USSD part proves itself with. */
    public static final String USSD_SECRET = "a secret of the tests";

    private final SuiteResource suite = new SuiteResource();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(suite.start());
        byte[] key = new byte[MASTER_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        settings.put("ishema.identity.master-key", Base64.getEncoder().encodeToString(key));
        settings.put("ishema.identity.admin-phone", ADMIN_PHONE);
        settings.put("ishema.identity.second-admin-phone", SECOND_ADMIN_PHONE);
        settings.put("ishema.identity.deadlines.look", "PT0.2S");
        settings.put("ishema.identity.shifts.look", "PT0.2S");
        settings.put("ishema.identity.clients.ussd-secret", USSD_SECRET);
        settings.put("ishema.identity.privacy.look", "PT0.2S");
        settings.put("ishema.privacy.look", "PT0.2S");
        return settings;
    }

    @Override
    public void stop() {
        suite.stop();
    }
}
