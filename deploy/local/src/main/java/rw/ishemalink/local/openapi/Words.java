package rw.ishemalink.local.openapi;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Texts that mean something to the suite, by the name that asks for them or by the pattern that they must have. */
final class Words {

    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            Map.entry("tenant", List.of("ishemalink")),
            Map.entry("language", List.of("rw", "en", "fr")),
            Map.entry("district", List.of("Nyamagabe", "Nyarugenge", "24", "11")),
            Map.entry("country", List.of("UG", "TZ", "KE")),
            Map.entry("borderPost", List.of("Gatuna", "Rusumo")),
            Map.entry("commodity", List.of("irish-potatoes", "coffee", "fresh-milk")),
            Map.entry("currency", List.of("RWF")),
            Map.entry("provider", List.of("MTN", "AIRTEL")),
            Map.entry("tin", List.of("100000017")),
            Map.entry("licenceNumber", List.of("1198880012345678")),
            Map.entry("plate", List.of("RAB 123 C")),
            Map.entry("purchaseCode", List.of("AB12CD")),
            Map.entry("email", List.of("uwase@example.rw")),
            Map.entry("name", List.of("Uwase Marie", "Mugisha Claude")));

    /** Tried in this order where a pattern is asked for. */
    private static final List<String> BY_PATTERN = List.of(
            "RAB 123 C",
            "RAB123C",
            "123456",
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            "100000001",
            "1200000000000000",
            "ISH-7K3M9QXA",
            "UG",
            "en",
            "11",
            "a-b",
            "A",
            "12:00");

    private static final int MONTHS_AGO = 2;
    private static final int NUMBERS = 10_000_000;

    private final SplittableRandom random;
    private final Supplier<UUID> newIds;

    Words(SplittableRandom random, Supplier<UUID> newIds) {
        this.random = random;
        this.newIds = newIds;
    }

    Optional<String> find(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("phone")) {
            return Optional.of(String.format(
                    Locale.ROOT, "+25078%07d", Math.floorMod(newIds.get().hashCode(), NUMBERS)));
        }
        if (lower.endsWith("month")) {
            return Optional.of(today().minusMonths(MONTHS_AGO).toString().substring(0, 7));
        }
        if (lower.equals("day")) {
            return Optional.of(today().minusDays(1).toString());
        }
        return Optional.ofNullable(BY_NAME.get(name)).map(words -> words.get(random.nextInt(words.size())));
    }

    /** The first that has the pattern; a pattern that nothing here has is left unmet. */
    String matching(String pattern, String otherwise) {
        Pattern wanted = Pattern.compile(pattern);
        return BY_PATTERN.stream()
                .filter(word -> wanted.matcher(word).matches())
                .findFirst()
                .orElse(otherwise);
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
