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

    static Map<String, Object> vehicle(String plate) {
        return Map.of("plate", plate, "kind", "TRUCK", "capacityKg", 5_000);
    }
}
