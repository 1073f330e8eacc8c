package rw.ishemalink.notification.ussd;

import java.util.List;
import java.util.UUID;

/** Reference data as booking-service gives it, and answers of the API that need the most room. */
final class Rwanda {

    static final String PHONE = "+250788123456";
    static final String OTHER_PHONE = "+250733654321";
    static final UUID QUOTE = new UUID(1, 2);

    static final Reference REFERENCE = new Reference(
            List.of(
                    district("11", "Nyarugenge"),
                    district("12", "Gasabo"),
                    district("13", "Kicukiro"),
                    district("21", "Nyanza"),
                    district("22", "Gisagara"),
                    district("23", "Nyaruguru"),
                    district("24", "Huye"),
                    district("25", "Nyamagabe"),
                    district("26", "Ruhango"),
                    district("27", "Muhanga"),
                    district("28", "Kamonyi"),
                    district("31", "Karongi"),
                    district("32", "Rutsiro"),
                    district("33", "Rubavu"),
                    district("34", "Nyabihu"),
                    district("35", "Ngororero"),
                    district("36", "Rusizi"),
                    district("37", "Nyamasheke"),
                    district("41", "Rulindo"),
                    district("42", "Gakenke"),
                    district("43", "Musanze"),
                    district("44", "Burera"),
                    district("45", "Gicumbi"),
                    district("51", "Rwamagana"),
                    district("52", "Nyagatare"),
                    district("53", "Gatsibo"),
                    district("54", "Kayonza"),
                    district("55", "Kirehe"),
                    district("56", "Ngoma"),
                    district("57", "Bugesera")),
            List.of(
                    goods("irish-potatoes"),
                    goods("coffee"),
                    goods("tea"),
                    goods("tea-bulk"),
                    goods("maize"),
                    goods("beans"),
                    goods("fresh-milk"),
                    goods("cut-flowers"),
                    goods("avocado"),
                    goods("cement"),
                    goods("electronics"),
                    // From a later release: named as the API names it.
                    new Commodity("passion-fruit", "Passion fruits, fresh or dried, êtc. {of any kind}")));

    private Rwanda() {}

    static Shipment shipment(ShipmentStatus status) {
        int place = List.of(ShipmentStatus.values()).indexOf(status);
        return new Shipment(
                new UUID(3, place),
                "ISH-7K2M9QX" + place,
                "[Kimironko], près de l'église Ruhango-Nyamirambo",
                "Nyamasheke",
                status,
                123_456_789,
                status.unpaid() ? null : "RAB 123 C",
                null);
    }

    private static District district(String code, String name) {
        return new District(code, name);
    }

    private static Commodity goods(String code) {
        return new Commodity(code, code);
    }
}
