package rw.ishemalink.compliance.receipt;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.compliance.config.ComplianceConfig;

/** The sellers by tenant, as configured; who has no device of its own sells through the platform's. */
@ApplicationScoped
public class Sellers {

    private final Seller platform;
    private final Map<String, Seller> byTenant;

    /**
     * Reads the settings.
     *
     * @throws IllegalStateException when they are wrong: no receipt is better than one of the wrong seller
     */
    Sellers(ComplianceConfig config) {
        this.platform = platform(config);
        Map<String, Seller> own = new HashMap<>();
        config.devices().forEach((tenant, device) -> own.put(tenant, ofTenant(tenant, device)));
        this.byTenant = Map.copyOf(own);
        List<String> mistakes = mistakes();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("ishema.compliance.seller and .devices: " + String.join("; ", mistakes));
        }
    }

    /** Has the settings read when the service starts, and not with the first sale. */
    void start(@Observes StartupEvent event) {}

    /** Who sells for the tenant. */
    public Seller getFor(String tenant) {
        return byTenant.getOrDefault(tenant, platform);
    }

    /** Whose branch that is; empty when it is not configured any more. */
    public Optional<Seller> find(String tin, String branch) {
        return all().stream()
                .filter(seller -> seller.tin().equals(tin) && seller.branch().equals(branch))
                .findFirst();
    }

    private List<Seller> all() {
        List<Seller> all = new ArrayList<>(byTenant.values());
        all.add(platform);
        return all;
    }

    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        List<Seller> all = all();
        all.forEach(seller -> mistakes.addAll(seller.mistakes()));
        for (Seller one : all) {
            all.stream()
                    .filter(other -> one.isOfBranchOf(other) && !one.hasDeviceOf(other))
                    .forEach(other -> mistakes.add("%s and %s name two devices for the branch %s/%s"
                            .formatted(one.owner(), other.owner(), one.tin(), one.branch())));
        }
        return mistakes;
    }

    private static Seller platform(ComplianceConfig config) {
        ComplianceConfig.Seller seller = config.seller();
        return new Seller(
                seller.tenant(),
                seller.device(),
                config.vsdc().url(),
                config.vsdc().deviceSerial(),
                seller.tin(),
                seller.branch(),
                seller.name());
    }

    private static Seller ofTenant(String tenant, ComplianceConfig.Device device) {
        return new Seller(
                tenant, device.kind(), device.url(), device.serial(), device.tin(), device.branch(), device.name());
    }
}
