package rw.ishemalink.compliance.manifest.api;

import java.util.List;
import rw.ishemalink.compliance.manifest.ManifestRow;

/** What customs will ask about a manifest. */
final class ManifestWarnings {

    private ManifestWarnings() {}

    static List<String> of(ManifestRow manifest) {
        return manifest.customsOfficeCode() == null
                ? List.of("no code of the customs office is loaded; a placeholder stands in its place")
                : List.of();
    }
}
