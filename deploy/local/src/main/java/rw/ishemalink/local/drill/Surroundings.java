package rw.ishemalink.local.drill;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rw.ishemalink.local.backup.ArchiveKeys;
import rw.ishemalink.local.child.Lifetime;
import rw.ishemalink.local.child.Ports;
import rw.ishemalink.local.parts.ObjectStorePart;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.stack.PortPlan;
import rw.ishemalink.local.stack.ServiceSpec;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.local.stack.StackOptions;

/**
 * What is lost with no site: providers and agencies, the store of the backups, the name by which clients find the door. The name
 * is a port, and belongs to the site whose door listens there.
 */
final class Surroundings implements AutoCloseable {

    private static final String SIMULATORS = "simulators";
    private static final String GATEWAY = "gateway";
    /** Until the prompt is gone of a payer who never answers; what our books say of it is compared after that. */
    private static final String PAYER_WINDOW = "PT30S";
    /** Until payments that were never sent, for the site was lost, are given up; longer than the payer's window, as always. */
    private static final String FORGET_AFTER = "PT1M";

    private final Path checkout;
    private final int name = Ports.pickFree();
    private final LocalStack outside;
    private final ObjectStorePart store;

    Surroundings(Path checkout, Path home, ArchiveKeys keys) {
        this.checkout = checkout;
        PartOptions parts = PartOptions.forTests(home);
        this.outside = new LocalStack(new StackOptions(
                checkout,
                parts,
                PortPlan.free(),
                List.of(spec(SIMULATORS)),
                Map.of(
                        SIMULATORS,
                        Map.of(
                                "ISHEMA_GATEWAY_URL",
                                door().toString(),
                                "ISHEMA_SIMULATORS_MTN_PAYER_WINDOW",
                                PAYER_WINDOW,
                                "ISHEMA_SIMULATORS_AIRTEL_PAYER_WINDOW",
                                PAYER_WINDOW))));
        this.store = new ObjectStorePart(parts, 0, home.resolve("objects"), keys.accessKey(), keys.secretKey());
    }

    private static ServiceSpec spec(String service) {
        return Services.list().stream()
                .filter(spec -> spec.name().equals(service))
                .findFirst()
                .orElseThrow();
    }

    void start() {
        store.start();
        outside.start(SIMULATORS);
    }

    /** Where clients ask. */
    URI door() {
        return URI.create("http://127.0.0.1:" + name);
    }

    URI simulators() {
        return outside.simulatorsUrl();
    }

    ObjectStorePart store() {
        return store;
    }

    /** A site in that folder: all services on ports of its own, but the door on the name's. */
    StackOptions site(Path home) {
        PartOptions parts = PartOptions.forTests(home);
        PartOptions durable = new PartOptions(parts.home(), parts.cache(), Lifetime.WITH_PARENT, true, false);
        Map<String, String> surroundings = Map.of(
                "ISHEMA_SIMULATORS_URL",
                simulators().toString(),
                "ISHEMA_SMTP_PORT",
                Integer.toString(outside.smtpPort()),
                "ISHEMA_PAYMENT_FORGET_AFTER",
                FORGET_AFTER,
                "ISHEMA_PAYMENT_POLL_EVERY_AFTER_END",
                "PT10S");
        List<ServiceSpec> services = Services.list().stream()
                .filter(spec -> !spec.name().equals(SIMULATORS))
                .toList();
        int documented = spec(GATEWAY).port();
        return new StackOptions(
                checkout,
                durable,
                port -> port == documented ? name : Ports.pickFree(),
                services,
                services.stream().collect(Collectors.toMap(ServiceSpec::name, _ -> surroundings)));
    }

    @Override
    public void close() {
        outside.killAll();
        store.kill();
    }
}
