package rw.ishemalink.booking.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The places and goods that have a name. Names are found in any case; a district also by its code. The maps are built
 * once: every quote and booking asks them.
 */
public final class Gazetteer {

    private final List<District> districts;
    private final List<Neighbour> neighbours;
    private final List<Commodity> commodities;
    private final Map<String, District> districtsByCodeOrName = new HashMap<>();
    private final Map<String, Neighbour> neighboursByCountry = new HashMap<>();
    private final Map<String, Commodity> commoditiesByCode = new HashMap<>();

    public Gazetteer(List<District> districts, List<Neighbour> neighbours, List<Commodity> commodities) {
        this.districts = List.copyOf(districts);
        this.neighbours = List.copyOf(neighbours);
        this.commodities = List.copyOf(commodities);
        index(districts, District::name, districtsByCodeOrName);
        index(districts, District::code, districtsByCodeOrName);
        index(neighbours, Neighbour::country, neighboursByCountry);
        index(commodities, Commodity::code, commoditiesByCode);
    }

    public List<District> districts() {
        return districts;
    }

    public List<Neighbour> neighbours() {
        return neighbours;
    }

    public List<Commodity> commodities() {
        return commodities;
    }

    public Optional<District> findDistrict(String codeOrName) {
        return Optional.ofNullable(districtsByCodeOrName.get(key(codeOrName)));
    }

    public Optional<Neighbour> findNeighbour(String country) {
        return Optional.ofNullable(neighboursByCountry.get(key(country)));
    }

    public Optional<Commodity> findCommodity(String code) {
        return Optional.ofNullable(commoditiesByCode.get(key(code)));
    }

    /** Whether any country has a post of that name. */
    public boolean isBorderPost(String name) {
        return neighbours.stream()
                .anyMatch(neighbour -> neighbour.findBorderPost(name).isPresent());
    }

    private static <T> void index(List<T> all, Function<T, String> name, Map<String, T> byName) {
        all.forEach(one -> byName.put(key(name.apply(one)), one));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
