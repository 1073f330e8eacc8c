package rw.ishemalink.booking.testing;

import java.util.Map;
import java.util.UUID;

/** Request bodies of the journeys that the suite's story tells. */
public final class Journeys {

    public static final Map<String, Object> POTATOES = Map.of(
            "kind",
            "CARGO_DOMESTIC",
            "origin",
            Map.of("district", "Nyamagabe"),
            "destination",
            Map.of("district", "11", "label", "Kigali"),
            "commodity",
            "irish-potatoes",
            "weightKg",
            2_000,
            "packages",
            20);

    public static final Map<String, Object> COFFEE = Map.of(
            "kind",
            "CARGO_INTERNATIONAL",
            "origin",
            Map.of("district", "24"),
            "destination",
            Map.of("country", "UG"),
            "borderPost",
            "Gatuna",
            "commodity",
            "coffee",
            "weightKg",
            5_000,
            "packages",
            83);

    public static final Map<String, Object> RIDE = Map.of(
            "kind", "RIDE",
            "origin", Map.of("latitude", -1.9441, "longitude", 30.0619, "label", "Kimironko"),
            "destination", Map.of("latitude", -1.9706, "longitude", 30.1044, "label", "Remera"));

    public static final Map<String, Object> CONSIGNEE = Map.of("name", "Kampala Roasters", "address", "Kampala");

    private Journeys() {}

    /** Books a quote; the consignee only matters for exports. */
    public static Map<String, Object> booking(UUID quoteId) {
        return Map.of("quoteId", quoteId, "consignee", CONSIGNEE);
    }

    /** Books a quote under a sync id. */
    public static Map<String, Object> booking(UUID quoteId, UUID syncId) {
        return Map.of("quoteId", quoteId, "syncId", syncId, "offlineCreated", true);
    }
}
