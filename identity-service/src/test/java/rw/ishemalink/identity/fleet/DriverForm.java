package rw.ishemalink.identity.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rw.ishemalink.identity.testing.Accounts;

/** A driver's data as an operator fills them in. */
public final class DriverForm {

    private DriverForm() {}

    /** Everything right, and nobody else's. */
    public static Map<String, Object> of(String phone) {
        Map<String, Object> form = change();
        form.put("phone", phone);
        form.put("language", "rw");
        return form;
    }

    static Map<String, Object> of(String phone, UUID operatorId) {
        Map<String, Object> form = of(phone);
        form.put("operatorId", operatorId);
        return form;
    }

    /** The same without what stays. */
    static Map<String, Object> change() {
        Map<String, Object> form = new HashMap<>();
        form.put("name", "Habimana Jean");
        form.put("licenceNumber", Accounts.newLicence());
        form.put("licenceCategories", List.of("B", "c"));
        form.put("licenceValidUntil", "2030-12-31");
        form.put("vehicle", vehicle(Accounts.newPlate()));
        return form;
    }

    /** The driver of that form with one thing of the vehicle changed, as an operator changes it. */
    static Map<String, Object> changed(Map<String, Object> form, String field, Object value) {
        Map<String, Object> vehicle =
                new HashMap<>(Map.of("plate", plateOf(form), "kind", "TRUCK", "capacityKg", 5_000));
        vehicle.put(field, value);
        Map<String, Object> changed = new HashMap<>(form);
        List.of("phone", "language", "operatorId").forEach(changed::remove);
        changed.put("vehicle", vehicle);
        return changed;
    }

    /** What somebody hands in who wants to drive. */
    static Map<String, Object> papers() {
        Map<String, Object> papers = change();
        papers.put("documents", List.of(document("DRIVING_LICENCE"), document("NATIONAL_ID")));
        return papers;
    }

    static Map<String, Object> document(String kind) {
        return Map.of(
                "kind",
                kind,
                "number",
                Accounts.newLicence(),
                "validUntil",
                "2030-12-31",
                "sha256",
                "ab".repeat(32),
                "reference",
                "box-7/" + kind);
    }

    private static Object plateOf(Map<String, Object> form) {
        return form.get("vehicle") instanceof Map<?, ?> vehicle ? String.valueOf(vehicle.get("plate")) : "";
    }

    static Map<String, Object> vehicle(String plate) {
        return Map.of("plate", plate, "kind", "TRUCK", "capacityKg", 5_000);
    }
}
