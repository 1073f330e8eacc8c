package rw.ishemalink.compliance.manifest;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.manifest.store.OfficeStore;

/**
 * ASYCUDA office codes by border post. Rwanda's are not public: they come from the list that was loaded and is in force,
 * else from configuration, or are unknown; none is written in the code.
 */
@ApplicationScoped
class CustomsOffices {

    private final OfficeStore store;
    private final Map<String, String> configured;
    private final String unknown;

    CustomsOffices(OfficeStore store, ComplianceConfig config) {
        this.store = store;
        this.configured = config.customs().officeCodes();
        this.unknown = config.customs().unknownOfficeCode();
    }

    /** The office at the border post on that day. */
    CustomsOffice get(Handle sql, String borderPost, LocalDate day) {
        String slug = slug(borderPost);
        return store.findCode(sql, slug, day)
                .or(() -> Optional.ofNullable(configured.get(slug)))
                .map(code -> new CustomsOffice(code, true))
                .orElseGet(() -> new CustomsOffice(unknown, false));
    }

    /** Petite Barrière is petite-barriere. */
    static String slug(String borderPost) {
        return Normalizer.normalize(borderPost, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ")
                .strip()
                .replace(' ', '-');
    }
}
