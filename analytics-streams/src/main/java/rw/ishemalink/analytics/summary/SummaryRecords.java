package rw.ishemalink.analytics.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.schemas.analytics.AnalyticsSummary;

/**
 * What may be published of cells: sums of all tenants over enough people, of groups that name nothing but what is listed
 * here.
 */
final class SummaryRecords {

    /** What a group may say, and how; a place is a district of Rwanda or a whole country. */
    private static final Map<String, Pattern> ALLOWED = Map.of(
            "kind", Pattern.compile("[A-Z_]{1,32}"),
            "origin", Pattern.compile("[A-Z]{2}|RW-[1-5][1-8]"),
            "destination", Pattern.compile("[A-Z]{2}|RW-[1-5][1-8]"),
            "commodity", Pattern.compile("[a-z0-9-]{1,64}"));

    private SummaryRecords() {}

    private record Key(String aggregate, String group, Period period, int begin) {}

    /** The records, by their keys. */
    static Map<UUID, AnalyticsSummary> of(Map<Cell, Sums> cells, String country, Instant asOf) {
        Map<Key, Sums> ofAllTenants = new HashMap<>();
        cells.forEach((cell, sums) -> ofAllTenants.merge(
                new Key(cell.get(Dimension.SUMMARY), cell.get(Dimension.SUMMARY_GROUP), cell.period(), cell.begin()),
                sums,
                Sums::plus));
        Map<UUID, AnalyticsSummary> records = new HashMap<>();
        ofAllTenants.forEach((key, sums) -> {
            if (sums.get(Measure.PEOPLE) >= Crowd.LEAST_PEOPLE) {
                findGroup(key.group())
                        .map(group -> summary(key, group, sums, country, asOf))
                        .ifPresent(summary -> records.put(id(summary), summary));
            }
        });
        return records;
    }

    /** The group by dimension; empty when it says anything that may not be published. */
    private static Optional<Map<String, String>> findGroup(String text) {
        Map<String, String> group = new TreeMap<>();
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals);
            String value = part.substring(equals + 1);
            Pattern allowed = ALLOWED.get(name);
            if (allowed == null || !allowed.matcher(value).matches()) {
                return Optional.empty();
            }
            group.put(name, value);
        }
        return Optional.of(group);
    }

    private static AnalyticsSummary summary(
            Key key, Map<String, String> group, Sums sums, String country, Instant asOf) {
        return AnalyticsSummary.newBuilder()
                .setCountry(country)
                .setAggregate(key.aggregate())
                .setPeriod(key.period().name())
                .setSince(Period.day(key.begin()))
                .setGroup(group)
                .setPeople(sums.get(Measure.PEOPLE))
                .setBookings(sums.get(Measure.BOOKINGS))
                .setGrossFrancs(sums.get(Measure.GROSS))
                .setWeightKg(sums.get(Measure.WEIGHT_KG))
                .setDelivered(sums.get(Measure.DELIVERED))
                .setAsOf(asOf.truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    /** The same sum has the same key, whoever publishes it. */
    static UUID id(AnalyticsSummary summary) {
        String name = String.join(
                "|",
                summary.getCountry(),
                summary.getAggregate(),
                summary.getPeriod(),
                summary.getSince().toString(),
                new TreeMap<>(summary.getGroup()).toString());
        return UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    }
}
