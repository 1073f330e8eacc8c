package rw.ishemalink.payment.collecting;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The adapters, one per provider. */
@ApplicationScoped
public class Providers {

    private final Map<Provider, MobileMoney> adapters = new EnumMap<>(Provider.class);

    Providers(@All List<MobileMoney> all) {
        all.forEach(adapter -> adapters.put(adapter.provider(), adapter));
    }

    /** The adapter of that provider. */
    public MobileMoney get(Provider provider) {
        MobileMoney adapter = adapters.get(provider);
        if (adapter == null) {
            throw new IllegalStateException("no adapter for " + provider);
        }
        return adapter;
    }
}
