package rw.ishemalink.notification.text;

import java.util.List;
import java.util.Map;
import rw.ishemalink.notification.message.Template;

/** What fills a text that is only looked at. */
public final class Examples {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("code", "493021"),
            Map.entry("minutes", "5"),
            Map.entry("hours", "24"),
            Map.entry("seconds", "15"),
            Map.entry("trackingCode", "ISH-7K2M9QXZ"),
            Map.entry("plate", "RAB 123 C"),
            Map.entry("origin", "Huye"),
            Map.entry("destination", "Kigali"),
            Map.entry("borderPost", "Gatuna"),
            Map.entry("reason", "papers missing"),
            Map.entry("from", "Remera"),
            Map.entry("to", "Nyabugogo"),
            Map.entry("francs", "11800"),
            Map.entry("kilograms", "1500"),
            Map.entry("paper", "INSURANCE"),
            Map.entry("lastDay", "31/12/2026"),
            Map.entry("role", "DISPATCHER"),
            Map.entry("by", "Volcano Express"),
            Map.entry("status", "IN_TRANSIT"));

    private Examples() {}

    /** The template's parameters, in its order: what is given, and examples for the rest. */
    public static List<String> fill(Template template, Map<String, String> given) {
        return template.parameters().stream()
                .map(name -> given.getOrDefault(name, VALUES.getOrDefault(name, name)))
                .toList();
    }
}
