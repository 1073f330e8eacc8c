package rw.ishemalink.compliance.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** UN/LOCODEs of the places that are known; {@code <country>ZZZ} of any other, which is no place's code. */
final class UnLocodes {

    private static final String RESOURCE = "/reference/unlocodes.tsv";
    private static final String UNKNOWN_TOWN = "ZZZ";

    private final List<Place> places;

    private record Place(String code, String town, Set<String> districts) {

        boolean isNamedIn(String country, String label) {
            return code.startsWith(country) && label.toLowerCase(Locale.ROOT).contains(town.toLowerCase(Locale.ROOT));
        }
    }

    UnLocodes() {
        this.places = load();
    }

    /**
     * The code of a place.
     *
     * @param country ISO 3166-1 alpha-2
     * @param district Rwandan district code; null where none is known
     * @param label what people call it
     */
    String get(String country, @Nullable String district, String label) {
        return places.stream()
                .filter(place -> district == null
                        ? place.isNamedIn(country, label)
                        : place.districts().contains(district))
                .map(Place::code)
                .findFirst()
                .orElse(country + UNKNOWN_TOWN);
    }

    private static List<Place> load() {
        try (InputStream in = UnLocodes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(columns -> new Place(columns[0], columns[1], Set.of(columns[2].split(",", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }
}
