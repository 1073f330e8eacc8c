package rw.ishemalink.compliance.manifest;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import rw.ishemalink.compliance.config.ComplianceConfig;

/** ASYCUDA office codes by border post. Rwanda's are not public: they are loaded from configuration, or are unknown. */
@ApplicationScoped
class CustomsOffices {

    private final Map<String, String> codes;
    private final String unknown;

    CustomsOffices(ComplianceConfig config) {
        this.codes = config.customs().officeCodes();
        this.unknown = config.customs().unknownOfficeCode();
    }

    String getCode(String borderPost) {
        return codes.getOrDefault(slug(borderPost), unknown);
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
